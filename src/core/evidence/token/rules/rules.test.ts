/** What the rules on tokens and HTTP say about pastes, and when they are silent. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { lines as stepsOf } from '../../../case/testing/judge.ts';
import { FIXTURES } from '../testing/fixtures.ts';
import {
  application,
  base64,
  context,
  element,
  integer,
  noise,
  sequence,
  utf8,
  type Bytes,
} from '../testing/build/der.ts';
import * as build from '../testing/build/kerberos.ts';
import { authenticate, challenge, negotiate } from '../testing/build/ntlm.ts';
import { findingsOf } from '../testing/facts-of.ts';
import { CROSS_SOURCE_RULES } from '../../../case/rules/cross-source.ts';
import { EXCHANGE_RULES } from '../../../case/rules/exchange-rules.ts';
import { HTTP_RULES } from '../../http/rules/rules.ts';
import { TOKEN_RULES } from './rules.ts';

const SPN = 'HTTP/portal.contoso.com';
const TICKET = { realm: 'CONTOSO.COM', spn: SPN, cipherBytes: 60, authenticatorBytes: 40 };
const SERVER = {
  netbios: 'WEB01',
  domain: 'CONTOSO',
  dnsName: 'web01.contoso.com',
  dnsDomain: 'contoso.com',
  time: '2026-03-02T09:14:05Z',
};
const CLIENT = { user: 'alex', domain: 'CONTOSO', workstation: 'PC-0042', target: SPN };

const request = (scheme: string, token: Bytes) => `Authorization: ${scheme} ${base64(token)}`;
const answer = (scheme: string, token: Bytes) => `WWW-Authenticate: ${scheme} ${base64(token)}`;
const lines = (...all: string[]) => all.join('\r\n');

const kerberos = (etype = 18, more = {}) =>
  request(
    'Negotiate',
    build.negTokenInit(build.WINDOWS_LIST, build.framedApReq({ ...TICKET, etype, ...more })),
  );
const krbError = (
  code: number,
  sname = build.principal(2, 'HTTP', 'portal.contoso.com'),
  ctime?: string,
) =>
  answer(
    'Negotiate',
    build.negTokenResp({
      negState: 1,
      responseToken: build.framedKrbError({
        code,
        stime: '2026-03-02T09:14:05Z',
        realm: 'CONTOSO.COM',
        sname,
        ...(ctime !== undefined && { ctime }),
      }),
    }),
  );
const le32 = (value: number): Bytes => [
  value & 255,
  (value >>> 8) & 255,
  (value >>> 16) & 255,
  value >>> 24,
];
const field = (size: number, at: number): Bytes => [size, 0, size, 0, ...le32(at)];
/** A type 3 with an OEM name and a response of 24 bytes, or with nothing at all. */
const typeThree = (user: string, response: Bytes, flags: number): Bytes => [
  ...utf8('NTLMSSP'),
  0,
  ...le32(3),
  ...field(0, 64),
  ...field(response.length, 64),
  ...field(0, 64),
  ...field(user.length, 64 + response.length),
  ...field(0, 64),
  ...field(0, 64),
  ...le32(flags),
  ...response,
  ...utf8(user),
];
const ntlmV1 = typeThree('alex', noise(24, 3), 2);
const localCall = typeThree('', [], 0x4001);
const negoex: Bytes = [
  ...utf8('NEGOEXTS'),
  ...le32(0),
  ...le32(0),
  ...le32(96),
  ...le32(96),
  ...noise(16, 1),
  ...noise(32, 2),
  ...new Array<number>(24).fill(0),
];
const asReq = application(10, sequence(context(1, integer(5)), context(2, integer(10))));
const iakerb = build.frame(
  '1.3.6.1.5.2.5',
  [5, 1],
  sequence(context(1, element(0x0c, utf8('CONTOSO.COM')))),
  asReq,
);
const UNAUTHORIZED = 'HTTP/1.1 401 Unauthorized';
const account = build.principal(1, 'svc-portal');

/** The first finding: its id, its article, and what its title must say. */
type Row = [name: string, paste: string, id: string, article: string, title: RegExp];

const FIRST: Row[] = [
  [
    'AP-REQ',
    kerberos(),
    'token.kerberos-present',
    'expected-spn',
    /HTTP\/portal\.contoso\.com in CONTOSO\.COM, AES-256, key version 4\.$/,
  ],
  [
    'AP-REQ, cut',
    kerberos().slice(0, -60),
    'token.kerberos-present',
    'expected-spn',
    /cut off after \d+ bytes of \d+\.$/,
  ],
  [
    '41 with its request',
    lines(kerberos(), UNAUTHORIZED, krbError(41, account)),
    'token.krb-error',
    'krb-ap-err-modified',
    /^KRB_AP_ERR_MODIFIED: svc-portal got a ticket for HTTP\/portal\.contoso\.com and could not decrypt it/,
  ],
  [
    '41 without a request',
    krbError(41, account),
    'token.krb-error',
    'krb-ap-err-modified',
    /ticket for the service could not decrypt/,
  ],
  [
    '37 with the clock of the client',
    krbError(37, undefined, '2026-03-02T09:21:06Z'),
    'token.krb-error',
    'clock-skew',
    /client's clock is 7 min 1 s ahead of the server's/,
  ],
  [
    '37 with a Date of the answer',
    lines(UNAUTHORIZED, krbError(37), 'Date: Mon, 02 Mar 2026 11:14:05 GMT'),
    'token.krb-error',
    'clock-skew',
    /Date header of the answer is 2 h 0 min later/,
  ],
  ['33', krbError(33), 'token.krb-error', 'clock-skew', /TKT_NYV/],
  [
    '7',
    krbError(7),
    'token.krb-error',
    'spn-missing',
    /no account holds HTTP\/portal\.contoso\.com/,
  ],
  ['8', krbError(8), 'token.krb-error', 'spn-duplicate', /more than one account/],
  ['14', krbError(14), 'token.krb-error', 'rc4-disabled-etype', /ETYPE_NOSUPP/],
  ['44', krbError(44), 'token.krb-error', 'krb-ap-err-modified', /BADKEYVER/],
  [
    'a code without a cause',
    krbError(60),
    'token.krb-error',
    'krb-error-table',
    /^KRB_ERR_GENERIC/,
  ],
  ['a code nobody knows', krbError(99), 'token.krb-error', 'krb-error-table', /^Kerberos error 99/],
  ['RC4', kerberos(23), 'token.rc4-ticket', 'rc4-disabled-etype', /encrypted with RC4 \(type 23\)/],
  [
    'triple DES, which only other KDCs issue',
    kerberos(16),
    'token.rc4-ticket',
    'rc4-disabled-etype',
    /encrypted with DES3 \(type 16\), which Windows does not support/,
  ],
  ['DES', kerberos(3), 'token.rc4-ticket', 'rc4-disabled-etype', /encrypted with DES/],
  [
    'raw NTLM under Negotiate',
    request('Negotiate', negotiate()),
    'token.ntlm-inside-negotiate',
    'ntlm-fallback-reasons',
    /raw NTLM/,
  ],
  [
    'NTLM in SPNEGO, no Kerberos',
    request('Negotiate', build.negTokenInit([build.NTLMSSP], negotiate())),
    'token.ntlm-inside-negotiate',
    'ntlm-fallback-reasons',
    /inside Negotiate/,
  ],
  [
    'NTLM first, Kerberos second',
    request('Negotiate', build.negTokenInit([build.NTLMSSP, build.KERBEROS], negotiate())),
    'token.ntlm-where-kerberos-offered',
    'ntlm-fallback-reasons',
    /offers Kerberos but sends NTLM/,
  ],
  [
    'the server picks NTLM',
    answer('Negotiate', build.negTokenResp({ negState: 1, supportedMech: build.NTLMSSP })),
    'token.ntlm-chosen',
    'kerberos-or-ntlm',
    /server chooses NTLM/,
  ],
  [
    'aimed at an address',
    lines('GET / HTTP/1.1', 'Host: 192.0.2.7:8080', request('Negotiate', negotiate())),
    'token.ntlm-to-address',
    'ntlm-fallback-reasons',
    /the address 192\.0\.2\.7/,
  ],
  [
    'type 1',
    request('NTLM', negotiate()),
    'token.ntlm',
    'kerberos-or-ntlm',
    /does not say yet who/,
  ],
  [
    'type 2',
    answer('NTLM', challenge(SERVER)),
    'token.ntlm-challenge',
    'kerberos-or-ntlm',
    /^The server web01\.contoso\.com in contoso\.com sends/,
  ],
  [
    'type 3',
    request('NTLM', authenticate(CLIENT, SERVER)),
    'token.ntlm',
    'kerberos-or-ntlm',
    /^CONTOSO\\alex tries to log on from PC-0042 with NTLMv2, aiming at HTTP/,
  ],
  [
    'reject',
    answer('Negotiate', build.negTokenResp({ negState: 2 })),
    'token.rejected',
    'how-negotiate-works',
    /rejects/,
  ],
  [
    'AP-REP',
    answer('Negotiate', build.negTokenResp({ negState: 0, responseToken: build.framedApRep() })),
    'token.negotiate-answer',
    'how-negotiate-works',
    /accepts the logon with Kerberos/,
  ],
  [
    'accept-incomplete',
    answer('Negotiate', build.negTokenResp({ negState: 1 })),
    'token.negotiate-answer',
    'how-negotiate-works',
    /goes on/,
  ],
  [
    'NEGOEX and NTLM, no Kerberos',
    request('Negotiate', build.negTokenInit([build.NEGOEX, build.NTLMSSP], negoex)),
    'token.no-kerberos-listed',
    'ntlm-fallback-reasons',
    /not in the client's list/,
  ],
  ['NEGOEX alone', base64(negoex), 'token.negoex', 'decode-token', /PKU2U/],
  [
    'NTLMv1',
    request('NTLM', ntlmV1),
    'token.ntlmv1',
    'ntlm-disabled-or-blocked',
    /^alex answers with NTLMv1;/,
  ],
  [
    'a logon on the same machine',
    request('NTLM', localCall),
    'token.ntlm',
    'loopback-check',
    /its own machine/,
  ],
  ['AS-REQ', base64(asReq), 'token.other-kerberos', 'decode-token', /between client and KDC/],
  [
    'IAKERB',
    request('Negotiate', iakerb),
    'token.other-kerberos',
    'iakerb-localkdc',
    /cannot reach a KDC/,
  ],
  [
    'Wrap',
    base64([5, 4, 0, 255, ...noise(28, 2)]),
    'token.other-kerberos',
    'decode-token',
    /out of place/,
  ],
  [
    'Bearer',
    'Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln',
    'token.other-scheme',
    'kerberos-or-ntlm',
    /Bearer, which is neither/,
  ],
  [
    'a token of something else',
    'Authorization: Negotiate c29tZXRoaW5nIGVsc2UgYWx0b2dldGhlcg==',
    'token.unknown',
    'decode-token',
    /does not begin like/,
  ],
  [
    'another mechanism',
    request('Negotiate', build.frame('1.2.3.4.5', noise(20, 1))),
    'token.unknown',
    'decode-token',
    /names a mechanism/,
  ],
  [
    'the last message of a client',
    request('Negotiate', build.negTokenResp({ mechListMic: [1, 0, 0, 0, ...noise(12, 1)] })),
    'token.negotiate-answer',
    'how-negotiate-works',
    /goes on/,
  ],
  [
    'Basic',
    'Authorization: Basic YWxleDpzZWNyZXQ=',
    'token.basic',
    'basic-auth-test',
    /the name alex and the password/,
  ],
  ['a cut head', kerberos().slice(0, 90), 'token.cut', 'decode-token', /missing\. So far it lists/],
  [
    'a large header',
    kerberos(18, { cipherBytes: 10_000 }),
    'token.near-limit',
    'http-400-header-too-long',
    /can exceed the 16,384/,
  ],
  [
    'a header too large',
    kerberos(18, { cipherBytes: 14_000 }),
    'token.near-limit',
    'http-400-header-too-long',
    /answers 400 above/,
  ],
  [
    'only NTLM on offer',
    lines(UNAUTHORIZED, 'WWW-Authenticate: NTLM'),
    'http.negotiate-not-offered',
    'negotiate-header-missing',
    /NTLM but not Negotiate/,
  ],
  [
    'both on offer',
    'WWW-Authenticate: Negotiate\nWWW-Authenticate: NTLM',
    'http.offer',
    'how-negotiate-works',
    /offers Negotiate, NTLM;/,
  ],
  [
    'a token before any 401',
    lines(kerberos(), UNAUTHORIZED, 'WWW-Authenticate: Negotiate'),
    'token.preauthenticated',
    'preauth-401-1',
    /pre-authentication/,
  ],
];

for (const [name, paste, id, article, title] of FIRST) {
  test(name, async () => {
    const [first] = await findingsOf(paste);
    assert.equal(first?.id, id);
    assert.equal(first.article, article);
    assert.match(first.title, title);
  });
}

/** Pastes in which a finding must not appear. */
const SILENT: [name: string, paste: string, id: string][] = [
  ['an AES ticket', kerberos(), 'token.rc4-ticket'],
  ['a Camellia ticket', kerberos(26), 'token.rc4-ticket'],
  ['a ticket of an unknown type', kerberos(99), 'token.rc4-ticket'],
  ['NTLM under NTLM', request('NTLM', negotiate()), 'token.ntlm-inside-negotiate'],
  [
    'a challenge offers nothing',
    lines(UNAUTHORIZED, answer('NTLM', challenge(SERVER))),
    'http.negotiate-not-offered',
  ],
  [
    'a type 3 is no first request',
    lines(request('NTLM', authenticate(CLIENT, SERVER)), UNAUTHORIZED, 'WWW-Authenticate: NTLM'),
    'token.preauthenticated',
  ],
  ['a 200', lines(kerberos(), 'HTTP/1.1 200 OK'), 'token.preauthenticated'],
  [
    'a 401 before the token',
    lines(
      UNAUTHORIZED,
      'WWW-Authenticate: Negotiate',
      kerberos(),
      UNAUTHORIZED,
      'WWW-Authenticate: Negotiate',
    ),
    'token.preauthenticated',
  ],
  ['a whole token', kerberos(), 'token.cut'],
  ['a small token', kerberos(), 'token.near-limit'],
  ['an answer with KRB-ERROR', krbError(41), 'token.negotiate-answer'],
  [
    'offers beside a token',
    lines(kerberos(), UNAUTHORIZED, 'WWW-Authenticate: Negotiate'),
    'http.offer',
  ],
];

for (const [name, paste, id] of SILENT) {
  test(`${id} is silent: ${name}`, async () => {
    const ids = (await findingsOf(paste)).map((finding) => finding.id);
    assert.ok(!ids.includes(id), ids.join(', '));
  });
}

test('41 names both sides in its steps, shows both, and says what is only observed', async () => {
  const [first] = await findingsOf(lines(kerberos(), UNAUTHORIZED, krbError(41, account)));
  assert.ok(first);
  assert.deepEqual(stepsOf(first.next).slice(0, 2), [`setspn -Q ${SPN}`, 'setspn -L svc-portal']);
  assert.match(first.caveat ?? '', /observed/);
  assert.equal(first.evidence.length, 3);
});

test('a host that no shell may see leaves its place in the command', async () => {
  const paste = lines(
    'GET /app/ HTTP/1.1',
    'Host: portal$(calc)&calc|whoami',
    request('Negotiate', negotiate()),
    '',
    UNAUTHORIZED,
    'WWW-Authenticate: Negotiate',
    'WWW-Authenticate: NTLM',
  );
  const findings = await findingsOf(paste);
  const found = findings.find(({ id }) => id === 'token.ntlm-inside-negotiate');
  assert.deepEqual(found?.next, [
    { run: 'setspn -Q <SPN>', on: 'anywhere' },
    { run: 'klist get <SPN>', on: 'client' },
  ]);
  for (const step of findings.flatMap(({ next = [] }) => next)) {
    assert.doesNotMatch('run' in step ? step.run : '', /calc|whoami/);
  }
});

test('a step that needs a name which is cut off is left out', async () => {
  const [first] = await findingsOf(kerberos().slice(0, 262));
  assert.equal(first?.id, 'token.kerberos-present');
  assert.ok(!stepsOf(first.next).some((step) => step.includes('setspn')));
});

test('a token with dots behind it was shortened for the paste, and its start tells what it is', async () => {
  const [short] = await findingsOf('Authorization: Negotiate TlRMTVNTUAAB...');
  assert.match(short?.title ?? '', /after 9 bytes\. It begins as NTLM does\.$/);
  assert.match(short?.caveat ?? '', /^Dots follow it/);
  const [bare] = await findingsOf('Authorization: Negotiate TlRMTVNTUAAB');
  assert.match(bare?.caveat ?? '', /something between client and server/);
});

test('every public token leads to some finding', async () => {
  for (const { name, base64: token } of FIXTURES) {
    const found = await findingsOf(`Authorization: Negotiate ${token}`);
    assert.ok(found.length > 0, name);
  }
});

test('no finding quotes a password', async () => {
  const findings = await findingsOf('Authorization: Basic YWxleDpzZWNyZXQ=');
  assert.ok(!JSON.stringify(findings).includes('secret'));
});

test('every finding of every public token has evidence inside the paste and a plain title', async () => {
  for (const { name, base64: token } of FIXTURES) {
    for (const paste of [
      token,
      `Authorization: Negotiate ${token}`,
      `WWW-Authenticate: Negotiate ${token}`,
    ]) {
      for (const { title, evidence, next } of await findingsOf(paste)) {
        assert.match(title, /[.!]$/, name);
        assert.ok(!/undefined|NaN|\{/.test([title, ...stepsOf(next)].join()), `${name}: ${title}`);
        for (const { start, end } of evidence)
          assert.ok(0 <= start && start <= end && end <= paste.length);
      }
    }
  }
});

test('each rule is in one of the lists, each id once', () => {
  const ids = [...EXCHANGE_RULES, ...HTTP_RULES, ...TOKEN_RULES].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const listed = new Set([...ids, ...CROSS_SOURCE_RULES.map(({ id }) => id)]);
  for (const folder of ['./', '../../http/rules/', '../../../case/rules/']) {
    const here = new URL(folder, import.meta.url);
    for (const file of readdirSync(here).filter((name) => /^(?!.*test).*\.ts$/.test(name))) {
      const source = readFileSync(new URL(file, here), 'utf8');
      if (!/needs: \['(?:tokens|messages)'\]/.test(source)) continue;
      for (const [, id] of source.matchAll(/^ {2}id: '([\w.-]+)'/gm)) {
        assert.ok(listed.has(id ?? ''), `${file}: ${id ?? ''}`);
      }
    }
  }
});
