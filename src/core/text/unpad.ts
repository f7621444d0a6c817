/**
 * Text as it was before a file or a terminal changed it: without the NULs at the end of a log whose
 * server lost power, the colours of a terminal (ECMA-48, 8.3.117) and characters without a width; and
 * rows inside strings of JSON or code, without the backslashes that are there for the string's sake.
 * Places in the result lead back to places in the original. What UTF-16 is, `encoding.ts` decides.
 */
import { rewrite, type Rewritten } from './rewrite.ts';

export type Unpadded = Rewritten;

// eslint-disable-next-line no-control-regex -- these are what is looked for
const UNSEEN = /[\0\u200b\u2060\ufeff]+|\u001b\[[\d;]{0,20}[A-Za-z]/g;

/** A whole row in quotes, as in `"message": "2026-03-02 08:15:02 ..."`. */
const ROW_IN_STRING =
  /"(?:#Fields: |(?:19|20)\d\d-\d\d-\d\d \d\d:\d\d:\d\d \S)[^"\n]{20,8000}"\s{0,20}[,}\])]/;
/** The backslash before a backslash, and a line break of the log inside such a string. */
const ESCAPE = /\\(?=[\\"])[\\"]|\\r\\n|\\n(?=\d{4}-|#|")/;
const UNSEEN_IN_STRINGS = new RegExp(`${UNSEEN.source}|${ESCAPE.source}`, 'g');

/** The text without what nobody sees. */
export function unpad(text: string): Unpadded {
  return without(text, UNSEEN);
}

/** The same for a text that is read line by line: rows inside strings lose their backslashes, too. */
export function unpadRows(text: string, plain = unpad(text)): Unpadded {
  const inStrings = text.includes('\\') && ROW_IN_STRING.test(text);
  return inStrings ? without(text, UNSEEN_IN_STRINGS) : plain;
}

function without(text: string, pattern: RegExp): Rewritten {
  return rewrite(text, pattern, (unseen) => {
    if (!unseen.startsWith('\\')) return '';
    return unseen.endsWith('n') ? '\n' : unseen.slice(1);
  });
}
