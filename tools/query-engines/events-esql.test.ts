/** The ES|QL queries to events: each reads as a query, of fields that the pipelines write. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { ONLY, PAIRS, query, RANGE } from '../../src/core/evidence/event/testing/query-help.ts';
import { answerOf } from './esql.ts';

const ASKED = PAIRS.filter(([engine]) => engine === 'esql');

void test('the reader does find mistakes', () => {
  const { text } = query('esql', 'failing-names', { range: RANGE, only: ONLY });
  assert.ok(answerOf(text).size > 0);
  const mistakes: [string, string, RegExp][] = [
    ['source.ip', 'source.pi', /no column source\.pi/],
    ['COUNT_DISTINCT(', 'COUNT_UNIQUE(', /no function COUNT_UNIQUE/],
    ['TO_STRING(source.ip)', 'source.ip', /no TO_LOWER\(ip\)/],
    ['MIN(@timestamp)', 'MIN(timestamp)', /no column timestamp/],
  ];
  for (const [from, to, message] of mistakes) {
    assert.ok(text.includes(from), from);
    assert.throws(() => answerOf(text.replaceAll(from, to)), message);
  }
});

for (const [, id] of ASKED) {
  void test(`${id}: whole, for the last day, and without names`, () => {
    for (const asked of [{ range: RANGE, only: ONLY }, { only: ONLY }, { range: RANGE }, {}]) {
      const { text } = query('esql', id, asked);
      assert.doesNotThrow(() => answerOf(text), text);
    }
  });
}

void test('an answer has the columns that the question asks for', () => {
  const columns = (id: string) => [...answerOf(query('esql', id).text).keys()];
  assert.deepEqual(columns('failing-names'), [
    'hits',
    'clients',
    'first_seen',
    'last_seen',
    'failure',
    'name',
  ]);
});

void test('values that the pipeline for the Security log moves are read where it puts them', () => {
  for (const [, id] of ASKED) {
    const { text } = query('esql', id, { only: ONLY });
    assert.doesNotMatch(text, /event_data\.IpAddress/);
    if (text.includes('"Security"')) {
      assert.doesNotMatch(text, /event_data\.(?:WorkstationName|ProcessName)/);
    } else assert.doesNotMatch(text, /source\.domain|process\.executable/);
  }
});
