/** The order and the words of the timeline, and what its file holds. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { isArticle } from '../../../src/core/articles.ts';
import { dateWords, isToCome, timeline } from '../../../src/site/timeline.ts';

interface Change {
  id: string;
  date?: string;
  article: string;
}

/** YAML reads a lone year as a number, as `src/content.config.ts` knows. */
type Read = Omit<Change, 'date'> & { date?: string | number };

const CHANGES = (parse(readFileSync('content/changes.yaml', 'utf8')) as Read[]).map(
  ({ id, article, date }): Change =>
    date === undefined ? { id, article } : { id, article, date: String(date) },
);

test('the newest change comes first, and one without a date before all', () => {
  const dates = ['2025-08', '2025', undefined, '2025-08-29', '2029', '2024-11'];
  const order = timeline(dates.map((date) => ({ date })));
  assert.deepEqual(
    order.map(({ year, changes }) => [year, changes.map(({ date }) => date)]),
    [
      [undefined, [undefined]],
      ['2029', ['2029']],
      ['2025', ['2025', '2025-08', '2025-08-29']],
      ['2024', ['2024-11']],
    ],
  );
});

for (const [date, day, toCome] of [
  ['2026-11-22', '2026-11-21', true],
  ['2026-11-21', '2026-11-21', false],
  ['2026-11', '2026-11-21', false],
  ['2026-12', '2026-11-21', true],
  ['2026', '2026-11-21', false],
  ['2027', '2026-11-21', true],
  [undefined, '2026-11-21', true],
] as const) {
  test(`${date ?? 'no date'} is ${toCome ? '' : 'not '}still to come on ${day}`, () => {
    assert.equal(isToCome({ date }, day), toCome);
  });
}

test('a date is as precise in words as in numbers', () => {
  assert.deepEqual(['2026-07-14', '2026-06', '2029'].map(dateWords), [
    '14 July 2026',
    'June 2026',
    '2029',
  ]);
});

test('every change has an id of its own, an article that exists, and a place in order', () => {
  assert.ok(CHANGES.length > 30);
  assert.equal(new Set(CHANGES.map(({ id }) => id)).size, CHANGES.length);
  assert.deepEqual(
    CHANGES.filter(({ article }) => !isArticle(article)),
    [],
  );
  const drawn = timeline(CHANGES).flatMap(({ changes }) => changes.map(({ id }) => id));
  assert.deepEqual(
    drawn,
    CHANGES.map(({ id }) => id),
    'the file is in the order of the timeline',
  );
});
