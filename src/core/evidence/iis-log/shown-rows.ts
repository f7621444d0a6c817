/**
 * Which rows are shown with all their columns. Those of the first attempt with each outcome come before
 * all others, or a rare failure late in a long log would have no proof to show; then the earliest.
 */
import type { AttemptTable } from './attempts/attempt-table.ts';
import type { RowPlace } from './attempts/kept-rows.ts';
import type { RowsOf } from './attempts/sequences.ts';

/** At most `limit` rows of attempts and of those that are part of none, in the order of the log. */
export function earliestRows(
  table: AttemptTable,
  rowsOf: RowsOf,
  examples: readonly number[],
  alone: readonly RowPlace[],
  limit: number,
): RowPlace[] {
  const kept = new Map<number, RowPlace>();
  const take = (rows: readonly RowPlace[]) => {
    for (const row of rows) if (kept.size < limit) kept.set(row.place, row);
  };
  for (const at of examples) take(rowsOf(at));
  const earliest = earliestAttempts(table, limit).flatMap(rowsOf);
  take([...earliest, ...alone].sort(byPlace));
  return [...kept.values()].sort(byPlace);
}

/** The attempts that begin first; more rows than `limit` cannot be of others. Linear in the table. */
function earliestAttempts({ columns: { place }, length }: AttemptTable, limit: number): number[] {
  const placeOf = (at: number) => place[at] ?? NaN;
  const order = (a: number, b: number) => placeOf(a) - placeOf(b);
  let found: number[] = [];
  let latest = Infinity;
  for (let at = 0; at < length; at++) {
    if (placeOf(at) > latest) continue;
    found.push(at);
    if (found.length < 4 * limit) continue;
    found = found.sort(order).slice(0, limit);
    latest = placeOf(found.at(-1) ?? NaN);
  }
  return found.sort(order).slice(0, limit);
}

const byPlace = (a: RowPlace, b: RowPlace) => a.place - b.place;
