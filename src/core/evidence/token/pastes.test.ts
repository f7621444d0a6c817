/** Pastes that were once read wrongly, each as it was pasted (`fixtures/`). */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import type { Token } from '../../contract/decoded.ts';
import { fieldOf, gapsIn } from './testing/fixtures.ts';
import { KERBEROS, NTLM, read } from './testing/paste.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

const COMPLETE: [file: string, layer: string, bytes: number][] = [
  ['mail-quoted.txt', 'Kerberos AP-REQ', 1437],
  ['ntlm-wrapped-70-last-line-6S.txt', 'NTLM type 3', 474],
  ['ntlm-wrapped-72-last-line-As.txt', 'NTLM type 2', 336],
  ['powershell-decimal-bytes.txt', 'NTLM type 1', 40],
  ['python-bytes-repr.txt', 'Kerberos AP-REP', 163],
  ['wireshark-escaped-string.txt', 'Kerberos AP-REP', 163],
];

for (const [file, layer, bytes] of COMPLETE) {
  test(`${file} is a whole token`, async () => {
    const { tokens, problems } = await read(fixture(file));
    assert.deepEqual(
      tokens.map((token) => [token.layers.at(-1), token.bytes, token.complete]),
      [[layer, bytes, true]],
    );
    assert.deepEqual(problems, []);
  });
}

async function only(text: string): Promise<Token> {
  const { tokens } = await read(text);
  const [token] = tokens;
  assert.ok(token && tokens.length === 1);
  return token;
}

test('an 80-byte header of type 3 has its MIC at 64, whatever the flags say', async () => {
  const token = await only(fixture('mic-at-64-with-version-flag.txt'));
  assert.match(token.ntlm?.mic ?? '', /^[0-9a-f]{32}$/);
  assert.equal(fieldOf(token, 'MIC')?.bytes?.start, 64);
  assert.equal(token.ntlm?.version, undefined);
});

test('target information is not read where its flag is not set and its buffer makes no sense', async () => {
  const token = await only(fixture('challenge-without-target-info-flag.txt'));
  assert.equal(token.ntlm?.targetInfo, undefined);
  // Its name lies beyond its end; the bytes where the buffer would be announced 7,733,445 of them.
  assert.equal(token.expectedBytes, 68);
});

test('of two tickets in a KRB-CRED the first is told', async () => {
  const token = await only(fixture('krb-cred-two-tickets.txt'));
  const names = JSON.stringify(token.fields).match(/"name":"sname"/g);
  assert.equal(names?.length, 2);
  assert.equal(token.kerberos?.sname, fieldOf(token, 'sname')?.value);
});

test('a TokId beyond the end of its element is no field', async () => {
  const token = await only(fixture('gap-tokid-beyond-limit.hex'));
  assert.deepEqual(gapsIn(token.fields, token.bytes), []);
});

test('a token that is blacked out is no token, and no cut one', async () => {
  const { tokens, messages, problems } = await read(fixture('negotiate-redacted.txt'));
  assert.deepEqual(tokens, []);
  assert.deepEqual(messages[0]?.schemes, ['Negotiate']);
  assert.match(problems[0]?.message ?? '', /blacked out/);
});

test('Basic without a colon shows nothing of the credentials', async () => {
  const key = 'sk_live_51SecretApiKey';
  const text = `Authorization: Basic ${Buffer.from(key).toString('base64')}`;
  const { tokens, problems } = await read(text);
  assert.deepEqual(tokens[0]?.layers, ['Basic']);
  assert.equal(tokens[0].basic, undefined);
  assert.equal(tokens[0].at.start, tokens[0].at.end);
  assert.ok(!JSON.stringify([tokens, problems]).includes(key));
  assert.match(problems[0]?.message ?? '', /no colon/);
});

test('an empty Basic password is reported', async () => {
  const text = `Authorization: Basic ${Buffer.from('alex:').toString('base64')}`;
  const { tokens, problems } = await read(text);
  assert.deepEqual(tokens[0]?.basic, { user: 'alex' });
  assert.match(problems[0]?.message ?? '', /empty/);
});

test('Basic without the name of a header', async () => {
  const pasted = `curl -H "X: Basic ${Buffer.from('alex:secret').toString('base64')}"`;
  const token = await only(pasted);
  assert.deepEqual([token.scheme, token.basic], ['Basic', { user: 'alex' }]);
});

test('a bare token keeps the scheme that is written before it', async () => {
  for (const before of ['Negotiate ', 'negotiate  ', 'Negotiate%20', 'Negotiate:\n ']) {
    assert.equal((await only(before + KERBEROS)).scheme, 'Negotiate', before);
  }
  assert.equal((await only(`token: ${KERBEROS}`)).scheme, undefined);
});

test('after NTLM only NTLMSSP is a token', async () => {
  assert.equal((await only(`Authorization: NTLM ${NTLM}`)).layers.at(-1), 'NTLM type 1');
  for (const word of ['YadaYada', 'YadaYadaYadaYada', KERBEROS]) {
    assert.deepEqual((await read(`Authorization: NTLM ${word}`)).tokens, [], word);
  }
});

test('Digest values with escaped quotes are read to their end', async () => {
  const plain = await only('Authorization: Digest username="a \\"b\\", c", realm="x, y", nc=1');
  const inJson = await only('{"Authorization":"Digest username=\\"alex\\", realm=\\"x y\\""}');
  const values = ({ fields }: Token) =>
    fields.filter(({ name }) => name !== 'separator').map(({ name, value }) => [name, value]);
  assert.deepEqual(values(plain), [
    ['username', 'a \\"b\\", c'],
    ['realm', 'x, y'],
    ['nc', '1'],
  ]);
  assert.deepEqual(values(inJson), [
    ['username', 'alex'],
    ['realm', 'x y'],
  ]);
});

test('one byte is missing, two are', async () => {
  const cut = (bytes: number) => {
    const whole = Buffer.from(KERBEROS, 'base64');
    return `Negotiate ${whole.subarray(0, whole.length - bytes).toString('base64')}`;
  };
  assert.match((await read(cut(1))).problems[0]?.message ?? '', /, 1 byte is missing\./);
  assert.match((await read(cut(2))).problems[0]?.message ?? '', /, 2 bytes are missing\./);
});
