import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patternIndex, patternOf } from './patterns.ts';

const WORDINGS: [wording: string, isSearchable: boolean][] = [
  ['Ticket expired', true],
  ['Keytab <name> is nonexistent or empty', true],
  ['Cannot find key for <name> kvno <name> in keytab', true],
  ["scheme of client '*' received", true],
  ['凭据', true],
  ['Ticket', false],
  ['Ticket * expired', false],
  ['<name> not found', false],
  ['* not found', false],
  ['Ticket expired *', false],
  ['', false],
];

for (const [wording, isSearchable] of WORDINGS) {
  void test(`"${wording}" ${isSearchable ? 'can' : 'cannot'} be searched for`, () => {
    assert.equal(patternOf('x', wording) !== undefined, isSearchable);
  });
}

void test('wordings that begin alike are found together', () => {
  const index = patternIndex([
    [1, 'Ticket expired'],
    [2, 'Ticket expired long ago'],
    [3, 'Ticket not yet valid'],
  ]);
  assert.deepEqual(
    [...index.values()].map((all) => all.map(({ id }) => id)),
    [[1, 2], [3]],
  );
});
