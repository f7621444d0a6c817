/**
 * The lines of a listing, with how far each is indented: a value that goes on is indented, and LDIF
 * (RFC 2849) folds a line with a single space.
 */
import type { Span } from '../../facts/span.ts';
import { lines, trimEnd } from '../../text/lines.ts';

export interface DirectoryLine extends Span {
  /** Without quotation marks, and without blanks at both ends. */
  readonly text: string;
  /** Blanks before the text. */
  readonly indent: number;
  /** True where a blank stands behind the text: the value was broken between two words. */
  readonly isOpen: boolean;
  /** Number of the line. */
  readonly line: number;
}

/** UTF-16 code units of a line that are looked at: csvde writes all SPNs of an account on one line. */
const LINE_LENGTH = 32_768;
const QUOTE = /^(?:[ \t]{0,9}(?:>|&gt;|\|)[ \t]?){0,6}(?:[-*] (?=[A-Za-z"{]))?/;

/** The lines that are not blank. */
export function directoryLines(text: string, isTaken: (span: Span) => boolean): DirectoryLine[] {
  const found: DirectoryLine[] = [];
  for (const { line, start, end } of lines(text)) {
    const limit = Math.min(end, start + LINE_LENGTH);
    const from = start + (QUOTE.exec(text.slice(start, start + 80))?.[0].length ?? 0);
    const to = trimEnd(text, from, limit);
    let first = from;
    while (first < to && text.charCodeAt(first) <= 32) first++;
    if (first >= to || isTaken({ start: first, end: to })) continue;
    const code = to < limit ? text.charCodeAt(to) : 0;
    found.push({
      line,
      start: first,
      end: to,
      text: text.slice(first, to),
      indent: first - from,
      isOpen: code === 32 || code === 9,
    });
  }
  return found;
}
