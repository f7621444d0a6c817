/** One line of a hex dump: its bytes up to the text column, and whether they stand in words. */
import { hexValue } from './hex.ts';

export interface DumpLine {
  /** As it is written: octal, decimal or hexadecimal. */
  readonly offset: string;
  /** Positions of the hex digits, in pairs. */
  readonly positions: readonly number[];
  /** Column after the last digit, to bound the next line. */
  readonly endColumn: number;
  /** True when every group has four digits, as `hexdump` and `od -x` print them. */
  readonly isWords: boolean;
}

/** Hex digits on one line of a dump, at most. */
const LINE_DIGITS = 128;
/** Digits before the gap in the middle of a line. */
const HALF_LINE = 16;
const WORD_DIGITS = 4;

const BLANKS = /^(?: {1,5}|\t|-| - )(?=[0-9a-f]{2})/i;

/** Where the bytes of the line begin, where it ends, and where it starts. */
interface Bounds {
  readonly start: number;
  readonly from: number;
  readonly end: number;
}

const isPair = (text: string, at: number) =>
  hexValue(text.charCodeAt(at)) >= 0 && hexValue(text.charCodeAt(at + 1)) >= 0;

/** Digits of a line; stops before the text column, as far as it can be told. */
export function readDumpLine(text: string, { start, from, end }: Bounds): Omit<DumpLine, 'offset'> {
  const positions: number[] = [];
  let position = from;
  let unit: number | undefined;
  let middles = 0;
  let group = 0;
  let isWords = true;
  while (position + 1 < end && positions.length < LINE_DIGITS) {
    if (isPair(text, position)) {
      positions.push(position, position + 1);
      group += 2;
      position += 2;
      continue;
    }
    const blanks = BLANKS.exec(text.slice(position, position + 8))?.[0].length;
    if (blanks === undefined) break;
    unit ??= blanks > 1 && positions.length === HALF_LINE ? 1 : blanks;
    // One wider gap in the middle of the line is the dump's own; any other one ends the bytes.
    if (blanks !== unit && (++middles > 1 || positions.length !== HALF_LINE)) break;
    if (group !== WORD_DIGITS) isWords = false;
    group = 0;
    position += blanks;
  }
  return { positions, endColumn: position - start, isWords: isWords && group === WORD_DIGITS };
}

/** Positions of digits with the two bytes of each word exchanged. */
export function wordsSwapped(positions: readonly number[]): number[] {
  const swapped: number[] = [];
  for (let at = 0; at < positions.length; at += WORD_DIGITS) {
    const word = positions.slice(at, at + WORD_DIGITS);
    swapped.push(...word.slice(2), ...word.slice(0, 2));
  }
  return swapped;
}
