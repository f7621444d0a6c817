/** Where a JSON text begins and ends that stands among other texts, as in a paste of several things. */
import type { Span } from '../facts/span.ts';

/** How a line of JSON begins when it is written over several lines; numbers alone are not taken for it. */
const LINE = /^\s*["{}[\],]/;

/** The range and the lines of JSON right above and below it, whole. Linear in them. */
export function jsonAround(text: string, { start, end }: Span): Span {
  let first = lineStart(text, start);
  while (first > 0 && LINE.test(text.slice(lineStart(text, first - 1), first - 1))) {
    first = lineStart(text, first - 1);
  }
  let last = lineEnd(text, end);
  while (last < text.length && LINE.test(text.slice(last + 1, lineEnd(text, last + 1)))) {
    last = lineEnd(text, last + 1);
  }
  return { start: first, end: last };
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
