/** The helpers that walk over columns: order of time, pairs, groups; the same as the plainest way. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { grouped, largest } from './groups.ts';
import { PairIds } from './pair-ids.ts';
import { timeOrder } from './time-order.ts';

const time = fc.oneof(
  fc.constant(NaN),
  fc.integer({ min: 0, max: 20 }),
  fc.integer({ min: -5, max: 2 ** 45 }),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
);

test('attempts by time, those of one moment in their order, those without a time last', () => {
  fc.assert(
    fc.property(fc.array(time, { maxLength: 300 }), (times) => {
      const ms = Float64Array.from(times);
      const all = Uint32Array.from(times.keys());
      const { order, timed } = timeOrder(ms, all);
      const known = [...all].filter((i) => !Number.isNaN(times[i]));
      const floor = (i: number) =>
        Math.floor((times[i] ?? 0) - Math.min(...times.filter((t) => !Number.isNaN(t))));
      assert.equal(timed, known.length);
      const isSorted = known.every(
        (i, at) => at === 0 || (times[known[at - 1] ?? 0] ?? 0) <= (times[i] ?? 0),
      );
      const expected = isSorted ? known : known.sort((a, b) => floor(a) - floor(b) || a - b);
      assert.deepEqual([...order.subarray(0, timed)], expected);
      assert.deepEqual(
        [...order.subarray(timed)],
        [...all].filter((i) => Number.isNaN(times[i])),
      );
    }),
  );
});

test('each pair has its own number, and only pairs that were given one are found', () => {
  const id = fc.oneof(fc.nat(5), fc.nat(0x1f_ffff));
  fc.assert(
    fc.property(fc.array(fc.tuple(id, id), { maxLength: 3_000 }), (pairs) => {
      const ids = new PairIds();
      const known = new Map<string, number>();
      for (const [a, b] of pairs) {
        const expected = known.get(`${a} ${b}`) ?? known.size;
        assert.equal(ids.has(a, b), known.has(`${a} ${b}`));
        assert.equal(ids.idOf(a, b), expected);
        known.set(`${a} ${b}`, expected);
        assert.deepEqual([ids.firstOf(expected), ids.secondOf(expected)], [a, b]);
      }
      assert.equal(ids.size, known.size);
      for (const [pair, number] of known) {
        const [a = 0, b = 0] = pair.split(' ').map(Number);
        assert.equal(ids.find(a, b), number);
      }
    }),
    { numRuns: 50 },
  );
});

test('groups keep the order, and the largest come first', () => {
  const attempts = Uint32Array.from([5, 3, 8, 1, 9, 2]);
  const of = grouped(
    attempts,
    (attempt) => attempt % 3,
    () => 4,
  );
  assert.deepEqual(
    [0, 1, 2, 3].map((group) => [...of(group)]),
    [[3, 9], [1], [5, 8, 2], []],
  );
  assert.deepEqual(
    largest([3, 1, 4, 1, 5, 9, 2, 6], (weight) => weight, 3),
    [9, 6, 5],
  );
  assert.deepEqual(
    largest(['a', 'b', 'c'], () => 1, 2),
    ['a', 'b'],
  );
});
