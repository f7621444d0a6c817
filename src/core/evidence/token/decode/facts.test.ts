/** All public test tokens: what they decode to is what an independent decoder says they hold. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { rowsOf } from '../testing/facts.ts';
import { bytesOf, decodeBytes, FIXTURES, gapsIn } from '../testing/fixtures.ts';

test('there are 86 tokens, each with its source and licence', () => {
  assert.equal(FIXTURES.length, 86);
  for (const { source, licence } of FIXTURES) assert.ok(source.repo && licence);
});

for (const { name, base64, facts } of FIXTURES) {
  test(`${name} decodes to its facts`, () => {
    const bytes = bytesOf(base64);
    const { token } = decodeBytes(bytes);
    for (const [path, stated, decoded] of rowsOf(facts, token.fields)) {
      assert.deepEqual(decoded, stated, path);
    }
    assert.deepEqual(gapsIn(token.fields, bytes.length), []);
  });
}

test('the facts state 853 values', () => {
  const rows = FIXTURES.flatMap(({ base64, facts }) => {
    const { token } = decodeBytes(bytesOf(base64));
    return rowsOf(facts, token.fields);
  });
  assert.equal(rows.length, 853);
});
