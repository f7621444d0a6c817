/** Each way of spelling, with tokens of every kind: whole, and nothing else beside it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { bytesOf, FIXTURES } from '../testing/fixtures.ts';
import { KERBEROS_BYTES, NTLM_BYTES, read } from '../testing/paste.ts';
import { SPELLINGS } from '../testing/spellings.ts';
import { seenToken } from '../seen.ts';

const PUBLIC = [
  'pyspnego-scenario-gssapi_kerberos-01',
  'pyspnego-scenario-gssapi_kerberos-02',
  'pyspnego-scenario-heimdal_ntlm-03',
  'pyspnego-scenario-sspi_ntlm-02',
  'pyspnego-scenario-sspi_ntlm-03',
  'pyspnego-test_messages-test_authenticate_unpack_ntlmv2',
  'pyspnego-data-krb_error',
];

const TOKENS: [name: string, bytes: readonly number[]][] = [
  ['made up: Kerberos', KERBEROS_BYTES],
  ['made up: NTLM type 1', NTLM_BYTES],
  ...PUBLIC.map((name): [string, readonly number[]] => {
    const fixture = FIXTURES.find((candidate) => candidate.name === name);
    assert.ok(fixture, name);
    return [name, [...bytesOf(fixture.base64)]];
  }),
];

for (const [spelling, spell] of Object.entries(SPELLINGS)) {
  test(`spelled as ${spelling}`, async () => {
    for (const [name, bytes] of TOKENS) {
      const text = spell(bytes);
      assert.ok(seenToken(text), `${name} is not seen`);
      const { tokens } = await read(text);
      assert.deepEqual(
        tokens.map(({ hex }) => hex),
        [Buffer.from(bytes).toString('hex')],
        `${name}\n${text.slice(0, 400)}`,
      );
    }
  });
}
