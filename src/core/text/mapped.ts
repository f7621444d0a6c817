/**
 * Bytes that were written as text, and the way back: which characters of the paste spell which
 * bytes. The map is one position per digit, so it costs four bytes per digit and no object.
 */
import type { Span } from '../facts/span.ts';

export interface MappedBytes {
  readonly bytes: Uint8Array;
  /**
   * Characters of the paste that spell the bytes `start` to `end` (half-open). An empty range gives
   * an empty span where its first byte would stand.
   */
  readonly at: (start: number, end: number) => Span;
  /** Digits at the end that make up no whole byte and were left out. */
  readonly dropped: number;
  /** Characters from the first digit to the last, padding included. */
  readonly span: Span;
}

/** Digit values and where each stands in the text. */
export interface Digits {
  readonly values: Uint8Array;
  readonly positions: Uint32Array;
  readonly count: number;
  /** First character after the digits and their padding. */
  readonly end: number;
}

/** Characters of `text` at `position` that spell one digit: `%2B` is three, `\u002b` six. */
function widthOfDigit(text: string, position: number): number {
  const first = text.charCodeAt(position);
  if (first === 0x25) return 3;
  if (first === 0x5c) return text[position + 1] === 'u' ? 6 : 2;
  return 1;
}

/** Packs digits of `bits` bits each (4 for hex, 6 for base64) into bytes, first digit highest. */
export function pack(text: string, digits: Digits, bits: 4 | 6): MappedBytes {
  const { values, positions, count, end } = digits;
  const bytes = new Uint8Array(Math.floor((count * bits) / 8));
  let held = 0;
  let heldBits = 0;
  let written = 0;
  for (let index = 0; index < count; index++) {
    held = ((held << bits) | (values[index] ?? 0)) & 0xffff;
    heldBits += bits;
    if (heldBits < 8) continue;
    heldBits -= 8;
    bytes[written++] = held >> heldBits;
  }
  const digitAt = (index: number) => positions[Math.min(index, count - 1)] ?? end;
  const after = (index: number) => {
    const position = digitAt(index);
    return position + widthOfDigit(text, position);
  };
  return {
    bytes,
    at: (from, to) => {
      const first = Math.floor((from * 8) / bits);
      const start = first < count ? digitAt(first) : count > 0 ? after(count - 1) : end;
      return from >= to
        ? { start, end: start }
        : { start, end: after(Math.ceil((to * 8) / bits) - 1) };
    },
    dropped:
      Math.ceil((count * bits - bytes.length * 8) / 8) && count * bits - bytes.length * 8 >= bits
        ? 1
        : 0,
    span: { start: digitAt(0), end },
  };
}
