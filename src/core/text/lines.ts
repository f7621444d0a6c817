/** The lines of a text with their numbers and places. CR LF, LF and a lone CR all end a line. */

/** A line of a text, or a part of one. */
export interface Piece {
  /** Number of the line, counted from 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Every line of `text`, numbered from `first`, without its line end. */
export function* lines(text: string, first = 1): Generator<Piece> {
  // The next LF and CR are each searched for once, or a text without one would be searched through
  // for every line of it.
  let lf = find(text, '\n', 0);
  let cr = find(text, '\r', 0);
  let start = 0;
  for (let line = first; start <= text.length; line++) {
    if (lf < start) lf = find(text, '\n', start);
    if (cr < start) cr = find(text, '\r', start);
    const end = Math.min(lf, cr);
    yield { line, start, end };
    start = end === cr && lf === cr + 1 ? lf + 1 : end + 1;
  }
}

function find(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at;
}

/** End of the line's last visible character. NULs stand at the end of a file that was cut off. */
export function trimEnd(text: string, start: number, end: number): number {
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return end;
}
