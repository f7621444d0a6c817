/**
 * A text put together from pieces of another one, in any order: the lines of an HTTP message out of
 * the strings of JSON. Every character leads back to where it was taken from.
 */
import type { Span } from '../facts/span.ts';
import { countUpTo } from './count-up-to.ts';
import type { Rewritten } from './rewrite.ts';

interface Piece {
  /** Place of its first character in the composed text. */
  readonly start: number;
  readonly length: number;
  /** What it stands for in the original. */
  readonly at: Span;
}

const ESCAPE = /\\(?:u[0-9a-f]{4}|[^u])/gi;
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

export class Composed {
  readonly #original: string;
  readonly #parts: string[] = [];
  readonly #pieces: Piece[] = [];
  #length = 0;

  constructor(original: string) {
    this.#original = original;
  }

  /** Characters that stand for nothing in the original: a separator, a line end. */
  glue(text: string): this {
    this.#parts.push(text);
    this.#length += text.length;
    return this;
  }

  /** Characters in the place of a range of the original, of the same or another length. */
  add(text: string, at: Span): this {
    if (text === '') return this;
    this.#pieces.push({ start: this.#length, length: text.length, at });
    return this.glue(text);
  }

  /** The characters of a range as they are. */
  copy(at: Span): this {
    return this.add(this.#original.slice(at.start, at.end), at);
  }

  /** What is between the quotes of a string of JSON (RFC 8259, 7); line ends become `breaks`. */
  unescape({ start, end }: Span, breaks = ' '): this {
    let from = start;
    for (const { 0: escape, index } of this.#original.slice(start, end).matchAll(ESCAPE)) {
      this.copy({ start: from, end: start + index });
      from = start + index + escape.length;
      const letter = escape[1] ?? '';
      const meant =
        letter.toLowerCase() === 'u'
          ? String.fromCharCode(parseInt(escape.slice(2), 16))
          : (LETTERS[letter] ?? letter);
      this.add(/[\r\n]/.test(meant) ? breaks : meant, { start: start + index, end: from });
    }
    return this.copy({ start: from, end });
  }

  /** The text, and the way back; a range of glue alone stands for all that surrounds it. */
  done(): Rewritten {
    return { text: this.#parts.join(''), original: (span) => this.#placeOf(span) };
  }

  #placeOf({ start, end }: Span): Span {
    const last = Math.max(end - 1, start);
    const from = Math.max(0, countUpTo(this.#pieces, start, (piece) => piece.start) - 1);
    const to = countUpTo(this.#pieces, last, (piece) => piece.start);
    let whole: Span | undefined;
    for (const piece of this.#pieces.slice(from, Math.max(to, from + 1))) {
      const part = partOf(piece, start, end) ?? (to <= from + 1 ? piece.at : undefined);
      if (!part) continue;
      whole = {
        start: Math.min(part.start, whole?.start ?? part.start),
        end: Math.max(part.end, whole?.end ?? part.end),
      };
    }
    return whole ?? { start: 0, end: this.#original.length };
  }
}

/** What a range that reaches into the piece takes of the original. */
function partOf({ start, length, at }: Piece, from: number, to: number): Span | undefined {
  if (to <= start || from >= start + length) return undefined;
  if (at.end - at.start !== length) return at;
  const skipped = Math.max(0, from - start);
  const left = Math.max(0, start + length - to);
  return { start: at.start + skipped, end: at.end - left };
}
