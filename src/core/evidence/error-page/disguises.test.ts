/** Mail, forums and cut files change how a page looks, never what it states. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assertSound, DISGUISES } from '../../../../tests/unit/sound-reader.ts';
import { factsWithoutPlaces } from '../../../../tests/unit/without-places.ts';
import { errorPage } from './reader.ts';
import { seenErrorPage } from './seen.ts';

const FOLDER = new URL('fixtures/', import.meta.url);
const FIXTURES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')] as const);

for (const [how, disguise] of DISGUISES) {
  test(`the same ${how}`, async () => {
    for (const [name, text] of FIXTURES) {
      const expected = await factsWithoutPlaces(errorPage, text);
      assert.ok(expected.length > 0, name);
      assert.deepEqual(await factsWithoutPlaces(errorPage, disguise(text)), expected, name);
    }
  });
}

test('is sound', () =>
  assertSound({ reader: errorPage, seen: seenErrorPage, texts: FIXTURES.map(([, text]) => text) }));
