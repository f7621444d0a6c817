/**
 * Text without what nobody sees: NULs (UTF-16 read as UTF-8 has one after every character, and a
 * log whose server lost power ends in a run of them), the colours of a terminal (ECMA-48, 8.3.117)
 * and characters without a width. Places in the result lead back to places in the original.
 */
import type { Span } from '../span.ts';

export interface Unpadded {
  readonly text: string;
  /** The range of the original text. */
  readonly original: (span: Span) => Span;
}

// eslint-disable-next-line no-control-regex -- these are what is looked for
const UNSEEN = /[\0\u200b\u2060\ufeff]+|\u001b\[[\d;]{0,20}[A-Za-z]/g;

export function unpad(text: string): Unpadded {
  if (text.search(UNSEEN) < 0) return { text, original: (span) => span };
  const places = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let length = 0;
  let at = 0;
  const keep = (end: number) => {
    parts.push(text.slice(at, end));
    for (; at < end; at++) places[length++] = at;
  };
  for (const unseen of text.matchAll(UNSEEN)) {
    keep(unseen.index);
    at += unseen[0].length;
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
