/**
 * Cuts a line that holds several rows because its line breaks were lost on the way, and takes off
 * what stands before a row in code or notes: `logs.Add("2026-03-02 08:15:02 ...");`.
 *
 * A date and a time with a space between them stand nowhere but at the start of a row: inside a
 * value, IIS writes `+` for a space. The digits before the year belong to the row before:
 * `401 2 21480742542026-03-06 20:37:42` ends in 2148074254. Rows whose date was taken out are told
 * by what follows the codes: a verb and a path.
 */
import { indexWithin, splitRuns } from '../../../text/cells.ts';
import { beginsField } from './fields.ts';
import { isNative } from './native-row.ts';
import { type Shape, shapeOf } from './value-shape.ts';
import type { Piece } from '../../../text/lines.ts';

const STAMP = /(?:19|20)\d\d-\d{1,2}-\d{1,2}[ \t]+\d{1,2}:\d{2}/g;
const DIRECTIVE = /#(?:Software|Version|Date|Start-Date|Fields|Filter): /g;
/** Codes, the numbers after them, and then another row, up to its verb and path. */
const NEXT_ROW =
  /( [1-5]\d\d \d{1,3} \d{1,10}(?: \d{1,12}){0,3}) (?=(?:\S{1,60} ){0,4}?[A-Z][A-Z_-]{2,20} \/)/g;
/** The end of an NCSA row before the next one's stamp; the end of a native row before the next. */
const NEXT_NCSA =
  /" [1-5]\d\d (?:\d+|-)(?: "[^"]{0,2000}" "[^"]{0,2000}")?[ ,]+(?=\S{2,80} \S{1,80} [^[\]"]{1,120}\[\d\d\/[A-Za-z]{3}\/\d{4}[: ])/g;
const NEXT_NATIVE =
  /, (?=[^,\s]{1,80},\s?[^,]{0,120},\s?\d{1,2}\/\d{1,2}\/\d{2,4},\s?\d{1,2}:\d{2}:\d{2},)/g;
const VERB_AND_PATH = /\s[A-Z][A-Z_-]{2,20}\s+\//;
/** `2026-03-06 20:37:42` itself: no second row can begin before its end. */
const STAMP_LENGTH = 19;
/** Characters of the longest name of a column, `extended-fault-code`. */
const LONGEST_NAME = 19;

/** The rows and directives of one line; the line itself when it holds only one. */
export function cutGlued(text: string, piece: Piece): readonly Piece[] {
  const line = text.slice(piece.start, piece.end);
  const stamps = stampPositions(line);
  const cuts = [...positions(line, DIRECTIVE), ...stamps, ...endOfHeader(line)];
  if (stamps.length === 0) cuts.push(...rowsWithoutDate(line), ...otherRows(line));
  if (cuts.length === 0) return [piece];
  const edges = [...new Set([0, ...cuts, line.length])].sort((a, b) => a - b);
  return edges.slice(0, -1).flatMap((from, i) => {
    const to = lastCharacter(line, from, edges[i + 1] ?? line.length);
    return to > from
      ? [{ line: piece.line, start: piece.start + from, end: piece.start + to }]
      : [];
  });
}

function positions(line: string, pattern: RegExp): number[] {
  return Array.from(line.matchAll(pattern), (found) => found.index).filter((at) => at > 0);
}

/** Starts of rows after the first one; the date of `#Date:` is no row. */
function stampPositions(line: string): number[] {
  const found = positions(line, STAMP);
  if (found.length === 0) return found;
  const dates = line.matchAll(/#(?:Start-|End-)?Date:[ \t]{0,20}/g);
  const dated = new Set(Array.from(dates, (date) => date.index + date[0].length));
  const begins = /^\d{4}-/.test(line) || /^#(?!\s*Fields:)/i.test(line);
  const [first = 0] = found;
  // Before the first row of the line stands something else; in prose a date is only a date.
  const preceded = !begins && VERB_AND_PATH.test(line.slice(first, first + 4_000));
  const from = preceded ? 1 : STAMP_LENGTH;
  return found.filter((at) => at >= from && !dated.has(at));
}

/** `#Fields: date ... time-taken GET /app/ ...`: the header ends where a value begins. */
function endOfHeader(line: string): number[] {
  if (!/^#\s*Fields:/i.test(line)) return [];
  for (const { value, start } of splitRuns(line, 0, line.length)) {
    const at = valueIn(value);
    if (at >= 0) return [start + at];
  }
  return [];
}

const VALUES: ReadonlySet<Shape> = new Set(['verb', 'ip', 'date', 'time', 'path', 'digits']);

/** Where a value begins in a word of a header: at once, or behind the beginning of a name. */
function valueIn(word: string): number {
  if (VALUES.has(shapeOf(word))) return 0;
  const last = Math.min(word.length - 1, LONGEST_NAME);
  for (let at = last; at > 0; at--) {
    if (beginsField(word.slice(0, at)) && VALUES.has(shapeOf(word.slice(at)))) return at;
  }
  return -1;
}

function rowsWithoutDate(line: string): number[] {
  return Array.from(line.matchAll(NEXT_ROW), (found) => found.index + found[0].length);
}

function otherRows(line: string): number[] {
  const pattern = line.includes('] "') ? NEXT_NCSA : isNative(line) ? NEXT_NATIVE : undefined;
  if (!pattern) return [];
  return Array.from(line.matchAll(pattern), (found) => found.index + found[0].length);
}

/** The piece's end without spaces, and without the quote that closes a row in code. */
function lastCharacter(line: string, from: number, to: number): number {
  const quoted = /["'`\u201c]/.test(line[from - 1] ?? '');
  const stop = quoted ? /[\s"'`,;)}\]\u201d]/ : /\s/;
  let end = to;
  if (quoted) {
    const mark = line[from - 1] === '\u201c' ? '\u201d' : (line[from - 1] ?? '"');
    const close = indexWithin(line, mark, from, to);
    // A quote around the date and time alone closes no row.
    if (close > from + STAMP_LENGTH) end = close;
  }
  while (end > from && stop.test(line[end - 1] ?? '')) end--;
  return end;
}
