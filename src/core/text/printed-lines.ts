/** The lines that a program printed, without what a mail, a forum or a terminal put in front of them. */
import type { Span } from '../facts/span.ts';
import { lines, trimEnd } from './lines.ts';
import { occupiedBy } from './occupied.ts';

/** A line that is not blank. `start` is the place of its first own character. */
export interface PrintedLine extends Span {
  readonly line: number;
  readonly text: string;
}

/** UTF-16 code units of one line that are looked at; the longest that klist prints is a session key. */
const LINE_LENGTH = 1_000;

/** Quoting, a fence, the edge of a table, a shell's prompt; but not the star of `*.contoso.com`. */
const DECORATION = /^(?:[\s>|`$]|\*(?!\.)|&gt;)*/;
/** The end of a fence or of bold type. */
const MARK = /[`*]/;

/**
 * The lines of `text` that are not blank: questions on the web often have every line end doubled.
 * Lines in a range of `claimed` are left out.
 */
export function printedLines(text: string, claimed: readonly Span[] = []): PrintedLine[] {
  const printed: PrintedLine[] = [];
  const isTaken = occupiedBy(claimed);
  for (const { line, start, end } of lines(text)) {
    const raw = text.slice(start, Math.min(end, start + LINE_LENGTH));
    const from = start + (DECORATION.exec(raw)?.[0].length ?? 0);
    const to = withoutMarks(text, from, trimEnd(text, from, Math.min(end, start + LINE_LENGTH)));
    if (to > from && !isTaken({ start: from, end: to }))
      printed.push({ line, start: from, end: to, text: text.slice(from, to) });
  }
  return printed;
}

function withoutMarks(text: string, start: number, end: number): number {
  while (end > start && MARK.test(text.charAt(end - 1))) end--;
  return trimEnd(text, start, end);
}

/** The place of a group of a match that was made with the flag `d`. */
export function placeOf({ start }: PrintedLine, match: RegExpExecArray, group: number): Span {
  const [from, to] = match.indices?.[group] ?? [0, 0];
  return { start: start + from, end: start + to };
}
