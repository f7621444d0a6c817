/**
 * A text with parts left out or replaced, and the way back: which characters of the original a range
 * of the result stands for.
 */
import type { Span } from '../facts/span.ts';

export interface Rewritten {
  readonly text: string;
  /** The range of the original text. */
  readonly original: (span: Span) => Span;
}

/** A part of the text, and what is written in its place: nothing, or one character. */
export interface Part {
  readonly index: number;
  readonly length: number;
  readonly written: string;
}

/**
 * `text` with each match of `pattern`, which is global, replaced by what `write` gives for it: nothing,
 * or one character, whose place is the last character of the match.
 */
export function rewrite(
  text: string,
  pattern: RegExp,
  write: (found: string) => string,
): Rewritten {
  if (text.search(pattern) < 0) return { text, original: (span) => span };
  return rewrittenAt(
    text,
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => {
      return { index, length: found.length, written: write(found) };
    }),
  );
}

/** The same for parts that were found in another way, in their order. */
export function rewrittenAt(text: string, found: Iterable<Part>): Rewritten {
  const places = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let length = 0;
  let at = 0;
  const keep = (end: number) => {
    parts.push(text.slice(at, end));
    for (; at < end; at++) places[length++] = at;
  };
  for (const { index, length: taken, written } of found) {
    keep(index);
    at += taken;
    if (written === '') continue;
    parts.push(written);
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
