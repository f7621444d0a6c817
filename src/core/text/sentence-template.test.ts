/** Sentences with places: what is filled in, chosen by count, and left out. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { sentenceOf, valuesIn } from './sentence-template.ts';

const LOGONS = '{count} {logon|logons} {by} {was|were} refused {as}: {code}.';

/** [what, template, count, values, expected] */
const ROWS: readonly (readonly [string, string, number, Record<string, string>, string])[] = [
  [
    'one',
    LOGONS,
    1,
    { count: '1', by: 'by 10.0.0.5', as: 'as CONTOSO\\anna', code: '401.1' },
    '1 logon by 10.0.0.5 was refused as CONTOSO\\anna: 401.1.',
  ],
  [
    'many, and what is missing',
    LOGONS,
    3,
    { count: '3', code: '401.1' },
    '3 logons were refused: 401.1.',
  ],
  ['an empty value', 'A handshake {by}: done.', 1, { by: '' }, 'A handshake: done.'],
  ['a value with what looks like a place', '{by}.', 1, { by: '{as} $& $1' }, '{as} $& $1.'],
  ['a value that has spaces of its own', 'at {at}.', 1, { at: '/a  b' }, 'at /a  b.'],
  ['no places', 'Nothing failed.', 1, {}, 'Nothing failed.'],
  ['a brace alone', 'a { b } c {}', 1, {}, 'a { b } c {}'],
];

for (const [what, template, count, values, expected] of ROWS) {
  test(`a sentence with ${what}`, () => {
    assert.equal(sentenceOf(template, count, values), expected);
  });
}

test('the values of a template are named; words chosen by count are none', () => {
  assert.deepEqual(valuesIn(LOGONS), ['count', 'by', 'as', 'code']);
});
