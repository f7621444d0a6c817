/**
 * Rows of a summary: Log Parser or a spreadsheet has counted the codes, and what is left is a table
 * such as
 *
 *     sc-status sc-substatus sc-win32-status Total
 *     401       2            5               4012
 *
 * Such rows are no requests, so nothing can be said about what followed what.
 */
import type { Row } from '../rows/row.ts';

const TOTAL =
  /^(?:total|count|cnt|hits|requests|rows|number|occurrences|count_?\(?.{0,20}|.{0,20}count)$/i;

/** How many requests the row stands for; undefined for a row that is a request itself. */
export function totalOf(row: Row): number | undefined {
  if (row.method !== undefined || row.stem !== undefined || row.client !== undefined)
    return undefined;
  const index = row.names.findIndex((name) => TOTAL.test(name));
  const value = row.cells[index]?.value ?? '';
  return /^\d{1,12}$/.test(value) ? Number(value) : undefined;
}
