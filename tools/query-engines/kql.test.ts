/** The KQL queries, parsed and bound by Microsoft's own language service: it has nothing to say. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Narrowing } from '../../src/core/evidence/iis-log/queries/asked.ts';
import { QUESTIONS } from '../../src/core/evidence/iis-log/queries/questions.ts';
import { COLUMNS, query, RANGE } from '../../src/core/evidence/iis-log/testing/query-help.ts';
import { diagnostics } from './kusto.ts';

const TABLES = ['w3ciislog', 'appservice'];
const ONLY: Record<Narrowing, string> = {
  user: "CONTOSO\\o'neil",
  client: '192.0.2.17',
  resource: '/app/',
  site: 'W3SVC2',
};

void test('the parser does find mistakes', () => {
  const { text } = query('w3ciislog', '401s', { fields: COLUMNS });
  assert.match(diagnostics(text.replace('scStatus', 'ScStatus')).join(), /ScStatus/);
  assert.match(diagnostics(text.replace('hits desc', 'hits down')).join(), /down|Expected/);
});

for (const table of TABLES) {
  for (const { id } of QUESTIONS) {
    void test(`${table}, ${id}: whole, without names, and with few columns`, () => {
      const least = [
        'date',
        'time',
        'cs-username',
        'c-ip',
        'cs-uri-stem',
        'sc-status',
        'sc-substatus',
        ...(id === 'sprays' ? ['sc-win32-status'] : []),
      ];
      for (const asked of [
        { fields: COLUMNS, range: RANGE, only: ONLY },
        { fields: COLUMNS },
        { fields: least, range: RANGE },
        ...(id === '401s' ? [{ fields: ['sc-status'] }] : []),
      ]) {
        const { text } = query(table, id, asked);
        assert.deepEqual(diagnostics(text), [], text);
      }
    });
  }
}

void test('status codes are compared as numbers that hold 2148074254', () => {
  assert.match(
    query('w3ciislog', '401s', { fields: COLUMNS }).text,
    /toint\(scStatus\).*tolong\(scWin32Status\)/,
  );
  assert.match(
    query('appservice', '401s', { fields: COLUMNS }).text,
    /status = ScStatus,.*tolong\(ScWin32Status\)/,
  );
});
