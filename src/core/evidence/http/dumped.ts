/**
 * HTTP in hex dumps, as `curl --trace`, Wireshark and debuggers print it: the text that the dumps
 * spell, one after the other, and the way back to their digits.
 */
import type { Span } from '../../facts/span.ts';
import { countUpTo } from '../../text/count-up-to.ts';
import { findHexdumps } from '../../text/hexdump.ts';
import type { MappedBytes } from '../../text/mapped.ts';
import type { Rewritten } from '../../text/rewrite.ts';

/** `HTTP/1` in hex, with and without gaps; a dump without it is not looked at. */
const SIGN = /(?:54|74) ?(?:54|74) ?(?:50|70) ?2f ?3[12]/i;
const LATIN_1 = new TextDecoder('latin1');

interface Piece {
  /** Place of its first character in the joined text. */
  readonly start: number;
  readonly bytes: MappedBytes;
}

/** The text in the dumps of `text`; undefined when there is no HTTP in them. */
export function dumpedText(text: string): Rewritten | undefined {
  if (!SIGN.test(text)) return undefined;
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let length = 0;
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  for (const { bytes } of findHexdumps(text)) {
    // A dump that stops in the middle of a line must not run into the next one.
    if (parts.at(-1)?.endsWith('\n') === false) add('\n');
    pieces.push({ start: length, bytes });
    add(LATIN_1.decode(bytes.bytes));
  }
  const joined = parts.join('');
  if (!/HTTP\/\d/.test(joined)) return undefined;
  return { text: joined, original: (span) => place(pieces, span) };
}

/** The digits that spell a range; one that goes over several dumps covers what is between them. */
function place(pieces: readonly Piece[], { start, end }: Span): Span {
  const from = at(pieces, start);
  return end > start ? { start: from.start, end: at(pieces, end - 1).end } : from;
}

function at(pieces: readonly Piece[], index: number): Span {
  const piece = pieces[countUpTo(pieces, index, ({ start }) => start) - 1];
  if (!piece) return { start: 0, end: 0 };
  const { length } = piece.bytes.bytes;
  const inside = Math.min(index - piece.start, Math.max(length - 1, 0));
  return piece.bytes.at(inside, inside + 1);
}
