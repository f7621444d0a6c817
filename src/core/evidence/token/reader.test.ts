/** One token in every spelling people paste it in. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { CHALLENGE, KERBEROS, KERBEROS_BYTES, NTLM, read, REJECT } from './testing/paste.ts';

const wrap = (text: string, width: number, by: string) =>
  text.match(new RegExp(`.{1,${width}}`, 'g'))?.join(by) ?? '';
const hex = Buffer.from(KERBEROS_BYTES).toString('hex');
const pairs = hex.match(/../g) ?? [];
const url = KERBEROS.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const encoded = encodeURIComponent(KERBEROS);

function xxd(bytes: readonly number[]): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const part = bytes.slice(at, at + 16);
    const groups =
      Buffer.from(part)
        .toString('hex')
        .match(/.{1,4}/g) ?? [];
    const text = part.map((byte) => (byte > 32 && byte < 127 ? String.fromCharCode(byte) : '.'));
    lines.push(
      `${at.toString(16).padStart(8, '0')}: ${groups.join(' ').padEnd(41)} ${text.join('')}`,
    );
  }
  return lines.join('\n');
}

const SPELLINGS: [name: string, text: string][] = [
  ['a header', `Authorization: Negotiate ${KERBEROS}`],
  ['a header in lower case', `authorization: negotiate ${KERBEROS}`],
  [
    'two blanks, as in Network Monitor',
    `   - Authorization:  Negotiate ${KERBEROS}\n      WhiteSpace:  `,
  ],
  [
    'curl -v',
    `> GET / HTTP/1.1\n> Host: portal.contoso.com\n> Authorization: Negotiate ${KERBEROS}\n>`,
  ],
  [
    'a command of curl',
    `curl -H 'Authorization: Negotiate ${KERBEROS}' http://portal.contoso.com/`,
  ],
  ['JSON', `{"Authorization": "Negotiate ${KERBEROS}"}`],
  ['a HAR entry', `{"name": "Authorization",\n "value": "Negotiate ${KERBEROS}"}`],
  ['JSON with escaped slashes', `{"authorization":"Negotiate ${KERBEROS.replaceAll('/', '\\/')}"}`],
  [
    'headers in one JSON string',
    `"GET / HTTP/1.1\\r\\nAuthorization: Negotiate ${KERBEROS}\\r\\nHost: x"`,
  ],
  ['PowerShell', `$headers = @{ Authorization = "Negotiate ${KERBEROS}" }`],
  ['YAML', `authorization: 'Negotiate ${KERBEROS}'`],
  ["a browser's panel, value below", `authorization:\nNegotiate ${KERBEROS}\nhost:\nx`],
  ['scheme and token', `Negotiate ${KERBEROS}`],
  ['a header without scheme', `Authorization: ${KERBEROS}`],
  ['percent-encoded', `Authorization%3A%20Negotiate%20${encoded}`],
  ['bare base64', KERBEROS],
  ['bare, quoted', `"${KERBEROS}"`],
  ['bare, in a sentence', `The token was ${KERBEROS}, and it failed.`],
  ['bare base64url without padding', url],
  ['lines of 76', wrap(KERBEROS, 76, '\r\n')],
  ['lines of 64 in a header', `Authorization: Negotiate ${wrap(KERBEROS, 64, '\n  ')}\nHost: x`],
  ['groups of four', wrap(KERBEROS, 4, ' ')],
  ['hex', hex],
  ['hex in capitals', hex.toUpperCase()],
  ['hex with blanks', pairs.join(' ')],
  ['hex with colons', pairs.join(':')],
  ['0x with commas', pairs.map((pair) => `0x${pair}`).join(', ')],
  [
    'a C array',
    `const unsigned char token[] = {\n${pairs.map((pair) => `0x${pair}`).join(',')}\n};`,
  ],
  ['backslashes', pairs.map((pair) => `\\x${pair}`).join('')],
  ['xxd', xxd(KERBEROS_BYTES)],
  ['inside longer bytes', Buffer.from([1, 2, 3, 4, 5, 6, 7, ...KERBEROS_BYTES]).toString('base64')],
  ['inside a longer hex dump', xxd([0xff, 0x53, 0x4d, 0x42, 0x73, ...KERBEROS_BYTES])],
];

for (const [name, text] of SPELLINGS) {
  test(`a token as ${name}`, async () => {
    const { tokens, problems } = await read(text);
    assert.equal(tokens.length, 1);
    const [token] = tokens;
    assert.equal(token?.kerberos?.sname, 'HTTP/portal.contoso.com');
    assert.equal(token.complete, true);
    assert.equal(token.bytes, KERBEROS_BYTES.length);
    assert.deepEqual(problems, []);
  });
}

test('each value points at the characters that spell it', async () => {
  const text = `> Authorization: Negotiate ${KERBEROS}`;
  const { tokens } = await read(text);
  const find = (
    fields: (typeof tokens)[0]['fields'],
    name: string,
  ): { start: number; end: number } | undefined => {
    for (const field of fields) {
      if (field.name === name) return field.at;
      const below = find(field.children ?? [], name);
      if (below) return below;
    }
    return undefined;
  };
  const realm = find(tokens[0]?.fields ?? [], 'realm');
  assert.ok(realm);
  const spelled = Buffer.from(text.slice(realm.start - 2, realm.end + 2), 'latin1').toString();
  const start = text.indexOf(KERBEROS);
  const offset = Buffer.from(KERBEROS_BYTES).indexOf('CONTOSO.COM');
  assert.equal(realm.start, start + Math.floor((offset * 4) / 3));
  assert.equal(realm.end, start + Math.ceil(((offset + 11) * 4) / 3));
  assert.ok(spelled.length > 11);
});

test('several tokens, in order, each under its header', async () => {
  const { tokens } = await read(
    [
      `Authorization: NTLM ${NTLM}`,
      'HTTP/1.1 401 Unauthorized',
      `WWW-Authenticate: NTLM ${CHALLENGE}`,
      `Proxy-Authorization: Negotiate ${KERBEROS}`,
    ].join('\r\n'),
  );
  assert.deepEqual(
    tokens.map(({ header, scheme, layers }) => [header, scheme, layers.at(-1)]),
    [
      ['Authorization', 'NTLM', 'NTLM type 1'],
      ['WWW-Authenticate', 'NTLM', 'NTLM type 2'],
      ['Proxy-Authorization', 'Negotiate', 'Kerberos AP-REQ'],
    ],
  );
});

test('several challenges on one line', async () => {
  const text = `WWW-Authenticate: Negotiate ${REJECT}, NTLM, Basic realm="x, y"`;
  const { tokens, messages } = await read(`HTTP/1.1 401 Unauthorized\n${text}`);
  assert.equal(tokens[0]?.spnego?.negState, 'reject');
  assert.deepEqual(messages[0]?.schemes, ['Negotiate', 'NTLM', 'Basic']);
});

test('a digit too many at the end is dropped and told', async () => {
  const { tokens, problems } = await read(`WWW-Authenticate: Negotiate ${REJECT}A`);
  assert.equal(tokens[0]?.spnego?.negState, 'reject');
  assert.equal(tokens[0].complete, true);
  assert.match(problems[0]?.message ?? '', /^1 character .* dropped/);
});

test('Basic keeps the user name and nothing of the password', async () => {
  const secret = 'correct-horse';
  const text = `Authorization: Basic ${Buffer.from(`alex:${secret}`).toString('base64')}`;
  const { tokens } = await read(text);
  assert.deepEqual(tokens[0]?.basic, { user: 'alex' });
  assert.ok(!JSON.stringify(tokens).includes(secret));
  const { start, end } = tokens[0].at;
  assert.equal(Buffer.from(text.slice(start, end), 'base64').toString(), 'alex');
});

test('Digest shows who and where, and no proof', async () => {
  const text =
    'Authorization: Digest username="alex", realm="x", nonce="n", uri="/", response="0123456789abcdef"';
  const { tokens } = await read(text);
  const values = tokens[0]?.fields.map(({ name, value }) => [name, value]);
  assert.deepEqual(values?.[0], ['username', 'alex']);
  assert.ok(values.some(([name, value]) => name === 'response' && value === undefined));
});

test('Bearer shows names and no values', async () => {
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const jwt = `${part({ alg: 'RS256', kid: 'secret-kid' })}.${part({ sub: 'secret-sub', aud: 'x' })}.c2lnbmF0dXJl`;
  const { tokens } = await read(`Authorization: Bearer ${jwt}`);
  assert.deepEqual(tokens[0]?.layers, ['Bearer', 'JSON Web Token']);
  assert.equal(tokens[0].fields[0]?.value, 'alg, kid');
  assert.equal(tokens[0].fields[2]?.value, 'sub, aud');
  assert.ok(!JSON.stringify(tokens).includes('secret'));
});

const NO_TOKENS: [name: string, text: string][] = [
  [
    'prose',
    'If IIS does not send the WWW-Authenticate: Negotiate header, use the IIS Manager console.',
  ],
  [
    'prose with long words',
    'Internationalization and Authentication: Negotiate authentication providers.',
  ],
  [
    'a log row',
    '2026-03-02 09:14:05 10.0.0.1 GET /app - 80 - 10.0.0.2 Mozilla/5.0+(Windows+NT+10.0;+Win64) - 401 2 5 1234',
  ],
  ['a GUID', '{0D53335C-F9EA-4D0D-B2EC-4AE3786EC308}'],
  ['a hash', 'd41d8cd98f00b204e9800998ecf8427e'],
  [
    'a certificate',
    `-----BEGIN CERTIFICATE-----\nMIIB${'A'.repeat(200)}\n-----END CERTIFICATE-----`,
  ],
  ['a placeholder', 'Authorization: Negotiate <token>'],
  ['a placeholder of dots', 'Authorization: Negotiate YII...'],
  ['a placeholder word', 'Authorization: Negotiate TOKEN'],
  ['a header on its own', 'Authorization: Negotiate\n    Accept-Encoding: gzip'],
  ['a word', 'bold'],
  ['a code', '0x80090322'],
  ['a number', '2148074254'],
  ['nothing', ''],
];

for (const [name, text] of NO_TOKENS) {
  test(`no token in ${name}`, async () => {
    assert.deepEqual((await read(text)).tokens, []);
  });
}

test('any text is read without an exception, and spans stay inside of it', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Authorization: ',
      'WWW-Authenticate: ',
      'Negotiate ',
      'NTLM ',
      'Basic ',
      'Digest a="',
      '\n',
      ', ',
      '%2',
      '\\u00',
      '"',
    ),
    fc.constantFrom(KERBEROS, NTLM, REJECT, KERBEROS.slice(0, 77)),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const text = pieces.join('');
      const { tokens, messages } = await read(text);
      for (const { at } of [...tokens, ...messages]) {
        assert.ok(0 <= at.start && at.start <= at.end && at.end <= text.length);
      }
    }),
    { numRuns: 1000 },
  );
});
