/** Attempts by time: how wide the steps are, and how many attempts of each severity fall into one. */
import type { Severity, StorySeries } from '../../../contract/decoded.ts';
import type { AttemptTable } from '../attempts/attempt-table.ts';
import { OUTCOME_WORDS } from '../attempts/outcome-words.ts';
import { isoTime } from '../rows/time.ts';
import { momentOf } from './moment.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps that a person counts in. Each is 2.5 times the one before at most: 60 / 24. */
const STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 4, 6, 12].map((hours) => hours * HOUR),
  ...[1, 10, 100, 1_000, 10_000, 100_000].flatMap((ten) => [ten, 2 * ten, 5 * ten].map(days)),
];

const MOST = 60;
const SEVERITIES: readonly Severity[] = ['ok', 'info', 'warning', 'error'];

/**
 * Milliseconds of a step: the smallest with 60 steps at most. That is 24 and more wherever the
 * range has as many seconds.
 */
export function stepFor(first: number, last: number): number {
  const isWide = (width: number) => Math.floor(last / width) - Math.floor(first / width) < MOST;
  return STEPS.find(isWide) ?? STEPS.at(-1) ?? DAY;
}

/** The series of some attempts that begin from `first` to `last`, in milliseconds since 1970. */
export function seriesOf(
  table: AttemptTable,
  attempts: Uint32Array,
  first: number,
  last: number,
): StorySeries {
  const width = stepFor(first, last);
  const start = Math.floor(first / width);
  const steps = Math.floor(last / width) - start + 1;
  const severityOf = Uint8Array.from(table.endings.list, ({ outcome }) =>
    SEVERITIES.indexOf(OUTCOME_WORDS[outcome].severity),
  );
  const counts = new Float64Array(steps * SEVERITIES.length);
  const { ending, ms } = table.columns;
  const count = attempts.length;
  for (let i = 0; i < count; i++) {
    const attempt = attempts[i] ?? 0;
    const at = momentOf(ms[attempt] ?? NaN);
    if (Number.isNaN(at)) continue;
    const severity = severityOf[ending[attempt] ?? 0] ?? 0;
    const cell = (Math.floor(at / width) - start) * SEVERITIES.length + severity;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  const buckets = Array.from({ length: steps }, (_, step) => {
    const from = (start + step) * width;
    const [ok = 0, info = 0, warning = 0, error = 0] = counts.subarray(
      step * SEVERITIES.length,
      (step + 1) * SEVERITIES.length,
    );
    return { time: isoTime(from, table.zone), from, ok, info, warning, error };
  });
  return { width, buckets };
}

function days(count: number): number {
  return count * DAY;
}
