/** The compiled scanner that is kept in the source was made of its source. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { compile, TARGETS } from './build.ts';

for (const memory of ['own', 'shared'] as const) {
  test(`the compiled scanner with ${memory} memory is made of its source`, () => {
    assert.equal(readFileSync(TARGETS[memory], 'utf8'), compile(memory));
  });
}
