/**
 * The reader for log rows: any paste that has some, in any of the formats that IIS and HTTP.sys
 * write, whole or damaged, with or without other text around them.
 */
import type { Reading } from '../facts.ts';
import type { Reader } from '../paste.ts';
import type { Span } from '../span.ts';
import { Book } from './book.ts';
import { readPairs } from './pairs.ts';
import { scan } from './scan.ts';
import { unpad } from './unpad.ts';

/** Reads every log row of a paste. Linear in its length; never throws. */
export const readLog: Reader = (text, claimed) => Promise.resolve(readLogText(text, claimed));

/** The same without a promise, for programs that hold the text already. */
export function readLogText(text: string, claimed: readonly Span[] = []): Reading | undefined {
  const source = unpad(text);
  const book = new Book(source, claimed);
  if (
    !readPairs(source.text, (row) => {
      book.row(row);
    })
  )
    scan(source.text, book);
  return book.reading();
}
