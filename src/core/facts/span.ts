/**
 * Where a value stands in the text of its source: half-open, in UTF-16 code units, the unit of
 * JavaScript strings and of a text area's selection.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Id of the source; absent while one source is read, and in a case that has only one. */
  readonly source?: string;
}

/** The smallest span that covers all of `spans`, which are of one source; undefined for none. */
export function cover(spans: readonly Span[]): Span | undefined {
  const [first] = spans;
  if (!first) return undefined;
  return spans.reduce(
    (whole, { start, end }) => ({
      ...whole,
      start: Math.min(whole.start, start),
      end: Math.max(whole.end, end),
    }),
    first,
  );
}

/** True when the two spans are of one source and share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.source === b.source && a.start < b.end && b.start < a.end;
}
