/**
 * Spelling of what readers see, in American or British English; `cspell.json` says which files, and
 * `tests/fixtures/words.txt` has the field's own words.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const WORDS = 'tests/fixtures/words.txt';

test('every word is in a dictionary, or among the words of the field', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/cspell/bin.mjs', '--no-progress', '--no-color', '--unique', '--quiet'],
    { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
  );
  assert.equal(`${stdout}${stderr}`.trim(), '', `${WORDS} takes words that are right`);
  assert.equal(status, 0);
});

test('the words of the field stand in order, each once', () => {
  const words = readFileSync(WORDS, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((word) => word.toLowerCase());
  assert.deepEqual(words, [...new Set(words)].sort());
});
