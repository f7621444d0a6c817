/** All public test tokens: what their own sources assert about them can be found in the tree. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { claimsOf } from '../testing/expected.ts';
import { bytesOf, decodeBytes, FIXTURES } from '../testing/fixtures.ts';

/** Hex values are shown from their start; theirs are shortened too. */
const answers = (stated: string, decoded: readonly string[]) =>
  decoded.some((value) => value === stated || (stated.length >= 16 && value.startsWith(stated)));

for (const { name, base64, expected } of FIXTURES) {
  if (expected === null) continue;
  test(`${name} has what its source says`, () => {
    const { token } = decodeBytes(bytesOf(base64));
    for (const [field, stated, decoded] of claimsOf(expected, token.fields)) {
      assert.ok(
        answers(stated, decoded),
        `${field}: ${stated} is not in ${JSON.stringify(decoded)}`,
      );
    }
  });
}

test('the sources state 224 such values', () => {
  const claims = FIXTURES.flatMap(({ base64, expected }) =>
    claimsOf(expected, decodeBytes(bytesOf(base64)).token.fields),
  );
  assert.equal(claims.length, 224);
});
