/** Rows of attempts in which nobody was let in, for checks that look at more than their codes. */
import type { Log, LogEntry, Outcome } from '../../../contract/decoded.ts';

/** The rows kept of attempts with one of the outcomes: all of the first, the last of each other. */
export function failedRows(log: Log | undefined, outcomes: ReadonlySet<Outcome>): LogEntry[] {
  return (log?.sequences ?? [])
    .filter(({ outcome }) => outcomes.has(outcome))
    .flatMap(({ example, others }) => [...example, ...others])
    .flatMap((index) => log?.entries[index] ?? []);
}

/** True when what was found holds for at least half of the rows: it is the rule, not an accident. */
export function isMost(found: number, rows: number): boolean {
  return found > 0 && 2 * found >= rows;
}
