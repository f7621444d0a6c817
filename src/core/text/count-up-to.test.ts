import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countUpTo, numbersUpTo } from './count-up-to.ts';

test('counts what is not above a value, as a walk through the list does', () => {
  const ascending = fc
    .array(fc.integer({ min: -9, max: 9 }))
    .map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(ascending, fc.integer({ min: -11, max: 11 }), (numbers, value) => {
      const expected = numbers.filter((number) => number <= value).length;
      assert.equal(numbersUpTo(numbers, value), expected);
      const items = numbers.map((start) => ({ start }));
      assert.equal(
        countUpTo(items, value, ({ start }) => start),
        expected,
      );
    }),
  );
});
