/** The parts of a text that no reader has claimed. */
import type { Span } from '../facts/span.ts';

/** Unclaimed ranges in order; `claimed` may overlap and come in any order. */
export function gapsBetween(length: number, claimed: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let start = 0;
  for (const span of [...claimed].sort((a, b) => a.start - b.start)) {
    if (span.start > start) gaps.push({ start, end: span.start });
    start = Math.max(start, span.end);
  }
  if (start < length) gaps.push({ start, end: length });
  return gaps;
}
