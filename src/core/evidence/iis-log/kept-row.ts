/** Rows that were read, and how one is read again. */
import { byHeader } from './rows/by-header.ts';
import type { Header } from './rows/header.ts';
import { type Row, rowOf } from './rows/row.ts';

/** A row and the text that its spans are ranges of; no text where they are ranges of a paste. */
export interface ReadRow {
  readonly row: Row;
  readonly text?: string;
  /** Name of its file, when there are several. */
  readonly file?: string | undefined;
}

/** A line that is as its header says, read with all its columns. */
export function cleanRow(text: string, line: number, header: Header): Row | undefined {
  const columns = byHeader(text, 0, text.length, header);
  if (!columns) return undefined;
  const at = { start: 0, end: text.length };
  const { format, by, set } = columns;
  return rowOf(columns.cells, columns.names, { format, by, set, line, at, recovered: false });
}

/** The row with all its spans moved by `by`. */
export function shifted(row: Row, by: number): Row {
  return {
    ...row,
    at: { start: row.at.start + by, end: row.at.end + by },
    cells: row.cells.map(({ value, start, end }) => ({ value, start: start + by, end: end + by })),
  };
}
