import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textOfFile } from '../../case/text-of-file.ts';
import { assertSound } from '../../../../tests/unit/sound-reader.ts';
import { decode } from '../../index.ts';
import {
  application,
  base64,
  context,
  generalString,
  integer,
  sequence,
} from '../token/testing/build/der.ts';
import * as kerberos from '../token/testing/build/kerberos.ts';
import { printCapture } from './print.ts';
import { capture } from './reader.ts';
import { seenCapture } from './seen.ts';
import * as build from './testing/build.ts';
import { ascii, type Bytes, type Link, pcap, pcapng, syn, tcp, udp } from './testing/build.ts';

const REALM = 'CONTOSO.COM';
const SPN = 'HTTP/portal.contoso.com';
const KDC = { serverPort: 88, server: '10.0.0.1' };
const WEB = { serverPort: 80 };
const BACK = { ...WEB, back: true };

const REQUEST = 'GET /start HTTP/1.1\r\nHost: portal.contoso.com\r\nCookie: id=1\r\n\r\n';
const OFFER =
  'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\nContent-Length: 6\r\n\r\nnobody';
const TICKET = { realm: REALM, spn: SPN, cipherBytes: 60, authenticatorBytes: 40 };
const TOKEN = base64(kerberos.negTokenInit(kerberos.WINDOWS_LIST, kerberos.framedApReq(TICKET)));
const LOGON = `GET /start HTTP/1.1\r\nHost: portal.contoso.com\r\nAuthorization: Negotiate ${TOKEN}\r\n\r\n`;
const DONE = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n';

const tgsReq: Bytes = application(
  12,
  sequence(
    context(1, integer(5)),
    context(2, integer(12)),
    context(
      4,
      sequence(
        context(2, generalString(REALM)),
        context(3, kerberos.principal(2, 'HTTP', 'portal.contoso.com')),
      ),
    ),
  ),
);
const tgsRep: Bytes = application(
  13,
  sequence(
    context(0, integer(5)),
    context(1, integer(13)),
    context(3, generalString(REALM)),
    context(4, kerberos.principal(1, 'alex')),
    context(5, kerberos.ticket(TICKET)),
  ),
);
const refusal = kerberos.krbError({
  code: 7,
  stime: '2026-03-02T09:14:05Z',
  realm: REALM,
  sname: kerberos.principal(2, 'HTTP', 'portal.contoso.com'),
});
const framed = (message: Bytes): Bytes => [
  0,
  0,
  message.length >> 8,
  message.length & 0xff,
  ...message,
];

/** The lines that tell something, without times. */
const brief = (bytes: Uint8Array): string[] =>
  printCapture(bytes)
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.replace(/ {2}\S+ {2}(\S+) > (\S+) {2}/, ' '));

const TALK = [tcp(WEB, ascii(REQUEST)), tcp(BACK, ascii(OFFER))];
const TOLD = [
  'packet 1 HTTP, connection 1',
  'GET /start HTTP/1.1',
  'Host: portal.contoso.com',
  'packet 2 HTTP, connection 1',
  'HTTP/1.1 401 Unauthorized',
  'WWW-Authenticate: Negotiate',
  'Content-Length: 6',
];

for (const link of Object.keys(build.LINKS) as Link[]) {
  test(`frames: ${link}`, () => {
    assert.deepEqual(brief(pcap(TALK, { link })), TOLD);
  });
}

for (const [format, write] of Object.entries({ pcap, pcapng })) {
  for (const isLittle of [true, false]) {
    for (const isNano of [true, false]) {
      test(`${format}, ${isLittle ? 'little' : 'big'} endian, ${isNano ? 'nano' : 'micro'}seconds`, () => {
        const bytes = write(TALK, { isLittle, isNano });
        assert.deepEqual(brief(bytes), TOLD);
        assert.match(printCapture(bytes), /^Network capture \((pcap|pcapng)\): 2 packets\n/);
        assert.match(printCapture(bytes), / 2026-03-02T09:14:05\.500Z /);
        assert.match(printCapture(bytes), / 2026-03-02T09:14:06\.500Z /);
      });
    }
  }
}

test('IPv6, and a request in its fragments in the wrong order', () => {
  const ends = { ...KDC, client: 'fd00:0:0:0:0:0:0:9', server: 'fd00:0:0:0:0:0:0:1' };
  const datagram = [...build.udpHeader(ends, tgsReq.length), ...tgsReq];
  const [first, second] = [datagram.slice(0, 48), datagram.slice(48)];
  const packets = [
    build.ip(ends, 17, second, { id: 7, offset: 48, isMore: false }),
    build.ip(ends, 17, first, { id: 7, offset: 0, isMore: true }),
  ];
  const link = 'raw';
  assert.deepEqual(brief(pcap(packets, { link })), [
    `packet 2 Kerberos TGS-REQ  sname=${SPN} realm=${REALM}`,
  ]);
  assert.match(printCapture(pcap(packets, { link })), / \[fd00::9\]:50123 > \[fd00::1\]:88 /);
  const [only] = packets;
  assert.deepEqual(brief(pcap(only ? [only] : [], { link })), []);
});

test('IPv4 fragments', () => {
  const datagram = [...build.udpHeader(KDC, tgsReq.length), ...tgsReq];
  const parts = [0, 24, 48].map((offset) =>
    build.ip(KDC, 17, datagram.slice(offset, offset === 48 ? undefined : offset + 24), {
      id: 3,
      offset,
      isMore: offset < 48,
    }),
  );
  assert.deepEqual(brief(pcap(parts)), [`packet 3 Kerberos TGS-REQ  sname=${SPN} realm=${REALM}`]);
  assert.deepEqual(brief(pcap(parts.slice(1))), []);
});

/** The logon in pieces of 40 bytes, each with its place. */
const PIECES = Array.from({ length: Math.ceil(LOGON.length / 40) }, (_, index) => ({
  at: 40 * index,
  bytes: ascii(LOGON.slice(40 * index, 40 * index + 40)),
}));
const segment = ({ at, bytes }: { at: number; bytes: Bytes }, start?: number) =>
  tcp(WEB, bytes, at, start);

test('segments in any order, twice and overlapping, are one request', async () => {
  const expected = (await decode(LOGON.replaceAll('\r\n', '\n'))).tokens.map(({ bytes }) => bytes);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...PIECES, ...PIECES], { minLength: PIECES.length * 2 }),
      fc.constantFrom(1_000, 0xfffffff0),
      async (pieces, start) => {
        const late = tcp(WEB, ascii(LOGON.slice(30, 90)), 30, start);
        const packets = [syn(WEB, start), ...pieces.map((piece) => segment(piece, start)), late];
        const { tokens } = await decode(await textOfFile(pcap(packets)));
        assert.deepEqual(
          tokens.map(({ bytes }) => bytes),
          expected,
        );
      },
    ),
    { numRuns: 20 },
  );
});

test('without the SYN, a segment before the first one that was seen is put before it', () => {
  const packets = [...PIECES.slice(1), ...PIECES.slice(0, 1)].map((piece) => segment(piece));
  assert.equal(brief(pcap(packets)).filter((line) => line.startsWith('GET')).length, 1);
});

test('a lost segment makes the request a cut one, and no claim on what it carried', async () => {
  const packets = [
    syn(WEB),
    ...PIECES.filter((_, index) => index !== 3).map((piece) => segment(piece)),
    tcp(BACK, ascii(OFFER)),
  ];
  const lines = brief(pcap(packets));
  assert.ok(
    lines.some((line) => line.endsWith('HTTP, connection 1, cut')),
    lines.join('\n'),
  );
  assert.ok(!lines.some((line) => line.startsWith('Authorization')));
  const { exchanges = [], tokens } = await decode(printCapture(pcap(packets)));
  assert.deepEqual(tokens, []);
  assert.deepEqual(
    exchanges.map(({ outcome }) => outcome),
    ['unclassified'],
  );
});

test('bodies are passed over, also when they look like a message', () => {
  const body = 'HTTP/1.1 500 not a message\r\n\r\n';
  const first = `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}${DONE}${OFFER}`;
  const statuses = brief(pcap([tcp(BACK, ascii(first))])).filter((line) =>
    line.startsWith('HTTP/'),
  );
  assert.deepEqual(statuses, ['HTTP/1.1 200 OK', 'HTTP/1.1 200 OK', 'HTTP/1.1 401 Unauthorized']);
});

test('the same ports again are another connection', () => {
  const again = 90_000;
  const lines = brief(
    pcap([syn(WEB), tcp(WEB, ascii(REQUEST)), syn(WEB, again), tcp(WEB, ascii(REQUEST), 0, again)]),
  );
  assert.deepEqual(
    lines.filter((line) => line.startsWith('packet')),
    ['packet 2 HTTP, connection 1', 'packet 4 HTTP, connection 2'],
  );
});

test('Kerberos over UDP and over TCP: what was issued and what was refused', async () => {
  const back = { ...KDC, back: true };
  const bytes = pcap([
    udp(KDC, tgsReq),
    udp(back, tgsRep),
    tcp(KDC, framed(tgsReq)),
    tcp(back, [...framed(refusal), ...framed(tgsRep)].slice(0, 40)),
    tcp(back, [...framed(refusal), ...framed(tgsRep)].slice(40), 40),
  ]);
  const lines = brief(bytes).map((line) => line.replace(/ (?:realm|serverTime)=\S+/g, ''));
  assert.equal(lines[0], `packet 1 Kerberos TGS-REQ  sname=${SPN}`);
  assert.match(
    lines[1] ?? '',
    /^packet 2 Kerberos TGS-REP {2}cname=alex sname=HTTP\/portal\.contoso\.com etype=\d+/,
  );
  assert.match(
    lines[3] ?? '',
    /^packet 5 Kerberos KRB-ERROR {2}code=7 sname=HTTP\/portal\.contoso\.com$/,
  );
  const { facts } = await decode(printCapture(bytes));
  const told = facts.map((fact) =>
    fact.kind === 'ticket' || fact.kind === 'ticketRefused'
      ? [
          fact.kind,
          fact.spn?.host,
          fact.kind === 'ticket' ? fact.client?.name : fact.code,
          fact.kdc,
        ].join(' ')
      : fact.kind,
  );
  assert.deepEqual(told.toSorted(), [
    'packetCapture',
    'ticket portal.contoso.com alex 10.0.0.1',
    'ticket portal.contoso.com alex 10.0.0.1',
    'ticketRefused portal.contoso.com 7 10.0.0.1',
  ]);
});

test('a Kerberos message that is cut is left out', () => {
  assert.deepEqual(brief(pcap([udp(KDC, tgsRep.slice(0, -1))])), []);
});

test('DNS is told for the names that a logon is about', async () => {
  const from = { serverPort: 53, back: true };
  const bytes = pcap([
    udp(
      from,
      build.dnsAnswer('portal.contoso.com', {
        alias: 'web01.contoso.com',
        addresses: ['10.0.0.5'],
      }),
    ),
    udp(from, build.dnsAnswer('ads.fabrikam.com', { addresses: ['10.9.9.9'] })),
    udp(from, build.dnsAnswer('other.contoso.com', { rcode: 3 })),
    ...TALK,
  ]);
  assert.equal(brief(bytes)[0], 'packet 1 DNS portal.contoso.com alias=web01.contoso.com 10.0.0.5');
  assert.doesNotMatch(printCapture(bytes), /fabrikam|other/);
  const names = (await decode(printCapture(bytes))).facts.filter(({ kind }) => kind === 'dnsName');
  assert.equal(names.length, 1);
  assert.ok(names[0]?.kind === 'dnsName' && names[0].canonical === 'web01.contoso.com');
});

test('TLS is named by the server that the client asks for, and other protocols are counted', async () => {
  const bytes = pcap([
    tcp({ serverPort: 443 }, build.clientHello('portal.contoso.com')),
    tcp({ serverPort: 445 }, ascii('....')),
  ]);
  const text = printCapture(bytes);
  assert.match(text, /^not read: TLS to 10\.0\.0\.5:443 \(portal\.contoso\.com\), 1 connection$/m);
  assert.match(text, /^not read: SMB, 1 connection$/m);
  const { findings } = await decode(text);
  const [first] = findings;
  assert.equal(first?.id, 'capture.encrypted');
  assert.match(first.title, /^1 connection to portal\.contoso\.com is encrypted/);
});

test('a whole logon is judged with its connection', async () => {
  const text = printCapture(
    pcap([...TALK, tcp(WEB, ascii(LOGON), REQUEST.length), tcp(BACK, ascii(DONE), OFFER.length)]),
  );
  const { exchanges, findings, messages = [] } = await decode(text);
  assert.deepEqual(
    exchanges?.map(({ outcome, spn, status }) => [outcome, spn, status]),
    [['accepted-one-leg', SPN, 200]],
  );
  assert.ok(findings.some(({ id }) => id === 'http.ticket-accepted'));
  assert.deepEqual(new Set(messages.map(({ connection }) => connection)), new Set(['1']));
  for (const { at } of messages) assert.match(text.slice(at.start, at.end), /^(?:GET|HTTP)/);
});

test('an empty capture says that it shows nothing', async () => {
  const { findings } = await decode(printCapture(pcapng([])));
  assert.deepEqual(
    findings.map(({ id }) => id),
    ['capture.no-http'],
  );
});

test('a cut file says so, and gives what is before the cut', () => {
  const whole = pcap(TALK);
  const text = printCapture(whole.subarray(0, whole.length - 5));
  assert.match(text, /The file ends inside a packet/);
  assert.match(text, /GET \/start/);
  assert.doesNotMatch(text, /401/);
  assert.doesNotMatch(printCapture(whole), /ends inside/);
});

const EVERYTHING = [
  ...TALK,
  udp(KDC, tgsReq),
  udp({ ...KDC, back: true }, tgsRep),
  tcp({ serverPort: 443 }, build.clientHello('a.contoso.com')),
  udp({ serverPort: 53, back: true }, build.dnsAnswer('portal.contoso.com', { alias: 'a.b' })),
];

for (const [name, whole] of Object.entries({
  pcap: pcap(EVERYTHING),
  pcapng: pcapng(EVERYTHING),
})) {
  test(`no prefix and no damage of ${name} throws`, async () => {
    for (let cut = 0; cut < whole.length; cut += 3) printCapture(whole.slice(0, cut));
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.uint8Array({ maxLength: 9 }), async (at, bytes) => {
        const damaged = whole.slice();
        damaged.set(bytes, at % (whole.length - 9));
        const text = printCapture(damaged);
        const { facts, messages = [] } = await decode(text);
        for (const { at: place } of [...facts, ...messages]) {
          assert.ok(place.start < place.end && place.end <= text.length);
        }
      }),
      { numRuns: 150 },
    );
  });
}

test('the text is read soundly, whatever becomes of it', () =>
  assertSound({
    reader: capture,
    seen: seenCapture,
    texts: [
      printCapture(pcap(EVERYTHING)),
      printCapture(pcap([udp({ ...KDC, back: true }, refusal)])),
    ],
  }));
