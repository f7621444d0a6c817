/** A long paste as a file: the same characters, whatever they look like. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText, sourcesOf } from '../../core/index.ts';
import { fileOf } from './long-paste.ts';

const read = async (text: string) => {
  const file = await fileOf(text);
  return decodeText(new Uint8Array(await file.arrayBuffer()));
};

const TEXTS: readonly (readonly [string, string])[] = [
  ['the letters that begin an archive', `PK${'x'.repeat(700_000)}`],
  ['characters that begin a binary file', `\u001b[0m\0${'x'.repeat(700_000)}`],
  ['letters of every width, cut anywhere', '\u{1F511}é€a'.repeat(170_000)],
  ['the same, one further', `a${'\u{1F511}é€a'.repeat(170_000)}`],
  ['an odd number of pairs', '\u{1F511}'.repeat(900_001)],
  ['the same, between their halves', `a${'\u{1F511}'.repeat(900_001)}`],
  ['nothing', ''],
];

for (const [name, text] of TEXTS) {
  test(`the text of the file is that of the paste: ${name}`, async () => {
    assert.ok((await read(text)) === text);
  });
}

test('a log whose first letters are those of an archive is read as it is', async () => {
  const file = await fileOf('PK 2026-11-20 03:12:44 GET / 401 2 5');
  const [source, ...others] = await sourcesOf([{ name: file.name, blob: file }]);
  assert.equal(source?.name, 'pasted text');
  assert.deepEqual(others, []);
});
