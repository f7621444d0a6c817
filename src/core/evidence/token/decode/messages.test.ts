/** Messages no public token has, built by hand: rows of name, bytes and what must come out. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Token } from '../../../contract/decoded.ts';
import {
  application,
  context,
  element,
  flags,
  generalString,
  integer,
  noise,
  octetString,
  oid,
  sequence,
  utf8,
  type Bytes,
} from '../testing/build/der.ts';
import * as build from '../testing/build/kerberos.ts';
import { authenticate, challenge, negotiate } from '../testing/build/ntlm.ts';
import { decodeBytes, fieldOf, gapsIn, valuesOf } from '../testing/fixtures.ts';

const TICKET = {
  realm: 'CONTOSO.COM',
  spn: 'HTTP/portal.contoso.com',
  cipherBytes: 40,
  authenticatorBytes: 30,
};
const SERVER = {
  netbios: 'WEB01',
  domain: 'CONTOSO',
  dnsName: 'web01.contoso.com',
  dnsDomain: 'contoso.com',
  time: '2026-03-02T09:14:05Z',
};
const CLIENT = {
  user: 'alex',
  domain: 'CONTOSO',
  workstation: 'PC-0042',
  target: 'HTTP/portal.contoso.com',
};
const ERROR = {
  code: 41,
  stime: '2026-03-02T09:14:05Z',
  realm: 'CONTOSO.COM',
  sname: build.principal(1, 'svc-portal'),
};
const iakerbHeader = sequence(context(1, element(0x0c, utf8('CONTOSO.COM'))));
const asReq = application(10, sequence(context(1, integer(5)), context(2, integer(10))));
const tcp = (message: Bytes) => [0, 0, message.length >> 8, message.length & 255, ...message];
const le32 = (value: number) => [
  value & 255,
  (value >>> 8) & 255,
  (value >>> 16) & 255,
  value >>> 24,
];
const extended = [...le32(0xc0000133), ...le32(0), ...le32(1)];
const errorData = sequence(context(1, integer(3)), context(2, octetString(extended)));

type Row = readonly [name: string, bytes: Bytes, layers: string[], told: Partial<Token>];

const ROWS: Row[] = [
  [
    'AP-REQ in SPNEGO',
    build.negTokenInit(build.WINDOWS_LIST, build.framedApReq(TICKET)),
    ['GSS', 'SPNEGO NegTokenInit', 'Kerberos AP-REQ'],
    {
      complete: true,
      spnego: { message: 'NegTokenInit', mechTypes: build.WINDOWS_LIST },
      kerberos: {
        message: 'AP-REQ',
        realm: 'CONTOSO.COM',
        sname: 'HTTP/portal.contoso.com',
        nameType: 2,
        apOptions: ['mutual-required'],
        ticket: { etype: 18, kvno: 4, cipherBytes: 40 },
        authenticator: { etype: 18 },
      },
    },
  ],
  [
    'KRB-ERROR in accept-incomplete',
    build.negTokenResp({
      negState: 1,
      supportedMech: build.MS_KERBEROS,
      responseToken: build.framedKrbError(ERROR),
    }),
    ['SPNEGO NegTokenResp', 'Kerberos KRB-ERROR'],
    {
      spnego: {
        message: 'NegTokenResp',
        negState: 'accept-incomplete',
        supportedMech: build.MS_KERBEROS,
      },
      kerberos: {
        message: 'KRB-ERROR',
        realm: 'CONTOSO.COM',
        sname: 'svc-portal',
        nameType: 1,
        errorCode: 41,
        errorName: 'KRB_AP_ERR_MODIFIED',
        serverTime: '2026-03-02T09:14:05Z',
      },
    },
  ],
  [
    'NegTokenInit2 with hints',
    build.negTokenInit2(build.WINDOWS_LIST),
    ['GSS', 'SPNEGO NegTokenInit2'],
    { spnego: { message: 'NegTokenInit2', mechTypes: build.WINDOWS_LIST } },
  ],
  [
    'reject and nothing else',
    build.negTokenResp({ negState: 2 }),
    ['SPNEGO NegTokenResp'],
    { spnego: { message: 'NegTokenResp', negState: 'reject' } },
  ],
  [
    'IAKERB',
    build.frame('1.3.6.1.5.2.5', [5, 1], iakerbHeader, asReq),
    ['GSS', 'IAKERB', 'Kerberos AS-REQ'],
    {},
  ],
  [
    'TGT-REQ, user-to-user',
    build.frame(
      '1.2.840.113554.1.2.2.3',
      [4, 0],
      sequence(
        context(0, integer(5)),
        context(1, integer(16)),
        context(2, build.principal(2, 'HTTP', 'pc.contoso.com')),
        context(3, generalString('CONTOSO.COM')),
      ),
    ),
    ['GSS', 'Kerberos TGT-REQ'],
    {
      kerberos: {
        message: 'TGT-REQ',
        sname: 'HTTP/pc.contoso.com',
        nameType: 2,
        realm: 'CONTOSO.COM',
      },
    },
  ],
  [
    'TGT-REP, user-to-user',
    build.frame(
      '1.2.840.113554.1.2.2.3',
      [4, 1],
      sequence(context(0, integer(5)), context(1, integer(17)), context(2, build.ticket(TICKET))),
    ),
    ['GSS', 'Kerberos TGT-REP'],
    {},
  ],
  ['a message over TCP', tcp(build.krbError(ERROR)), ['Kerberos KRB-ERROR'], { complete: true }],
  [
    'KDC-PROXY-MESSAGE',
    sequence(context(0, octetString(tcp(asReq))), context(1, generalString('CONTOSO.COM'))),
    ['KDC-PROXY', 'Kerberos AS-REQ'],
    {},
  ],
  [
    'AP-REQ without GSS frame, as with DCE',
    build.apReq(TICKET),
    ['Kerberos AP-REQ'],
    { complete: true },
  ],
  ['AP-REQ without its APPLICATION tag', build.apReq(TICKET).slice(3), ['Kerberos AP-REQ'], {}],
  [
    'KRB-CRED',
    application(
      22,
      sequence(
        context(0, integer(5)),
        context(1, integer(22)),
        context(2, sequence(build.ticket(TICKET))),
        context(3, build.encrypted(0, undefined, 20, 1)),
      ),
    ),
    ['Kerberos KRB-CRED'],
    {},
  ],
  [
    'MIC of RFC 1964',
    build.frame(build.KERBEROS, [1, 1], [0x11, 0, 255, 255, 255, 255], noise(16, 3)),
    ['GSS', 'Kerberos MIC'],
    {},
  ],
  [
    'Wrap of RFC 1964',
    build.frame(build.KERBEROS, [2, 1], [0x11, 0, 0x10, 0, 255, 255], noise(40, 3)),
    ['GSS', 'Kerberos Wrap'],
    {},
  ],
  [
    'Delete of RFC 1964',
    build.frame(build.KERBEROS, [1, 2], [0x11, 0, 255, 255, 255, 255], noise(16, 3)),
    ['GSS', 'Kerberos Delete'],
    {},
  ],
  ['a mechanism that is not known', build.frame('1.2.3.4.5', noise(9, 3)), ['GSS'], {}],
  ['a TokId that is not known', build.frame(build.KERBEROS, [9, 9], noise(9, 3)), ['GSS'], {}],
  [
    'NTLM in a NegTokenInit without frame',
    build.negTokenInit([build.NTLMSSP], negotiate()).slice(10),
    ['SPNEGO NegTokenInit', 'NTLM type 1'],
    {},
  ],
];

for (const [name, bytes, layers, told] of ROWS) {
  test(name, () => {
    const { token } = decodeBytes(bytes);
    assert.deepEqual(token.layers, layers);
    assert.deepEqual(gapsIn(token.fields, bytes.length), []);
    for (const [key, value] of Object.entries(told))
      assert.deepEqual(token[key as keyof Token], value);
  });
}

test('an encryption type, name type and flag that are not known are shown by number', () => {
  const { token } = decodeBytes(build.apReq({ ...TICKET, etype: -135, nameType: 99 }));
  assert.equal(token.kerberos?.ticket?.etype, -135);
  assert.deepEqual(valuesOf(token.fields, 'name-type'), ['99']);
  const odd = build.frame(
    build.KERBEROS,
    [1, 0],
    application(14, sequence(context(2, flags(0x00100000)))),
  );
  assert.deepEqual(decodeBytes(odd).token.kerberos?.apOptions, ['bit 11']);
});

test('ap-options shorter than 32 bits are read from the left', () => {
  const short = application(14, sequence(context(2, element(0x03, [5, 0x20]))));
  assert.deepEqual(decodeBytes(short).token.kerberos?.apOptions, ['mutual-required']);
});

test('the NTSTATUS in a KRB-ERROR of Windows', () => {
  const { token } = decodeBytes(build.krbError({ ...ERROR, code: 32, edata: errorData }));
  assert.equal(fieldOf(token, 'status')?.value, '0xC0000133');
  assert.match(fieldOf(token, 'status')?.meaning ?? '', /TIME_DIFFERENCE/);
});

test('a list is printed even with numbers nobody knows', () => {
  const { token } = decodeBytes(build.negTokenInit(['1.2.3.4', build.KERBEROS]));
  assert.deepEqual(token.spnego?.mechTypes, ['1.2.3.4', build.KERBEROS]);
});

test('a mechListMIC that is a copy of the token is told as such', () => {
  const responseToken = build.framedApRep();
  const resp = build.negTokenResp({ negState: 0, responseToken, mechListMic: responseToken });
  const { token } = decodeBytes(resp);
  assert.match(fieldOf(token, 'copy')?.meaning ?? '', /ignore/);
});

test('an NTLM signature in a mechListMIC', () => {
  const mechListMic = [1, 0, 0, 0, ...noise(8, 5), 7, 0, 0, 0];
  const { token } = decodeBytes(build.negTokenResp({ negState: 0, mechListMic }));
  assert.equal(fieldOf(token, 'SeqNum')?.value, '7');
});

test('NTLM types 1, 2 and 3', () => {
  assert.equal(decodeBytes(negotiate()).token.ntlm?.version, '10.0.22631');
  const two = decodeBytes(challenge(SERVER)).token.ntlm;
  assert.ok(two);
  assert.equal(two.targetName, 'CONTOSO');
  assert.equal(two.targetInfo?.MsvAvDnsComputerName, 'web01.contoso.com');
  assert.equal(two.targetInfo.MsvAvTimestamp, SERVER.time);
  const three = decodeBytes(authenticate(CLIENT, SERVER)).token.ntlm;
  assert.ok(three);
  const { user, domain, workstation, response, targetInfo } = three;
  const told = { user, domain, workstation, target: targetInfo?.MsvAvTargetName };
  assert.deepEqual(told, CLIENT);
  assert.equal(response, 'NTLMv2');
});

test('an NTLM message of the oldest form: no session key, no flags', () => {
  const field = (size: number, at: number) => [size, 0, size, 0, at, 0, 0, 0];
  const [lm, nt] = [noise(24, 1), noise(24, 2)];
  const bytes = [
    ...utf8('NTLMSSP'),
    0,
    ...le32(3),
    ...field(24, 60),
    ...field(24, 84),
    ...field(3, 52),
    ...field(4, 55),
    ...field(1, 59),
    ...utf8('DOMalexP'),
    ...lm,
    ...nt,
  ];
  const { token } = decodeBytes(bytes);
  assert.equal(token.ntlm?.user, 'alex');
  assert.equal(token.ntlm.domain, 'DOM');
  assert.equal(token.ntlm.response, 'NTLMv1');
  assert.equal(token.complete, true);
  assert.deepEqual(gapsIn(token.fields, bytes.length), []);
});

test('bytes behind the end are kept and reported', () => {
  const bytes = [...build.negTokenResp({ negState: 0 }), 1, 2, 3];
  const { token, problems } = decodeBytes(bytes);
  assert.equal(fieldOf(token, 'trailing bytes')?.bytes?.start, bytes.length - 3);
  assert.match(problems[0]?.message ?? '', /3 bytes after the end/);
});

test('a length beyond the element around it is reported, and what stands before it is shown', () => {
  const bytes = [...build.negTokenInit(build.WINDOWS_LIST, build.framedApReq(TICKET))];
  const realm = Buffer.from(bytes).indexOf('CONTOSO.COM');
  bytes[realm - 1] = 120;
  const { token, problems } = decodeBytes(bytes);
  assert.deepEqual(token.spnego?.mechTypes, build.WINDOWS_LIST);
  assert.match(problems[0]?.message ?? '', /too large/);
  assert.deepEqual(gapsIn(token.fields, bytes.length), []);
});

test('a cut token says where it stops and how much is missing', () => {
  const bytes = build.negTokenInit(build.WINDOWS_LIST, build.framedApReq(TICKET));
  const spn = Buffer.from(bytes).indexOf('portal.contoso.com');
  const { token, problems } = decodeBytes(bytes.slice(0, spn + 6));
  assert.equal(token.complete, false);
  assert.equal(token.expectedBytes, bytes.length);
  assert.equal(token.kerberos?.sname, 'HTTP/portal');
  assert.equal(token.kerberos.ticket, undefined);
  assert.equal(fieldOf(token, 'sname')?.cut, true);
  assert.match(problems.at(-1)?.message ?? '', /sname \/ name-string \/ component\.$/);
});

test('an OBJECT IDENTIFIER longer than the limit is kept as bytes', () => {
  const long = element(0x06, [0x2b, ...new Array<number>(80).fill(0x85), 1]);
  const bytes = application(0, long);
  const { token, problems } = decodeBytes(bytes);
  assert.deepEqual(gapsIn(token.fields, bytes.length), []);
  assert.ok(problems.length > 0);
});

test('a kvno is unsigned, and one of a read-only domain controller names its key', () => {
  const { token } = decodeBytes(build.apReq({ ...TICKET, kvno: -0x7fff0000 + 2 }));
  assert.equal(token.kerberos?.ticket?.kvno, 0x80010002);
  assert.match(fieldOf(token, 'kvno')?.meaning ?? '', /^Version 2 of the key of krbtgt_32769: /);
  assert.equal(oid('1.2.840.113554.1.2.2').length, 11);
});
