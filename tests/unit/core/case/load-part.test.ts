/** Parts of the program that come, and parts that do not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPart } from '../../../../src/core/case/load-part.ts';
import type { Problem } from '../../../../src/core/index.ts';

test('a part that comes is given, and nothing is told', async () => {
  const problems: Problem[] = [];
  assert.equal(await loadPart('counts', () => Promise.resolve(7), problems), 7);
  assert.deepEqual(problems, []);
});

test('a part that does not come is told by what it does', async () => {
  const problems: Problem[] = [];
  const gone = (): Promise<unknown> => Promise.reject(new TypeError('Failed to fetch'));
  const part: unknown = await loadPart('draws conclusions', gone, problems);
  assert.equal(part, undefined);
  assert.match(
    problems[0]?.message ?? '',
    /^The part of this page that draws conclusions could not/,
  );
});
