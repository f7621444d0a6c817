/** Reading line by line, where each form of output has a function of its own. */
import type { Span } from '../facts/span.ts';
import type { PrintedLine } from './printed-lines.ts';

/**
 * Reads from the line at `index` on and keeps what it has found in `state`; returns how many lines it
 * has read, 0 when they are not its own.
 */
export type LinePart<State> = (
  lines: readonly PrintedLine[],
  index: number,
  state: State,
) => number;

/** Asks the parts in their order about each line that none has read yet. */
export function readParts<State>(
  lines: readonly PrintedLine[],
  parts: readonly LinePart<State>[],
  state: State,
): void {
  for (let index = 0; index < lines.length;) {
    const rows = parts.reduce((read, part) => (read > 0 ? read : part(lines, index, state)), 0);
    index += Math.max(rows, 1);
  }
}

/** From the start of a line to the end of the last of `count`. */
export function placeOfLines(lines: readonly PrintedLine[], from: number, count = 1): Span {
  const [first, last] = [lines[from], lines[from + count - 1]];
  return { start: first?.start ?? 0, end: last?.end ?? first?.end ?? 0 };
}
