/** The parts of a story: steps of time, names, examples, the table's limit. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Endings } from '../attempts/endings.ts';
import { storyOf } from './story.ts';
import { stepFor } from './story-series.ts';
import { logOf, read, row } from '../testing/help.ts';
import { START, tableOf } from '../testing/story-help.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

/** [range in milliseconds, step] */
const STEPS: [number, number][] = [
  [0, SECOND],
  [58 * SECOND, SECOND],
  [100 * SECOND, 2 * SECOND],
  [HOUR, 2 * 60 * SECOND],
  [DAY, 30 * 60 * SECOND],
  [7 * DAY, 4 * HOUR],
  [365 * DAY, 10 * DAY],
];

for (const [range, step] of STEPS) {
  test(`${range / SECOND} s are told in steps of ${step / SECOND} s`, () => {
    const start = Date.UTC(2026, 0, 1);
    assert.equal(stepFor(start, start + range), step);
  });
}

test('any range of 24 seconds and more has 24 to 60 steps', () => {
  const most = Date.UTC(9_999, 0, 1);
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: -most, max: 0 }),
      (part, first) => {
        const last = first + Math.floor(24 * SECOND + (most - 24 * SECOND) * part ** 8);
        const step = stepFor(first, last);
        const steps = Math.floor(last / step) - Math.floor(first / step) + 1;
        assert.ok(steps >= 24 && steps <= 60, `${steps} steps of ${step}`);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('steps lie without a gap, and each begins on a round time', () => {
  const story = storyOf(
    tableOf([{ ms: START }, { ms: START + 100 * SECOND, outcome: 'abandoned' }]),
  );
  assert.ok(story.series);
  const { width, buckets } = story.series;
  assert.equal(buckets[0]?.time, '2026-03-02T08:15:02Z');
  for (const [i, { from, time }] of buckets.entries()) {
    assert.equal(from, START + i * width);
    assert.equal(Date.parse(time), from);
    assert.equal(from % width, 0);
  }
  assert.equal(buckets[0].error, 1);
  assert.equal(buckets.at(-1)?.warning, 1);
});

test('rows without a time are counted and have no series', () => {
  const story = storyOf(tableOf([{ ms: NaN }, { ms: NaN }]));
  assert.equal(story.attempts, 2);
  assert.equal(story.series, undefined);
  assert.equal(story.first, undefined);
});

test('names with most failed attempts come first, with what befell them most', () => {
  const { clients } = storyOf(
    tableOf([
      ...Array.from({ length: 9 }, () => ({
        client: 'fine',
        outcome: 'accepted-one-leg' as const,
      })),
      { client: 'b', outcome: 'accepted-one-leg' },
      { client: 'b', outcome: 'accepted-one-leg' },
      { client: 'b', outcome: 'abandoned' },
      { client: 'a', outcome: 'refused' },
      { client: 'a', outcome: 'refused' },
      { client: 'a', outcome: 'abandoned' },
      { client: '' },
    ]),
  );
  assert.deepEqual(clients, {
    distinct: 3,
    top: [
      { name: 'a', attempts: 3, failed: 3, outcome: 'refused' },
      { name: 'b', attempts: 3, failed: 1, outcome: 'abandoned' },
      { name: 'fine', attempts: 9, failed: 0, outcome: 'accepted-one-leg' },
    ],
  });
});

test('ten names are listed, all are counted', () => {
  const { users } = storyOf(tableOf(Array.from({ length: 30 }, (_, i) => ({ user: `u${i}` }))));
  assert.equal(users.distinct, 30);
  assert.deepEqual(
    users.top.map(({ name }) => name),
    Array.from({ length: 10 }, (_, i) => `u${i}`),
  );
});

test('the earliest attempts are the examples, those that failed before the others', () => {
  const made = Array.from({ length: 5_000 }, (_, i) => ({
    // Newest first, as Log Analytics writes them.
    ms: START + (5_000 - i) * SECOND,
    outcome: i % 100 === 0 ? ('refused' as const) : ('accepted-one-leg' as const),
  }));
  const { examples } = storyOf(tableOf(made));
  assert.equal(examples.length, 50);
  assert.ok(examples.every(({ outcome }) => outcome === 'refused'));
  const times = examples.map(({ time = '' }) => time);
  assert.deepEqual(times, [...times].sort());
  const first = storyOf(tableOf(made), { outcomes: ['accepted-one-leg'] }).examples[0];
  assert.equal(first?.time, new Date(START + SECOND).toISOString().replace('.000', ''));
});

test('a full table says so; its story is of the first attempts', () => {
  const made = Array.from({ length: 2_500 }, () => ({}));
  const story = storyOf(tableOf(made, 2_000));
  assert.equal(story.attempts, 2_000);
  assert.equal(story.complete, false);
  assert.equal(story.summary[0], 'Told of the first 2,000 attempts only.');
  assert.equal(storyOf(tableOf(made, 2_500)).complete, true);
});

test('endings beyond the limit lose their codes, not their outcome', () => {
  const endings = new Endings(2);
  const of = (win32: number) =>
    endings.idOf({ outcome: 'refused', article: '401-1-bad-credentials', win32 });
  assert.deepEqual([of(1), of(2), of(3), of(4), of(1)], [0, 1, 2, 2, 0]);
  assert.deepEqual(endings.list[2], { outcome: 'refused', article: '401-1-bad-credentials' });
});

test('a log without a 401 has no story', () => {
  assert.equal(read(logOf(row('200 0 0'))).story, undefined);
});

test('the clock of the server is not called UTC', () => {
  const native =
    '192.0.2.17, -, 3/2/2026, 8:15:02, W3SVC1, WEB01, 10.0.0.4, 3, 300, 1500, 401, 5, GET, /app/, -,';
  const { story } = read(native);
  assert.equal(story?.first, '2026-03-02T08:15:02');
  assert.match(story.summary.join(' '), /at 08:15:02 server time\.$/);
});
