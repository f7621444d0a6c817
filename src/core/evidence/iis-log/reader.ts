/**
 * The reader for log rows: any paste that has some, in any of the formats that IIS and HTTP.sys
 * write, whole or damaged, with or without other text around them.
 */
import type { Log, Problem } from '../../contract/decoded.ts';
import type { Reading } from '../../facts/facts.ts';
import type { Options, Reader } from '../../case/read-paste.ts';
import type { Span } from '../../facts/span.ts';
import { Book } from './book.ts';
import { givenHeader } from './rows/header.ts';
import { readPairs } from './rows/named-values.ts';
import { scan } from './rows/scan-lines.ts';
import { unpad, unpadRows } from '../../text/unpad.ts';

/** Reads every log row of a paste. Linear in its length; never throws. */
export const readLog: Reader = (text, claimed, options) =>
  Promise.resolve(readLogText(text, claimed, options));

/** The same without a promise, for programs that hold the text already. */
export function readLogText(
  text: string,
  claimed: readonly Span[] = [],
  { columns = [] }: Options = {},
): Reading | undefined {
  const book = bookOf(text, claimed, columns);
  const reading = book.reading();
  if (reading?.log && columns.length > 0) reading.problems?.push(...unused(reading.log, columns));
  return reading;
}

/** The columns were given, and no row has so many values. */
function unused({ reading }: Log, columns: readonly string[]): Problem[] {
  if (reading.some(({ by }) => by === 'columns')) return [];
  const message = columns.includes('sc-status')
    ? `No row has ${columns.length} values with an HTTP status as its sc-status, so the columns given were not used.`
    : 'None of the columns given is sc-status, so they were not used.';
  return [{ message, at: { start: 0, end: 0 } }];
}

function bookOf(text: string, claimed: readonly Span[], columns: readonly string[]): Book {
  const plain = unpad(text);
  const named = new Book(plain, claimed);
  if (readPairs(plain.text, named)) return named;
  const rows = unpadRows(text, plain);
  const book = new Book(rows, claimed);
  scan(rows.text, book, { given: columns.length > 0 ? givenHeader(columns) : undefined });
  return book;
}
