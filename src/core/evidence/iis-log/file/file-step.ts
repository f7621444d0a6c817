/** A row of a file: what the rules ask of it, and where to read it again when it is to be shown. */
import { byHeader } from '../rows/by-header.ts';
import type { Header } from '../rows/header.ts';
import { type Row, rowOf } from '../rows/row.ts';
import type { Step } from '../attempts/attempt-step.ts';

/** Where a row is, to read it again. */
export interface RowPlace {
  readonly status: number;
  /** Offset in the file, or of the first of several; grows in the order of the log. */
  readonly place: number;
  /** Line of its file, counted from 1. */
  readonly line: number;
  /** Bytes of its line. */
  readonly length: number;
  readonly header: Header | undefined;
  /** Its name, when there are several. */
  readonly file: string | undefined;
  /** A row that was not as its header says, as it was read; others are read again. */
  readonly read?: { readonly row: Row; readonly text: string };
}

export interface FileStep extends Step, RowPlace {}

/** The step of a row that was read from `text`, which begins at `where.place`. */
export function stepOf(
  row: Row,
  text: string,
  where: Pick<FileStep, 'place' | 'header' | 'file'>,
): FileStep {
  const { format, status, substatus, win32, ms, time, timeTaken, user, line } = row;
  const { start, end } = row.at;
  return {
    ...{ format, status, substatus, win32, ms, time, timeTaken, user, line },
    ...where,
    place: where.place + start,
    length: end - start,
    read: { row: shifted(row, -start), text: text.slice(start, end) },
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
