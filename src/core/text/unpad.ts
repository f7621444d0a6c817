/**
 * Text as it was before a file or a terminal changed it: without the NULs at the end of a log whose
 * server lost power, the colours of a terminal (ECMA-48, 8.3.117) and characters without a width; and
 * rows inside strings of JSON or code, without the backslashes that are there for the string's sake.
 * Places in the result lead back to places in the original. What UTF-16 is, `encoding.ts` decides.
 */
import type { Span } from '../facts/span.ts';

export interface Unpadded {
  readonly text: string;
  /** The range of the original text. */
  readonly original: (span: Span) => Span;
}

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

function without(text: string, pattern: RegExp): Unpadded {
  if (text.search(pattern) < 0) return { text, original: (span) => span };
  const places = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let length = 0;
  let at = 0;
  const keep = (end: number) => {
    parts.push(text.slice(at, end));
    for (; at < end; at++) places[length++] = at;
  };
  for (const { 0: unseen, index } of text.matchAll(pattern)) {
    keep(index);
    at += unseen.length;
    if (!unseen.startsWith('\\')) continue;
    parts.push(unseen.endsWith('n') ? '\n' : unseen.slice(1));
    places[length++] = at - 1;
  }
  keep(text.length);
  places[length] = text.length;
  const place = (at: number) => places[at] ?? text.length;
  return {
    text: parts.join(''),
    original: ({ start, end }) => ({
      start: place(start),
      end: end > start ? place(end - 1) + 1 : place(start),
    }),
  };
}
