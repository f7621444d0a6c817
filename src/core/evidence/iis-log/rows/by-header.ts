/**
 * Reads the values of a row that is whole and agrees with its header. Without a header `by-set.ts`
 * knows the usual columns; all other rows go to `by-type.ts`.
 */
import { type Cell, splitSingle, unwrap } from '../../../text/cells.ts';
import type { FieldDef } from './fields.ts';
import { canBe } from './column-fit.ts';
import type { Header } from './header.ts';
import { splitsFor } from './row-splits.ts';
import type { ReadBy, RowFormat } from './row.ts';
import { hasStray } from './stray-quotes.ts';
import { isAddress, isEmpty, shapeOf } from './value-shape.ts';

export interface Columns {
  readonly cells: readonly Cell[];
  readonly names: readonly string[];
  readonly format: RowFormat;
  readonly by: ReadBy;
  /** Who writes these columns, when they are a known set. */
  readonly set?: string;
  /** False when values were found by type. */
  readonly exact: boolean;
  readonly score: number;
}

/** Columns that decide whether a row agrees with its header; the others hold anything. */
const TELLING = new Set(['date', 'time', 'port', 'status', 'verb']);

/** A date with something in front of it: a quote, a file's name, the number of a line. */
const LATER_DATE = /.(?:19|20)\d\d-\d{1,2}-\d/;

/** A row that has exactly the columns of its header, each with a value that can stand there. */
export function byHeader(
  text: string,
  start: number,
  end: number,
  header: Header,
): Columns | undefined {
  // A header that was cut off: its first columns fit anything.
  if (header.format === 'w3c' && !header.names.includes('sc-status')) return undefined;
  const row = text.slice(start, end);
  const links = row.includes('](');
  // Nearly every row of a whole log needs no more than this.
  if (header.delimiter === ' ' && !links && !row.includes('\t')) {
    const found = exactly(splitSingle(text, start, end), header);
    if (found) return found;
  }
  for (const split of splitsFor(header.delimiter, text, start, end)) {
    const found = exactly(links ? split.map(unwrap) : split, header);
    if (found) return found;
  }
  return undefined;
}

function exactly(cells: readonly Cell[], header: Header): Columns | undefined {
  const { fields, names, format, by, set } = header;
  if (cells.length !== fields.length || hasStray(cells)) return undefined;
  if (!agrees(cells, fields, format)) return undefined;
  return { cells, names, format, by, ...(set && { set }), exact: true, score: 100 };
}

/** Date, time, verb, port and status must be what their columns say; no user is an address. */
export function agrees(
  cells: readonly Cell[],
  fields: readonly FieldDef[],
  format: RowFormat,
): boolean {
  for (let i = 0; i < fields.length; i++) {
    const type = fields[i]?.type ?? 'text';
    const value = cells[i]?.value ?? '';
    if (type === 'user' && value !== '-' && isAddress(value)) return false;
    // HTTP.sys writes a dash for no reason; nothing at all comes from blanks that are no row's.
    if (type === 'reason' && value === '') return false;
    if (!TELLING.has(type)) continue;
    // Only HTTP.sys writes rows without a status: for connections that it closed unanswered.
    if (type === 'status' && format !== 'httperr' && isEmpty(value)) return false;
    if (type === 'verb' ? !/^[A-Za-z_\-[\]0-9]*$/.test(value) : !fits(type, value)) return false;
    if (type === 'date' && LATER_DATE.test(value)) return false;
  }
  return true;
}

function fits(type: FieldDef['type'], value: string): boolean {
  return canBe(type, shapeOf(value), value);
}
