/**
 * Where a value stands in the pasted text: half-open, in UTF-16 code units, the unit of JavaScript
 * strings and of a text area's selection.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The smallest span that covers all of `spans`; undefined for an empty list. */
export function cover(spans: readonly Span[]): Span | undefined {
  const [first] = spans;
  if (!first) return undefined;
  return spans.reduce(
    (whole, { start, end }) => ({
      start: Math.min(whole.start, start),
      end: Math.max(whole.end, end),
    }),
    first,
  );
}

/** True when the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
