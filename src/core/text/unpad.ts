/**
 * Text as it was before a file or a terminal changed it: without the NULs at the end of a log whose
 * server lost power, the colours of a terminal (ECMA-48, 8.3.117) and characters without a width; and
 * rows inside strings of JSON or code, without the backslashes that are there for the string's sake.
 * Places in the result lead back to places in the original. What UTF-16 is, `encoding.ts` decides.
 */
import { rewrite, type Rewritten, rewrittenAt } from './rewrite.ts';
import { escapesOfRows, isEscapedAgain } from './rows-in-strings.ts';

export type Unpadded = Rewritten;

// eslint-disable-next-line no-control-regex -- these are what is looked for
const UNSEEN = /[\0\u200b\u2060\ufeff]+|\u001b\[[\d;]{0,20}[A-Za-z]/g;

/** Strings inside strings that are opened. */
const MOST_LEVELS = 3;

/** The text without what nobody sees. */
export function unpad(text: string): Unpadded {
  return rewrite(text, UNSEEN, () => '');
}

/** The same for a text that is read line by line: rows inside strings lose their backslashes, too. */
export function unpadRows(text: string, plain = unpad(text)): Unpadded {
  let result = plain;
  for (let level = 0; level < MOST_LEVELS; level++) {
    if (level > 0 && !isEscapedAgain(result.text)) break;
    const escapes = escapesOfRows(result.text);
    if (escapes.length === 0) break;
    const outer = result.original;
    const { text: inner, original } = rewrittenAt(result.text, escapes);
    result = { text: inner, original: (span) => outer(original(span)) };
  }
  return result;
}
