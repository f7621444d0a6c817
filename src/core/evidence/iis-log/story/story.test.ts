/** The story of a log: what was written is what is told, and a filter tells a part of it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Outcome, Story } from '../../../contract/decoded.ts';
import { momentOf } from './moment.ts';
import { storyOf } from './story.ts';
import { generate } from '../testing/generate.ts';
import { FIELDS, logOf, read, row } from '../testing/help.ts';
import { recordFor, START, tableOf, type Made } from '../testing/story-help.ts';

const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
const counts = (story: Story) => story.outcomes.map(({ outcome, count }) => [outcome, count]);

for (const seed of [1, 2, 3]) {
  const { lines, truth, refusals } = generate(seed, 250);
  const text = [FIELDS, ...lines].join('\n');

  test(`seed ${seed}: every outcome as often as it was written`, () => {
    const { story, sequences } = read(text);
    assert.ok(story);
    assert.deepEqual(counts(story).sort(), [...truth].sort());
    assert.equal(story.attempts, sum(sequences.map(({ count }) => count)));
    assert.equal(story.refusals, refusals);
    const accepted = [...truth].filter(([outcome]) => outcome.startsWith('accepted-'));
    assert.equal(story.failed, story.attempts - sum(accepted.map(([, count]) => count)));
  });

  test(`seed ${seed}: each attempt is of its own client, and the series counts each once`, () => {
    const { story } = read(text);
    assert.equal(story?.clients.distinct, 250);
    const { buckets = [] } = story.series ?? {};
    assert.equal(
      sum(buckets.flatMap(({ ok, info, warning, error }) => [ok, info, warning, error])),
      250,
    );
    assert.ok(buckets.length >= 24 && buckets.length <= 60);
  });

  test(`seed ${seed}: the parts by outcome, and by resource, are the whole`, () => {
    const { table } = recordFor(text);
    const whole = storyOf(table);
    const parts = [...truth.keys()].map((outcome) => storyOf(table, { outcomes: [outcome] }));
    assert.equal(sum(parts.map(({ refusals: rows }) => rows)), whole.refusals);
    assert.equal(sum(parts.map(({ attempts }) => attempts)), whole.attempts);
    const stems = Array.from({ length: 40 }, (_, i) => `/app/page${i}.aspx`);
    const byStem = stems.map((stem) => storyOf(table, { resources: [stem] }));
    assert.equal(sum(byStem.map(({ failed }) => failed)), whole.failed);
  });
}

test('the rows of an attempt are those of its handshake, with their columns', async () => {
  const text = logOf(
    row('401 2 5'),
    row('401 2 5', { ip: '192.0.2.23' }),
    row('401 1 2148074254'),
    row('200 0 0', { user: 'CONTOSO\\anna' }),
  );
  const { table, rows } = recordFor(text);
  const [failed, accepted] = storyOf(table).examples;
  assert.deepEqual([failed?.outcome, accepted?.outcome], ['never-answered', 'accepted-two-legs']);
  const entries = await rows.entriesOf(accepted?.attempt ?? -1);
  assert.deepEqual(
    entries.map(({ line, status }) => [line, status]),
    [
      [2, 401],
      [4, 401],
      [5, 200],
    ],
  );
  assert.equal(text.slice(entries[2]?.at.start, entries[2]?.at.end), text.split('\n')[4]);
  assert.equal(accepted?.user, 'CONTOSO\\anna');
  assert.deepEqual(await rows.entriesOf(99), []);
});

test('of an attempt of thousands of rows all are counted, the first and the last given', async () => {
  const lines = Array.from({ length: 3_000 }, (_, i) =>
    row(i % 2 === 0 ? '401 1 2148074254' : '401 1 2148074252'),
  );
  const { table, rows } = recordFor(logOf(...lines));
  const { refusals: counted, examples } = storyOf(table);
  assert.deepEqual([counted, examples[0]?.rows], [3_000, 3_000]);
  const entries = await rows.entriesOf(0);
  assert.deepEqual([entries[0]?.line, entries[99]?.line], [2, 101]);
  assert.equal(entries.at(-1)?.line, 3_001);
  assert.ok(entries.length <= 1_000);
});

const anyAttempt = fc.record({
  outcome: fc.constantFrom<Outcome>('accepted-one-leg', 'refused', 'abandoned', 'acl-denied'),
  ms: fc.oneof(fc.constant(NaN), fc.integer({ min: START, max: START + 90_000_000 })),
  client: fc.constantFrom('', '10.0.0.1', '10.0.0.2', '10.0.0.3'),
  user: fc.constantFrom('', 'anna', 'ben'),
  resource: fc.constantFrom('/', '/app/', '/api/'),
  rows: fc.integer({ min: 2, max: 9 }),
});
const anyAttempts = fc.array(anyAttempt, { minLength: 1, maxLength: 80 });

/** The same by the plainest of ways. */
const ofAll = (attempts: readonly Made[], test: (made: Made) => boolean) =>
  attempts.filter(test).length;

test('filtered by each value of a column, the parts add up to the whole', () => {
  fc.assert(
    fc.property(anyAttempts, (attempts) => {
      const table = tableOf(attempts);
      for (const [kind, column] of [
        ['clients', 'client'],
        ['users', 'user'],
        ['resources', 'resource'],
      ] as const) {
        const values = [...new Set(attempts.map((made) => made[column]))];
        const parts = values.map((value) => storyOf(table, { [kind]: [value] }));
        assert.equal(sum(parts.map((part) => part.attempts)), attempts.length);
        parts.forEach((part, i) => {
          assert.equal(
            part.attempts,
            ofAll(attempts, (made) => made[column] === values[i]),
          );
        });
      }
    }),
  );
});

test('a range of time holds its first moment and not its last', () => {
  fc.assert(
    fc.property(anyAttempts, fc.nat(90_000_000), fc.nat(90_000_000), (attempts, a, b) => {
      const [from, to] = [START + Math.min(a, b), START + Math.max(a, b)];
      const { attempts: found } = storyOf(tableOf(attempts), { from, to });
      assert.equal(
        found,
        ofAll(attempts, ({ ms = NaN }) => momentOf(ms) >= from && momentOf(ms) < to),
      );
    }),
  );
});

test('several filters at once let through what each of them does', () => {
  const table = tableOf([
    { client: 'a', user: 'x' },
    { client: 'a', user: 'y' },
    { client: 'b', user: 'x' },
    { client: 'a', user: 'x', outcome: 'abandoned' },
  ]);
  assert.equal(storyOf(table, { clients: ['a'], users: ['x'] }).attempts, 2);
  assert.equal(storyOf(table, { clients: ['a', 'b'], outcomes: ['refused'] }).attempts, 3);
  assert.equal(storyOf(table, { clients: ['nobody'] }).attempts, 0);
  assert.deepEqual(storyOf(table, { clients: ['nobody'] }).summary, ['No attempt is left.']);
});
