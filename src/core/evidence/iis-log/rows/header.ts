/**
 * The line that names the columns: `#Fields: date time ...`, the same without its hash, or the
 * first line of a CSV, TSV or `|` table. It is a hint: rows are checked against it.
 */
import { type Cell, splitRuns } from '../../../text/cells.ts';
import { DELIMITERS, splitDelimited, withoutOuter } from '../../../text/delimited.ts';
import { beginsField, fieldOf, fieldsOf, type FieldDef, knownField } from './fields.ts';

export interface Header {
  readonly fields: readonly FieldDef[];
  readonly names: readonly string[];
  /** `' '` for W3C; else the character between values. */
  readonly delimiter: string;
  readonly format: 'w3c' | 'httperr';
  /**
   * `#Fields:`, a line of names without it, what the reader says; or what was learned of rows without
   * a header (`learned-columns.ts`).
   */
  readonly by: 'fields' | 'header' | 'columns' | 'earlier' | 'set' | 'rows';
  /** Who writes these columns, when they are a known set. */
  readonly set?: string;
  readonly start: number;
  readonly end: number;
}

const FIELDS = /^#?\s*Fields:\s*/i;
/** So many names must be known before a line without `#Fields:` counts as a header. */
const ENOUGH = 3;

/** Reads a line as a header; undefined when it is none. */
export function readHeader(text: string, start: number, end: number): Header | undefined {
  const line = text.slice(start, end);
  const mark = FIELDS.exec(line);
  if (mark) return headerOf(text, start + mark[0].length, end, 'fields');
  if (!/status|reason|cs-?(?:uri|method)/i.test(line) || line.length > 4_000) return undefined;
  const header = headerOf(text, start, end, 'header');
  const named = header.fields.filter((field) => knownField(field.name)).length;
  return named >= ENOUGH && named * 10 >= header.fields.length * 7 ? header : undefined;
}

function headerOf(text: string, start: number, end: number, by: Header['by']): Header {
  const { cells, delimiter } = split(text, start, end);
  const fields = fieldsOf(cells.map((cell) => cell.value));
  const names = fields.map((field) => field.name);
  const format = names.includes('s-reason') ? 'httperr' : 'w3c';
  return { fields, names, delimiter, format, by, start, end };
}

function split(text: string, start: number, end: number): { cells: Cell[]; delimiter: string } {
  const line = text.slice(start, end);
  const spaced = splitRuns(text, start, end);
  let best = { cells: spaced, delimiter: ' ' };
  let known = count(spaced);
  for (const delimiter of DELIMITERS) {
    if (!line.includes(delimiter)) continue;
    const split = splitDelimited(text, start, end, delimiter);
    const cells = delimiter === '|' ? withoutOuter(split) : split;
    // Spaces may stand around the delimiter; then it is what leaves no word over.
    const fewer = count(cells) === known && cells.length < best.cells.length;
    const isTabs = delimiter === '\t' && count(cells) === known && !line.includes(' ');
    if (count(cells) > known || fewer || isTabs) {
      best = { cells, delimiter };
      known = count(cells);
    }
  }
  return best;
}

const count = (cells: readonly Cell[]): number =>
  cells.filter((cell) => knownField(cell.value) !== undefined).length;

/**
 * A header that was wrapped: `more` holds only names of fields, the first of which may be the
 * second half of a name that was cut (`sc-win32-` / `status`). Undefined when it is no such line.
 */
export function continueHeader(
  text: string,
  header: Header,
  start: number,
  end: number,
): Header | undefined {
  if (header.delimiter !== ' ' || end - start > 4_000) return undefined;
  const cells = splitRuns(text, start, end).map((cell) => cell.value);
  const [first = '', ...rest] = cells;
  const tail = rest.at(-1) ?? '';
  const cutLast = !knownField(tail) && beginsField(tail) ? rest.slice(0, -1) : rest;
  if (cells.length === 0 || !cutLast.every((name) => knownField(name))) return undefined;
  // Named once more: another header.
  const again = (name: string) => header.names.includes(knownField(name)?.name ?? '');
  if (cutLast.some(again)) return undefined;
  const last = header.names.at(-1) ?? '';
  const glued = knownField(last + first);
  const cut = glued !== undefined && (!knownField(last) || !knownField(first));
  if (!cut && (!knownField(first) || again(first))) return undefined;
  const names = cut
    ? [...header.names.slice(0, -1), last + first, ...rest]
    : [...header.names, first, ...rest];
  const fields = fieldsOf(names);
  return { ...header, fields, names: fields.map((field) => field.name), end };
}

/**
 * The columns as the reader names them, for rows with so many values. `-` stands for a value that is
 * of no interest.
 */
export function givenHeader(names: readonly string[]): Header {
  const fields = names.map((name) =>
    name === IGNORED ? ({ name: '', type: 'text' } as const) : fieldOf(name),
  );
  const known = fields.map((field) => field.name);
  const format = known.includes('s-reason') ? 'httperr' : 'w3c';
  return { fields, names: known, delimiter: ' ', format, by: 'columns', start: 0, end: 0 };
}

/** Name of a column whose values are left out. */
export const IGNORED = '-';
