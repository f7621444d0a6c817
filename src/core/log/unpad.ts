/**
 * Text without its NULs. UTF-16 read as UTF-8 has one after every character, and a log whose server
 * lost power ends in a run of them. Places in the result lead back to places in the original.
 */
import type { Span } from '../span.ts';

export interface Unpadded {
  readonly text: string;
  /** The range of the original text. */
  readonly original: (span: Span) => Span;
}

export function unpad(text: string): Unpadded {
  const first = text.indexOf('\0');
  if (first < 0) return { text, original: (span) => span };
  const places = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let length = 0;
  for (let at = 0; at < text.length;) {
    let next = text.indexOf('\0', at);
    if (next < 0) next = text.length;
    for (let i = at; i < next; i++) places[length++] = i;
    parts.push(text.slice(at, next));
    at = next + 1;
  }
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
