/**
 * Hex in the spellings of tools and languages: `6082`, `60 82`, `60:82`, `60-82`, `0x60, 0x82`,
 * `\x60\x82`, and the initialiser of an array, with comments and Rust's `0x60u8`.
 */
import type { Span } from '../facts/span.ts';
import { commentEnd } from './comments.ts';
import { pack, type MappedBytes } from './mapped.ts';

/** Value of a hex digit by its character code, or -1. */
export function hexValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

const isX = (code: number) => (code | 0x20) === 0x78;

/** Length of a `0x` or `\x` at `position`, or 0. */
export function hexPrefix(text: string, position: number): number {
  const first = text.charCodeAt(position);
  return (first === 0x30 || first === 0x5c) && isX(text.charCodeAt(position + 1)) ? 2 : 0;
}

const SUFFIX = /^(?:u8|uy|u|b)(?![0-9a-z_])/i;

/** Behind the suffix of a number's type in Rust, F# or C at `position`; `position` when there is none. */
export function suffixEnd(text: string, position: number): number {
  return position + (SUFFIX.exec(text.slice(position, position + 3))?.[0].length ?? 0);
}

/**
 * The bytes that `span` of `text` spells. Whatever is no hex digit separates; `0x6` is the byte 06.
 * A digit left over at the end is counted in `dropped`.
 */
export function decodeHex(text: string, span: Span): MappedBytes {
  const room = 2 * (span.end - span.start);
  const values = new Uint8Array(room);
  const positions = new Uint32Array(room);
  let count = 0;
  let end = span.start;
  for (let position = span.start; position < span.end;) {
    const prefix = hexPrefix(text, position);
    position += prefix;
    const value = hexValue(text.charCodeAt(position));
    if (value < 0 || position >= span.end) {
      const comment = count > 0 && prefix === 0 ? commentEnd(text, position) : position;
      position = comment > position ? comment : position + (prefix > 0 ? 0 : 1);
      continue;
    }
    const alone = prefix > 0 && hexValue(text.charCodeAt(position + 1)) < 0;
    if (alone) positions[count++] = position;
    values[count] = value;
    positions[count++] = position;
    position++;
    end = position;
    if (hexValue(text.charCodeAt(position)) < 0) position = suffixEnd(text, position);
  }
  return pack(text, { values, positions, count, end }, 4);
}

/** Lower-case hex of `bytes`, without separators. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte < 16 ? `0${byte.toString(16)}` : byte.toString(16);
  return hex;
}
