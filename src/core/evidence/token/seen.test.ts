/** `seen` may say yes in vain; it must never say no where the reader finds a token. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { bytesOf, FIXTURES } from './testing/fixtures.ts';
import { SPELLINGS } from './testing/spellings.ts';
import { KERBEROS, NTLM } from './testing/paste.ts';
import { token } from './reader.ts';
import { seenToken } from './seen.ts';

const NOTHING = { claimed: [], inner: [], options: {} };
const isRead = async (text: string) => ((await token.read(text, NOTHING))?.tokens?.length ?? 0) > 0;

for (const [spelling, spell] of Object.entries(SPELLINGS)) {
  test(`every public token that is read is seen, spelled as ${spelling}`, async () => {
    for (const { name, base64 } of FIXTURES) {
      const bytes = bytesOf(base64);
      const inside = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, ...bytes]);
      for (const written of [bytes, bytes.subarray(0, 20), inside]) {
        const text = spell([...written]);
        if (!seenToken(text)) assert.ok(!(await isRead(text)), `${name}: ${text.slice(0, 200)}`);
      }
    }
  });
}

test('whatever is pasted: what is read is seen', async () => {
  const piece = fc.oneof(
    fc.constantFrom('Negotiate ', 'Basic ', '\n', '> ', '"', "b'", '\\x', '0x', ', ', '%20', '='),
    fc.constantFrom(KERBEROS, NTLM, KERBEROS.slice(0, 40), NTLM.slice(3)),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      const text = pieces.join('');
      assert.ok(seenToken(text) || !(await isRead(text)));
    }),
    { numRuns: 3000 },
  );
});

const UNSEEN: [name: string, text: string][] = [
  ['nothing', ''],
  ['prose', 'The browser asks for a password again and again, and IIS answers 401.2 each time.'],
  [
    'a log row',
    '2026-03-02 09:14:05 10.0.0.1 GET /app - 80 - 10.0.0.2 Mozilla/5.0+(Windows+NT+10.0;+Win64) - 401 2 5 1234',
  ],
  ['an SPN', 'setspn -Q HTTP/portal.contoso.com'],
];

for (const [name, text] of UNSEEN) {
  test(`nothing is loaded for ${name}`, () => {
    assert.equal(seenToken(text), false);
  });
}
