/**
 * A text as its lines are meant: without quoting, fences, list marks and bold type, without blank lines,
 * and with the way back. A message is read here, whatever container it came in.
 */
import type { Span } from '../../../facts/span.ts';
import { countUpTo } from '../../../text/count-up-to.ts';
import { lines, trimEnd } from '../../../text/lines.ts';
import { occupiedBy } from '../../../text/occupied.ts';

export interface PageLine {
  /** Number of the line in the original, to tell where blank ones were. */
  readonly line: number;
  /** Offset in the text of the page. */
  readonly start: number;
  readonly text: string;
}

/** Maps a range of the text that was read to the original. */
export type Original = (start: number, end: number) => Span;

/** UTF-16 code units of one line; a message of an event that lost its line ends has some three thousand. */
const LINE_LENGTH = 8_000;

/** Quoting, list marks, fences, the edge of a table. */
const DECORATION = /^(?:[\s>|*`•]|&gt;|[-–](?=\s))*/;
const MARKS = /[*`|\s]/;

export class Page {
  readonly text: string;
  readonly lines: readonly PageLine[];
  readonly #starts: readonly number[];
  readonly #original: Original;

  /** `pieces` are ranges of `text`, each a line. */
  constructor(
    text: string,
    pieces: readonly (Span & { readonly line: number })[],
    original: Original,
  ) {
    const found: PageLine[] = [];
    let start = 0;
    for (const { line, start: from, end } of pieces) {
      const own = text.slice(from, end);
      found.push({ line, start, text: own });
      start += own.length + 1;
    }
    this.lines = found;
    this.text = found.map((line) => line.text).join('\n');
    this.#starts = pieces.map((piece) => piece.start);
    this.#original = original;
  }

  /** The place of a range of the page in the original. */
  place(start: number, end: number): Span {
    const [first, last] = [this.lineAt(start), this.lineAt(Math.max(start, end - 1))];
    const from = this.#offset(first, start);
    return this.#original(from, Math.max(from, this.#offset(last, end)));
  }

  /** The place of whole lines, from the first to the last. */
  placeOfLines(first: number, last: number): Span {
    const [from, to] = [this.lines[first], this.lines[last]];
    return from && to ? this.place(from.start, to.start + to.text.length) : this.#original(0, 0);
  }

  /** Index of the line that holds an offset of the page. */
  lineAt(offset: number): number {
    return Math.max(0, countUpTo(this.lines, offset, ({ start }) => start) - 1);
  }

  #offset(line: number, offset: number): number {
    const { start = 0, text = '' } = this.lines[line] ?? {};
    return (this.#starts[line] ?? 0) + Math.min(offset - start, text.length);
  }
}

/** The page of a text, without the lines in ranges that are taken. */
export function pageOf(
  text: string,
  taken: readonly Span[] = [],
  original: Original = (start, end) => ({ start, end }),
): Page {
  const isTaken = occupiedBy(taken);
  const pieces: (Span & { line: number })[] = [];
  for (const { line, start, end } of lines(text)) {
    const until = Math.min(end, start + LINE_LENGTH);
    const from = start + (DECORATION.exec(text.slice(start, until))?.[0].length ?? 0);
    let to = trimEnd(text, from, until);
    while (to > from && MARKS.test(text.charAt(to - 1))) to--;
    if (to > from && !isTaken({ start: from, end: to }))
      pieces.push({ line, start: from, end: to });
  }
  return new Page(text, pieces, original);
}
