/**
 * Bytes that were written as text, and the way back: which characters of the paste spell which
 * bytes. The map is one position per digit, so it costs four bytes per digit and no object.
 */
import type { Span } from '../facts/span.ts';
import { unescapeAt } from './escapes.ts';

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
    return position + unescapeAt(text, position).width;
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

/** Bytes that are each spelled by the characters from `starts` to `ends` at the same index. */
export function mapEach(
  bytes: readonly number[],
  starts: readonly number[],
  ends: readonly number[],
): MappedBytes {
  const last = ends.at(-1) ?? 0;
  return {
    bytes: Uint8Array.from(bytes),
    at: (from, to) => {
      const start = starts[from] ?? last;
      return { start, end: from < to ? (ends[Math.min(to, ends.length) - 1] ?? start) : start };
    },
    dropped: 0,
    span: { start: starts[0] ?? 0, end: last },
  };
}

/** Bytes spelled by `inner`, whose characters are themselves the bytes of `outer`. */
export function mapThrough(outer: MappedBytes, inner: MappedBytes): MappedBytes {
  const at = (from: number, to: number) => {
    const { start, end } = inner.at(from, to);
    return outer.at(start, end);
  };
  return { bytes: inner.bytes, at, dropped: inner.dropped, span: at(0, inner.bytes.length) };
}

/** The bytes of `mapped` from `start` on, up to `end`. */
export function partOf(mapped: MappedBytes, start: number, end = mapped.bytes.length): MappedBytes {
  if (start === 0 && end === mapped.bytes.length) return mapped;
  const bytes = mapped.bytes.subarray(start, end);
  const at = (from: number, to: number) => mapped.at(from + start, to + start);
  const dropped = end === mapped.bytes.length ? mapped.dropped : 0;
  return { bytes, at, dropped, span: at(0, bytes.length) };
}
