/** The KQL queries to events, parsed and bound by Microsoft's own language service. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { ONLY, PAIRS, query, RANGE } from '../../src/core/evidence/event/testing/query-help.ts';
import { diagnostics } from './kusto.ts';

const TABLES = ['securityevent', 'windowsevent', 'event'];

void test('the parser does find mistakes', () => {
  const { text } = query('securityevent', 'rc4');
  assert.match(diagnostics(text.replace('coalesce(Status', 'coalesce(State')).join(), /State/);
  // SecurityEvent has no column for it, so it is read out of EventData.
  assert.match(
    diagnostics(text.replace('v_TicketEncryptionType = ', '$&TicketEncryptionType + ')).join(),
    /TicketEncryptionType/,
  );
});

for (const [table, id] of PAIRS.filter(([engine]) => TABLES.includes(engine))) {
  void test(`${table}, ${id}: whole, for the last day, and without names`, () => {
    for (const asked of [{ range: RANGE, only: ONLY }, { only: ONLY }, { range: RANGE }, {}]) {
      const { text } = query(table, id, asked);
      assert.deepEqual(diagnostics(text), [], text);
    }
  });
}
