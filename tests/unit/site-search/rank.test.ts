/** Pages in the order of how well they answer several words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rank, type Asked } from '../../../src/elements/site-search/rank.ts';

const PAGES = 100;

const word = (own: Record<string, number>, ...alike: Record<string, number>[]): Asked => ({
  own: new Map(Object.entries(own)),
  alike: alike.map((scores) => new Map(Object.entries(scores))),
});
const everywhere = Object.fromEntries(Array.from({ length: PAGES }, (_, i) => [`p${i}`, 5]));

const ROWS: readonly (readonly [name: string, asked: readonly Asked[], first: string])[] = [
  ['a page with both words is before a page with one', [word({ a: 5, b: 5 }), word({ b: 5 })], 'b'],
  ['a title counts more than a mention', [word({ a: 4, b: 30 })], 'b'],
  [
    'a rare word counts more than one that is everywhere',
    [word({ ...everywhere, p1: 20 }), word({ p2: 5 })],
    'p2',
  ],
  ['the word itself counts more than another name for it', [word({ a: 9 }, { b: 9 })], 'a'],
  ['another name alone is found', [word({}, { b: 9 })], 'b'],
  [
    'much of one word does not make up for the other',
    [word({ a: 900, b: 9, c: 8 }), word({ b: 9, c: 1 })],
    'b',
  ],
];

for (const [name, asked, first] of ROWS) {
  test(name, () => {
    assert.equal(rank(asked, PAGES)[0], first);
  });
}

test('nothing found is nothing ranked', () => {
  assert.deepEqual(rank([], PAGES), []);
  assert.deepEqual(rank([word({})], PAGES), []);
});
