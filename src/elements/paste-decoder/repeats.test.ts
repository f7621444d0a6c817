/** What repeats itself is found whole, and nothing is lost. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { moreTimes, roundsOf } from './repeats.ts';

const said = (text: string, longest = 3) =>
  roundsOf(text === '' ? [] : text.split(/(?=.)/), (sign) => sign, longest).map(
    ({ items, times }) => (times === 1 ? items.join('') : `${times}(${items.join('')})`),
  );

/** [items, rounds] */
const CASES: [string, string[]][] = [
  ['', []],
  ['abc', ['a', 'b', 'c']],
  ['abab', ['a', 'b', 'a', 'b']],
  ['aaa', ['3(a)']],
  ['cababab', ['c', '3(ab)']],
  ['cabababd', ['c', '3(ab)', 'd']],
  ['abcabcabcabc', ['4(abc)']],
  ['abcdabcdabcd', ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd', 'a', 'b', 'c', 'd']],
  ['aaaab', ['4(a)', 'b']],
];

for (const [items, rounds] of CASES) {
  test(JSON.stringify(items), () => {
    assert.deepEqual(said(items), rounds);
  });
}

test('attempts repeat one by one', () => {
  assert.deepEqual(said('abab', 1), ['a', 'b', 'a', 'b']);
});

test('the rounds written out are the items', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 }), (items) => {
      const rounds = roundsOf(items, (item) => item, 3);
      assert.deepEqual(
        rounds.flatMap((round) => Array.from({ length: round.times }, () => round.items).flat()),
        items,
      );
      for (const { items: own, last } of rounds) assert.equal(last, own.at(-1));
    }),
  );
});

test('how many more times', () => {
  assert.deepEqual([2, 3, 1_001].map(moreTimes), ['once more', '2 more times', '1,000 more times']);
});
