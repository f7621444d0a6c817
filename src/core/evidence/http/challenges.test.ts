/** The value of an authentication header, in the forms of RFC 9110 11.6 and in those people paste. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { findAuthHeaders, isBare } from './auth-headers.ts';
import { readChallenges } from './challenges.ts';
import { signsInLines } from './line-signs.ts';
import { KERBEROS, NTLM, REJECT } from '../token/testing/paste.ts';

const headersIn = (text: string) => findAuthHeaders(text, signsInLines(text).lineAt);

type Told = [scheme: string | undefined, data?: string | undefined, parameters?: string];

const ROWS: [name: string, value: string, challenges: Told[]][] = [
  ['a scheme', 'Negotiate', [['Negotiate']]],
  ['a scheme in other letters', 'NEGOTIATE', [['Negotiate']]],
  ['scheme and token', `NTLM ${NTLM}`, [['NTLM', NTLM]]],
  ['two schemes', 'Negotiate, NTLM', [['Negotiate'], ['NTLM']]],
  ['a token, then a scheme', `Negotiate ${REJECT}, NTLM`, [['Negotiate', REJECT], ['NTLM']]],
  [
    'parameters, then a scheme',
    'Basic realm="a, b", charset="UTF-8", Negotiate',
    [['Basic', undefined, 'realm="a, b", charset="UTF-8"'], ['Negotiate']],
  ],
  [
    'Bearer with parameters',
    'Bearer error="invalid_token"',
    [['Bearer', undefined, 'error="invalid_token"']],
  ],
  [
    'Digest',
    'Digest username="alex", nc=00000001',
    [['Digest', undefined, 'username="alex", nc=00000001']],
  ],
  ['Basic', 'Basic YWxleDp4', [['Basic', 'YWxleDp4']]],
  ['Nego2 with data', `Nego2 ${KERBEROS}`, [['Nego2', KERBEROS]]],
  ['no scheme', KERBEROS, [[undefined, KERBEROS]]],
  ['a scheme nobody reads', 'AWS4-HMAC-SHA256 Credential=x', []],
  ['a placeholder', 'Negotiate <token>', [['Negotiate']]],
  ['a sentence', 'Negotiate header is missing', [['Negotiate']]],
  [
    'Bearer with its token on a line of its own',
    'Bearer\n  abc.def.ghi\nHost: web',
    [['Bearer', 'abc.def.ghi']],
  ],
  ['Bearer before the next header', 'Bearer\n   Authorization: Negotiate', [['Bearer']]],
  ['Basic before a row of a table', 'Basic\n   Host web01:8080', [['Basic']]],
  ['nothing', '', []],
  ['signs', ':;,"', []],
];

for (const [name, value, challenges] of ROWS) {
  test(name, () => {
    const told = readChallenges(value, 0).map(({ scheme, data, parameters }): Told => {
      const text = (span: typeof data) => (span ? value.slice(span.start, span.end) : undefined);
      if (parameters) return [scheme, text(data), text(parameters) ?? ''];
      return data ? [scheme, text(data)] : [scheme];
    });
    assert.deepEqual(told, challenges);
  });
}

const HEADERS: [name: string, text: string, names: string[]][] = [
  ['raw', 'WWW-Authenticate: Negotiate', ['WWW-Authenticate']],
  ['in other letters', 'proxy-AUTHORIZATION: NTLM', ['Proxy-Authorization']],
  ['in JSON', '"authorization":"Negotiate"', ['Authorization']],
  [
    'a table with blanks for tabs',
    '  WWW-Authenticate NTLM, Negotiate\n  Authorization Negotiate TlRMTVNT.....\n  Host web01',
    ['WWW-Authenticate', 'Authorization'],
  ],
  ['a heading', 'Authorization Negotiate', []],
  ['a sentence about a header', 'WWW-Authenticate Negotiate, NTLM and others are missing', []],
  ['a sentence with a token in it', `Authorization Negotiate ${NTLM} was sent`, []],
  ['in a HAR', '"name": "WWW-Authenticate", "value": "Negotiate"', ['WWW-Authenticate']],
  ['in JSON within JSON', '\\"Authorization\\": \\"NTLM\\"', ['Authorization']],
  ['in Markdown', '**Authorization**: `Negotiate`', ['Authorization']],
  ['in a URL', 'Authorization%3A%20Negotiate', ['Authorization']],
  ['with an arrow of Ruby', "'Authorization' => 'Negotiate'", ['Authorization']],
  [
    'two of them',
    'WWW-Authenticate: Negotiate\nWWW-Authenticate: NTLM',
    ['WWW-Authenticate', 'WWW-Authenticate'],
  ],
  ['a name without a value', 'the Authorization header', []],
  ['a longer name', 'X-Authorization-Extra: Negotiate', []],
  ['a word with it inside', 'preauthorization: Negotiate', []],
  ['no scheme behind it', 'Authorization: yes', []],
];

for (const [name, text, names] of HEADERS) {
  test(`headers ${name}`, () => {
    assert.deepEqual(
      headersIn(text).map((header) => header.name),
      names,
    );
  });
}

const ALONE: [text: string, alone: boolean][] = [
  ['WWW-Authenticate: Negotiate', true],
  ['   < WWW-Authenticate: Negotiate\r\n', true],
  ['  • WWW-Authenticate: NTLM\n', true],
  ['send the WWW-Authenticate: Negotiate header', false],
  ['WWW-Authenticate: Negotiate header', false],
];

for (const [text, alone] of ALONE) {
  test(`${alone ? 'a line of its own' : 'a part of a sentence'}: ${text.trim()}`, () => {
    assert.equal(headersIn(text)[0]?.alone, alone);
  });
}

test('what is a mere offer', () => {
  const bare = (text: string) => headersIn(text).map(isBare);
  assert.deepEqual(bare('WWW-Authenticate: Negotiate'), [true]);
  assert.deepEqual(bare('WWW-Authenticate: Digest realm="x", nonce="y"'), [true]);
  assert.deepEqual(bare('Authorization: Digest username="x"'), [false]);
  assert.deepEqual(bare(`Authorization: NTLM ${NTLM}`), [false]);
});

const BLACKED_OUT: [value: string, isBlackedOut: boolean][] = [
  ['Negotiate XXXXXXXXXXXX', true],
  ['NTLM ********', true],
  ['Negotiate xxxxxxxx==', true],
  ['Negotiate', false],
  [`Negotiate ${REJECT}`, false],
  ['Negotiate <token>', true],
  ['Negotiate <redacted>', true],
  ['NTLM [REDACTED]', true],
  ['Negotiate oX\u2026Q=', true],
  ['Negotiate ...', true],
  ['NTLM YadaYadaYadaYada', true],
  ['Basic <token>', false],
];

for (const [value, isBlackedOut] of BLACKED_OUT) {
  test(`${value.slice(0, 24)} is ${isBlackedOut ? '' : 'not '}blacked out`, () => {
    const [challenge] = readChallenges(value, 0);
    assert.equal(challenge?.blackedOut !== undefined, isBlackedOut);
  });
}

test('escaped quotes in a parameter do not end it', () => {
  const value = 'Digest username="a \\"b\\", c", realm="x"';
  const [challenge, ...others] = readChallenges(value, 0);
  assert.deepEqual(others, []);
  assert.deepEqual(challenge?.parameters, { start: 7, end: value.length });
});

const KEYS: [name: string, text: string, carries: boolean][] = [
  ['a signature of another scheme', 'Authorization: AWS4-HMAC-SHA256 Credential=x', false],
  ['a short word', 'Authorization: NTLM v2', false],
  ['the end of a cut token', 'Authorization: Negotiate YIIFmQYG', true],
  ['groups of four', 'Authorization: Negotiate YIIF mQYG KwYB BQUC oIIF jTCC', true],
  ['the next header, folded', 'Authorization: Negotiate\n    Accept-Encoding: gzip', false],
  ['a token, folded', `Authorization: Negotiate\n    ${REJECT}\nHost: x`, true],
];

for (const [name, text, carries] of KEYS) {
  test(`${name} is ${carries ? 'a token' : 'no token'} by its characters`, () => {
    assert.equal(
      headersIn(text).some((header) => !isBare(header)),
      carries,
    );
  });
}
