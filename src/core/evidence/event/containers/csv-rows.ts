/**
 * Rows of CSV whose values may go on over several lines in quotation marks (RFC 4180, 2), with places.
 * A quote that nobody closes ends with its line, so that a piece that begins anywhere can be read.
 */
import { trim } from '../../../text/cells.ts';
import type { Value } from '../record.ts';

/** Values of one row, and UTF-16 code units of a value in quotation marks. */
const MOST_VALUES = 60;
const LONGEST = 12_000;

export function* csvRows(text: string, delimiter: string): Generator<Value[]> {
  let row: Value[] = [];
  for (let at = 0; at < text.length;) {
    const { value, next } = cellAt(text, at, delimiter);
    if (row.length < MOST_VALUES) row.push(value);
    at = next + 1;
    if (text[next] === delimiter) continue;
    if (text[next] === '\r' && text[next + 1] === '\n') at++;
    yield row;
    row = [];
  }
  if (row.length > 0) yield row;
}

function cellAt(text: string, at: number, delimiter: string): { value: Value; next: number } {
  const close = text[at] === '"' ? closing(text, at) : -1;
  let next = close < 0 ? at : close + 1;
  while (next < text.length && text[next] !== delimiter && !/[\r\n]/.test(text[next] ?? '')) next++;
  const span = close < 0 ? trim(text, at, next) : { start: at + 1, end: close };
  const { start, end } = span.end < span.start ? { start: at, end: at } : span;
  return { value: { text: text.slice(start, end), at: { start, end } }, next };
}

/** The quote that closes the one at `open`; -1 when there is none near enough. */
function closing(text: string, open: number): number {
  const limit = open + LONGEST;
  for (let at = open + 1; ;) {
    at = text.indexOf('"', at);
    if (at < 0 || at > limit) return -1;
    if (text[at + 1] !== '"') return at;
    at += 2;
  }
}
