/**
 * The reader for log rows: any paste that has some, in any of the formats that IIS and HTTP.sys
 * write, whole or damaged, with or without other text around them.
 */
import type { Reading } from '../facts.ts';
import type { Options, Reader } from '../paste.ts';
import type { Span } from '../span.ts';
import { Book } from './book.ts';
import { givenHeader } from './header.ts';
import { readPairs } from './pairs.ts';
import { scan } from './scan.ts';
import { unpad } from './unpad.ts';

/** Reads every log row of a paste. Linear in its length; never throws. */
export const readLog: Reader = (text, claimed, options) =>
  Promise.resolve(readLogText(text, claimed, options));

/** The same without a promise, for programs that hold the text already. */
export function readLogText(
  text: string,
  claimed: readonly Span[] = [],
  { columns = [] }: Options = {},
): Reading | undefined {
  const source = unpad(text);
  const book = new Book(source, claimed);
  if (
    !readPairs(source.text, (row) => {
      book.row(row);
    })
  )
    scan(source.text, book, columns.length > 0 ? givenHeader(columns) : undefined);
  return book.reading();
}
