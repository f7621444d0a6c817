/** Every public token decodes to the very tree that was looked at once and kept. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { bytesOf, decodeBytes, FIXTURES } from '../testing/fixtures.ts';
import { treeText, TREES_FOLDER } from '../testing/tree-text.ts';

test('there is one tree for each token', () => {
  const files = readdirSync(TREES_FOLDER).map((file) => file.replace(/\.txt$/, ''));
  assert.deepEqual(files.toSorted(), FIXTURES.map(({ name }) => name).toSorted());
});

for (const { name, base64 } of FIXTURES) {
  test(`the tree of ${name}`, () => {
    const kept = readFileSync(new URL(`${name}.txt`, TREES_FOLDER), 'utf8');
    assert.equal(treeText(decodeBytes(bytesOf(base64))), kept);
  });
}
