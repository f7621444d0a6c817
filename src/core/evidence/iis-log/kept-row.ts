/**
 * A row as it is kept: what the rules of attempts ask of it, and where to find it when it is to be
 * shown. Of a file of any size only numbers are kept, and the row is read again by its place.
 */
import type { Step } from './attempts/attempt-step.ts';
import { byHeader } from './rows/by-header.ts';
import type { Header } from './rows/header.ts';
import { type Row, rowOf } from './rows/row.ts';

/** Where a row is. */
export interface RowPlace {
  readonly status: number;
  /** Offset in all texts or files one after the other: it grows in the order of the log. */
  readonly place: number;
  /** Line of its text or file, counted from 1. */
  readonly line: number;
  /** Bytes of its line in a file, characters in a text. */
  readonly length: number;
  /** The header that it is read by again. */
  readonly header: Header | undefined;
  /** Name of its file, when there are several. */
  readonly file: string | undefined;
  /** The row with all its columns, where it is not to be read again. */
  readonly read?: ReadRow;
}

export interface KeptRow extends Step, RowPlace {}

/** A row and the text that its spans are ranges of; no text where they are ranges of a paste. */
export interface ReadRow {
  readonly row: Row;
  readonly text?: string;
}

/** What is kept of a row that was read as text. */
export function keptRow(
  read: ReadRow,
  { place, header, file }: Pick<RowPlace, 'place' | 'header' | 'file'>,
): KeptRow {
  const { format, status, substatus, win32, ms, time, timeTaken, user, line, at } = read.row;
  return {
    ...{ format, status, substatus, win32, ms, time, timeTaken, user, line },
    ...{ place, header, file, read },
    length: at.end - at.start,
  };
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
