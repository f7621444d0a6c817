/** Attempts by outcome, as this site's reader counts them and as DuckDB does. */
import type { Log } from '../../src/core/contract/decoded.ts';
import { read } from '../../src/core/evidence/iis-log/testing/help.ts';
import { askedOf, query } from '../../src/core/evidence/iis-log/testing/query-help.ts';
import { run } from './run-duckdb.ts';

export type Counts = ReadonlyMap<string, number>;

export function ownOutcomes(log: Log): Counts {
  const counts = new Map<string, number>();
  for (const { outcome, count } of log.sequences) {
    counts.set(outcome, (counts.get(outcome) ?? 0) + count);
  }
  return counts;
}

/** What DuckDB answers for a log; `fields` where they are not to be read from it. */
export async function outcomesOf(text: string, fields?: readonly string[]): Promise<Counts> {
  const asked = fields ? { fields } : askedOf(read(text));
  const rows = await run(query('duckdb', 'attempts', asked).text, text);
  return new Map(rows.map(([outcome = '', attempts]) => [outcome, Number(attempts)]));
}
