/** What of a row proves what is said about it. */
import type { LogEntry } from '../../../contract/decoded.ts';
import { cover, type Span } from '../../../facts/span.ts';
import { type Part, stated } from '../../../text/told.ts';

const TRIPLE = new Set(['sc-status', 'sc-substatus', 'sc-win32-status']);

/** The status triple of a row, and the user name of a row that was let in. */
export function proofOf(row: LogEntry): Span[] {
  const named = row.status === 401 ? [] : row.fields.filter(({ name }) => name === 'cs-username');
  const codes = row.fields.filter(({ name }) => TRIPLE.has(name)).map(({ at }) => at);
  const whole = cover(codes);
  // Side by side they are one range; in a permuted header each stands alone.
  const near = whole && whole.end - whole.start <= 3 + 1 + 3 + 1 + 12 + 2;
  return [...named.map(({ at }) => at), ...(near ? [whole] : codes)];
}

/** A name as the rows state it, with the place of the first row that does. */
export function statedIn(rows: readonly LogEntry[], name: string): Part {
  for (const { fields } of rows) {
    const found = fields.find(({ value }) => value === name);
    if (found) return stated(name, found.at);
  }
  return name;
}
