/** Answers quickly whether a range of the paste is already spoken for, with thousands of ranges. */
import type { Span } from '../facts/span.ts';
import { countUpTo } from './count-up-to.ts';

/** A function that tells whether its argument shares a character with one of `spans`. */
export function occupiedBy(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  // Farthest end of all spans up to each one: spans may lie inside each other.
  let farthest = 0;
  const ends = sorted.map(({ end }) => (farthest = Math.max(farthest, end)));
  return ({ start, end }) => {
    const before = countUpTo(sorted, end - 1, (span) => span.start);
    return before > 0 && (ends[before - 1] ?? 0) > start;
  };
}
