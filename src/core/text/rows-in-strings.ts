/**
 * Rows of a log inside strings of JSON or code: `"2026-03-02 08:15:02 ... CONTOSO\\anna ...\r\n"`.
 * Some tools keep the backslashes when they print such a string, with or without its quotes, and JSON
 * inside JSON has them twice. A row that stands in no string keeps its backslashes: `CONTOSO\nancy`
 * has no line break in it.
 */
import type { Part } from './rewrite.ts';

/** A whole row in quotes, as in `"message": "2026-03-02 08:15:02 ..."`. */
const ROW_IN_STRING =
  /"(?:#(?:Software|Version|Date|Fields): |(?:19|20)\d\d-\d\d-\d\d \d\d:\d\d:\d\d \S)(?:[^"\\\n]|\\[^\n]){20,8000}"\s{0,20}(?:[,}\])]|$)/m;
/** What stands in no row that is written plainly; a second level of strings has it, too. */
const ESCAPED: readonly RegExp[] = [
  // A line break before a row or a directive.
  /\\n(?:(?:19|20)\d\d-\d{1,2}-\d{1,2} \d|#(?:Software|Version|Date|Fields): )/,
  // A quote before a row, and the one before the request of an NCSA row.
  /\\"(?:19|20)\d\d-\d{1,2}-\d{1,2} \d/,
  /\] \\"[A-Z]{3,20} /,
  // The line break that ends the string.
  /[\d-]\\(?:r\\)?n["'`]?[ \t]{0,20}[,;)}\]]{0,3}\r?$/m,
];
/**
 * A backslash, a quote, a slash and a character by its number; a line break of the log, before what
 * may begin a line or behind the last one.
 */
const ESCAPE =
  /\\(?:[\\"/]|u00[2-7][\da-f]|r\\n|n(?=(?:19|20)\d\d-|[#"'`]|\d{1,3}\.\d{1,3}\.|[\da-f]{0,4}:[\da-f]{0,4}:|[ \t]{0,20}[,;)}\]]{0,3}\r?$))/gim;

/** The escapes in the lines of `text` that are in strings; empty when no line is. */
export function escapesOfRows(text: string): Part[] {
  if (!text.includes('\\') || !isEscaped(text)) return [];
  const found: Part[] = [];
  for (let start = 0; start < text.length;) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at + 1;
    const line = text.slice(start, end);
    if (line.includes('\\') && isEscaped(line)) {
      for (const { 0: escape, index } of line.matchAll(ESCAPE)) {
        found.push({ index: start + index, length: escape.length, written: meant(escape) });
      }
    }
    start = end;
  }
  return found;
}

/** Is there a further string around the rows? Then quotes alone prove nothing. */
export function isEscapedAgain(text: string): boolean {
  return text.includes('\\') && ESCAPED.some((sign) => sign.test(text));
}

const isEscaped = (text: string): boolean => ROW_IN_STRING.test(text) || isEscapedAgain(text);

function meant(escape: string): string {
  if (escape.endsWith('n')) return '\n';
  if (/^\\u/i.test(escape)) return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
  return escape.slice(1);
}
