/**
 * Rows that are mistaken for a failed sign-in:
 *
 *     2026-03-02 08:00:00 10.0.0.4 GET /app/ - 443 - 10.0.1.7 ... 403 7 64 15
 *     2026-03-02 08:00:00 10.0.0.4 GET /app/ - 443 - 10.0.1.7 ... 500 19 33 3
 *     2026-03-02 08:00:00 10.0.1.7 53335 10.0.0.4 443 HTTP/1.1 GET /app/ 503 1 AppOffline Portal
 *
 * Certain about what the status says. Where the log has 401s too, what is said about those comes
 * first unless it is mere information. Where the columns stand in another order, the proof is not
 * shown.
 */
import { counted } from '../../../text/counted.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import type { Log } from '../../../contract/decoded.ts';
import { neighbourOf } from '../rows/neighbours.ts';
import { POOL_STOPPED } from '../rows/http-sys-reasons.ts';
import type { Span } from '../../../facts/span.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';

const EVIDENCE = 20;

/** Places in the text of each source that has rows; in a case of one source, in that one. */
function places(facts: FactBase, pattern: RegExp): Span[] {
  const sources = new Set((facts.log?.entries ?? []).map(({ at }) => at.source));
  const within = facts.sources.length === 1 ? [undefined] : [...sources];
  return within.flatMap((source) => {
    const at = { start: 0, end: 0, ...(source !== undefined && { source }) };
    return Array.from(facts.textOf(at).matchAll(pattern), ({ 0: { length }, index }) => ({
      ...at,
      start: index,
      end: index + length,
    }));
  });
}

/** Rows by status, with the places where the three numbers stand side by side. */
function byStatus(log: Log, facts: FactBase): Found[] {
  const counts = new Map<string, number>();
  for (const { status, substatus, rows } of log.statuses) {
    const code = substatus ? `${status}.${substatus}` : String(status);
    counts.set(code, (counts.get(code) ?? 0) + rows);
  }
  return [...counts].map(([code, rows]) => ({
    code,
    rows,
    evidence: () => {
      const [status = '', substatus = '0'] = code.split('.');
      const triple = new RegExp(`(?<=\\s)${status} ${substatus} \\d{1,10}(?=\\s|$)`, 'g');
      return places(facts, triple).slice(0, EVIDENCE);
    },
  }));
}

/** Rows of the HTTP.sys error log by the reason they name. */
function byReason({ entries }: Log): Found[] {
  const reasons = entries.flatMap(({ fields }) =>
    fields.filter(({ name, value }) => name === 's-reason' && POOL_STOPPED.has(value ?? '')),
  );
  return [...new Set(reasons.map(({ value = '' }) => value))].map((code) => {
    const named = reasons.filter(({ value }) => value === code).map(({ at }) => at);
    return { code, rows: named.length, evidence: () => named.slice(0, EVIDENCE) };
  });
}

interface Found {
  code: string;
  rows: number;
  evidence: () => Span[];
}

export const logNeighbours: Rule = {
  id: 'log.not-a-401',
  says: 'The rows have a status that is mistaken for a failed sign-in.',
  needs: ['log'],
  judge: (facts) => {
    const { log } = facts;
    if (!log) return [];
    const has401 = log.statuses.some(({ status }) => status === 401);
    const found = [...byStatus(log, facts), ...byReason(log)].sort((a, b) => b.rows - a.rows);
    return found.flatMap(({ code, rows, evidence }): Diagnosis[] => {
      const known = neighbourOf(code);
      if (!known) return [];
      const status = /^\d/.test(code) ? code : `503 (${code})`;
      return [
        {
          severity: has401 ? 'info' : 'warning',
          title: `${counted(rows, 'request')} got ${status}: ${known.why}`,
          article: known.article,
          evidence: evidence(),
          next: known.next,
        },
      ];
    });
  },
};
