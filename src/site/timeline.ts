/** The changes of `content/changes.yaml` in the order of a timeline: newest first, by year. */

/** What the order depends on: `2025`, `2025-08` or `2025-08-29`, or no date yet. */
export interface Dated {
  date?: string | undefined;
}

export interface TimelineYear<T> {
  /** `2026`, or undefined for what has no date yet. */
  year: string | undefined;
  changes: readonly T[];
}

/** The years from the latest on, each with its changes; those of one day keep their order. */
export function timeline<T extends Dated>(changes: readonly T[]): readonly TimelineYear<T>[] {
  const sorted = [...changes].sort((a, b) =>
    sortKey(a) < sortKey(b) ? 1 : sortKey(a) > sortKey(b) ? -1 : 0,
  );
  const years = Map.groupBy(sorted, ({ date }) => date?.slice(0, 4));
  return [...years].map(([year, changes]) => ({ year, changes }));
}

/** True when the change was still to come on that day; the day is YYYY-MM-DD. */
export function isToCome({ date }: Dated, day: string): boolean {
  return date === undefined || date > day.slice(0, date.length);
}

/** A month or a year stands after all of its days. */
function sortKey({ date }: Dated): string {
  return (date ?? '9999').padEnd('2026-01-01'.length, '~');
}

const MONTHS = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** `14 July 2026`, `June 2026`, `2029`. */
export function dateWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (!month) return year;
  const name = MONTHS.format(new Date(`${year}-${month}-01T00:00:00Z`));
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}
