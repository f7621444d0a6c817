/**
 * Writes the golden trees of the public tokens anew, after a change that is meant to change them:
 * `node src/core/evidence/token/testing/build/make-trees.ts`, then read the difference.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { bytesOf, decodeBytes, FIXTURES } from '../fixtures.ts';
import { treeText, TREES_FOLDER } from '../tree-text.ts';

await mkdir(TREES_FOLDER, { recursive: true });
for (const { name, base64 } of FIXTURES) {
  await writeFile(new URL(`${name}.txt`, TREES_FOLDER), treeText(decodeBytes(bytesOf(base64))));
}
