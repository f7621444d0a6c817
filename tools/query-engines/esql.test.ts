/** The ES|QL queries: each reads as a query, of fields that Filebeat writes, with types that fit. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Narrowing } from '../../src/core/evidence/iis-log/queries/asked.ts';
import { QUESTIONS } from '../../src/core/evidence/iis-log/queries/questions.ts';
import {
  COLUMNS,
  engine,
  query,
  RANGE,
} from '../../src/core/evidence/iis-log/testing/query-help.ts';
import { answerOf } from './esql.ts';
import { functionNames } from './esql-types.ts';

const ONLY: Record<Narrowing, string> = {
  user: 'CONTOSO\\o"neil',
  client: '192.0.2.17',
  resource: '/app/',
  site: 'W3SVC2',
};

const ASKED = QUESTIONS.filter(({ kind }) => kind !== 'attempts');

void test('the reader does find mistakes', () => {
  const { text } = query('esql', 'sprays', { fields: COLUMNS, range: RANGE });
  assert.ok(answerOf(text).size > 0);
  const mistakes: [string, string, RegExp][] = [
    ['user.name', 'user.nmae', /no column user\.nmae/],
    ['REPLACE(', 'REPLACED(', /no function REPLACED/],
    ['== 401', '== "401"', /no long == keyword/],
    ['| SORT', '| ORDER', /no command ORDER/],
    ['| EVAL person', '| STATS person', /without an aggregate/],
    ['names_accepted = COUNT(', 'names_accepted = (', /without an aggregate/],
    ['DATE_TRUNC(1 hour', 'DATE_TRUNC(1', /no DATE_TRUNC/],
    [' BY source.address', ' BY source.addres', /no column source\.addres/],
  ];
  for (const [from, to, message] of mistakes) {
    assert.ok(text.includes(from), from);
    assert.throws(() => answerOf(text.replace(from, to)), message);
  }
});

for (const { id } of ASKED) {
  void test(`${id}: whole, without names, behind a proxy, and with few columns`, () => {
    const least = [
      'date',
      'time',
      'cs-username',
      'c-ip',
      'cs-uri-stem',
      'sc-status',
      'sc-substatus',
    ];
    for (const asked of [
      { fields: COLUMNS, range: RANGE, only: ONLY },
      { fields: [...COLUMNS, 'X-Forwarded-For'], range: RANGE, only: ONLY },
      { fields: COLUMNS },
      { fields: [...least, ...(id === 'sprays' ? ['sc-win32-status'] : [])], range: RANGE },
      ...(id === '401s' ? [{ fields: ['sc-status'] }] : []),
    ]) {
      const { text } = query('esql', id, asked);
      assert.doesNotThrow(() => answerOf(text), text);
    }
  });
}

void test('an answer has the columns that the question asks for', () => {
  const columns = (id: string) => [
    ...answerOf(query('esql', id, { fields: COLUMNS, range: RANGE }).text).keys(),
  ];
  assert.deepEqual(columns('changes'), ['accepted', 'refused', 'source.address', 'hour']);
  assert.deepEqual(columns('401s'), ['hits', 'iis.access.sub_status', 'iis.access.win32_status']);
  assert.deepEqual(columns('shared'), [
    'names_refused',
    'names_accepted',
    'refusals',
    'source.address',
  ]);
});

void test('ES|QL has no function for the row before, so it is asked for no attempts', () => {
  for (const name of ['LAG', 'PREV', 'PREVIOUS', 'ROW_NUMBER']) {
    assert.ok(!functionNames.includes(name), name);
  }
  assert.notEqual(typeof engine('esql').attempts, 'function');
});
