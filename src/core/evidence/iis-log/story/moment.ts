/** The moment of a start, as a story tells it. */

const SECOND = 1_000;

/**
 * The nearest second. A row has the whole second of its end, and a start is that less the
 * milliseconds taken: 08:00:00 less 30 ms is still 08:00:00 to a person who reads the row. NaN stays.
 */
export function momentOf(ms: number): number {
  return Math.round(ms / SECOND) * SECOND;
}
