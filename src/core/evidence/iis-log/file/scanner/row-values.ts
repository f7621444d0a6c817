/**
 * Where the values of a row are: between spaces, or between another character and perhaps in quotes,
 * behind what programs put before the row. A row is refused where the text reader might see other
 * values (`text/delimited.ts`, `rows/line-prefix.ts`).
 */
import {
  BOUNDS,
  COLUMN_COUNT,
  DELIMITER,
  MAX_COLUMNS,
  PREFIX,
  PREFIX_FLAGS,
  PREFIX_LENGTH,
  PREFIX_NUMBERED,
  PREFIX_SEPARATED,
  PREFIX_SPACED,
  SCRATCH,
  SCRATCH_BYTES,
  VALUES,
} from './layout';

export const SPACE: u8 = 0x20;
export const PLUS: u8 = 0x2b;
export const DIGIT_0: u8 = 0x30;
const TAB: u8 = 0x09;
const QUOTE: u8 = 0x22;
const COMMA: u8 = 0x2c;
const DASH: u8 = 0x2d;
const COLON: u8 = 0x3a;

/** Where this thread's room is. */
let bounds: u32 = SCRATCH + BOUNDS;
let values: u32 = SCRATCH + VALUES;

/** The character between values; a space is never one of a value. */
let delimiter: u8 = SPACE;

export function roomOfThread(thread: u32): void {
  bounds = SCRATCH + thread * SCRATCH_BYTES + BOUNDS;
  values = SCRATCH + thread * SCRATCH_BYTES + VALUES;
}

/** Takes what the host has set. */
export function configured(): void {
  delimiter = load<u8>(DELIMITER);
}

/** Rows as IIS writes them: nothing before them, and spaces between their values. */
export function isPlain(): bool {
  return delimiter == SPACE && load<u32>(PREFIX_LENGTH) == 0 && load<u8>(PREFIX_FLAGS) == 0;
}

// @ts-ignore: decorator
@inline
export function isDelimited(): bool {
  return delimiter != SPACE;
}

// @ts-ignore: decorator
@inline
export function startOf(column: i32): u32 {
  return delimiter == SPACE ? load<u32>(bounds + 4 * column) + 1 : load<u32>(values + 8 * column);
}

// @ts-ignore: decorator
@inline
export function endOf(column: i32): u32 {
  return delimiter == SPACE ? load<u32>(bounds + 4 * column, 4) : load<u32>(values + 8 * column, 4);
}

// @ts-ignore: decorator
@inline
export function firstBits(count: u32): u64 {
  return ((<u64>1) << count) - 1;
}

/** The bytes of 64 that are `byte`, a bit each. */
// @ts-ignore: decorator
@inline
export function marksOf(block: u32, byte: u8): u64 {
  const wanted = i8x16.splat(byte);
  const a = <u64>i8x16.bitmask(i8x16.eq(v128.load(block), wanted));
  const b = <u64>i8x16.bitmask(i8x16.eq(v128.load(block, 16), wanted));
  const c = <u64>i8x16.bitmask(i8x16.eq(v128.load(block, 32), wanted));
  const d = <u64>i8x16.bitmask(i8x16.eq(v128.load(block, 48), wanted));
  return a | (b << 16) | (c << 32) | (d << 48);
}

/** The character before a column of the line under way; the line end behind the last. */
// @ts-ignore: decorator
@inline
export function setBound(column: u32, at: u32): void {
  store<u32>(bounds + 4 * column, at);
}

/** Notes the marks of 64 bytes; four at a time, of which the last ones may be none. */
// @ts-ignore: decorator
@inline
export function addBounds(column: u32, block: u32, marks: u64): u32 {
  const added = <u32>popcnt(marks);
  for (let to = bounds + 4 * (column + 1); marks != 0; to += 16) {
    store<u32>(to, block + <u32>ctz(marks));
    marks &= marks - 1;
    store<u32>(to, block + <u32>ctz(marks), 4);
    marks &= marks - 1;
    store<u32>(to, block + <u32>ctz(marks), 8);
    marks &= marks - 1;
    store<u32>(to, block + <u32>ctz(marks), 12);
    marks &= marks - 1;
  }
  const sum = column + added;
  return sum > <u32>MAX_COLUMNS ? MAX_COLUMNS : sum;
}

/** Tabs that stand between values, in 64 bytes. */
// @ts-ignore: decorator
@inline
export function ownTabs(block: u32): u64 {
  return delimiter == TAB ? marksOf(block, TAB) : 0;
}

/** Where the row begins in its line; 0 when what stands before it is not what the host expects. */
export function rowStart(start: u32, end: u32): u32 {
  const length = load<u32>(PREFIX_LENGTH);
  const flags = load<u8>(PREFIX_FLAGS);
  // Separators, a number of up to nine digits, and a row.
  if (end < start + length + 16) return 0;
  for (let i: u32 = 0; i < length; i++) {
    if (load<u8>(start + i) != load<u8>(PREFIX + i)) return 0;
  }
  let at = start + length;
  if ((flags & PREFIX_SEPARATED) != 0 && !isSeparator(load<u8>(at++))) return 0;
  if ((flags & PREFIX_NUMBERED) != 0) {
    const number = at;
    while (at < end && load<u8>(at) - DIGIT_0 <= 9) at++;
    if (at == number || at > number + 9 || !isSeparator(load<u8>(at++))) return 0;
  }
  if ((flags & PREFIX_SPACED) != 0 && load<u8>(at++) != SPACE) return 0;
  return at < end ? at : 0;
}

// @ts-ignore: decorator
@inline
function isSeparator(byte: u8): bool {
  return byte == COLON || byte == DASH;
}

/** Finds the values of a row; false when they are not as many as there are columns, or unclear. */
export function split(start: u32, end: u32): bool {
  return delimiter == SPACE ? splitSpaced(start, end) : splitDelimited(start, end);
}

function splitSpaced(start: u32, end: u32): bool {
  const columns = load<u32>(COLUMN_COUNT);
  let column: u32 = 0;
  setBound(0, start - 1);
  for (let block = start; block < end; block += 64) {
    const spaces = marksOf(block, SPACE);
    column = addBounds(column, block, end - block < 64 ? spaces & firstBits(end - block) : spaces);
  }
  setBound(columns, end);
  return column + 1 == columns;
}

function splitDelimited(start: u32, end: u32): bool {
  const columns = load<u32>(COLUMN_COUNT);
  let column: u32 = 0;
  let quotes: u32 = 0;
  /** All ones where a quoted value goes on in the next 64 bytes. */
  let goesOn: u64 = 0;
  let isTorn = false;
  setBound(0, start - 1);
  for (let block = start; block < end; block += 64) {
    const inside: u64 = end - block < 64 ? firstBits(end - block) : ~(<u64>0);
    let marks = marksOf(block, delimiter) & inside;
    const found = marksOf(block, QUOTE) & inside;
    if ((found | goesOn) != 0) {
      const quoted = prefixXor(found) ^ goesOn;
      goesOn = <u64>(<i64>quoted >> 63);
      marks &= ~quoted;
      quotes += <u32>popcnt(found);
    }
    if (delimiter == COMMA) {
      // `(KHTML,+like+Gecko)`: the comma is the value's own, see `mendCommas`.
      const own = marks & marksOf(block + 1, PLUS);
      isTorn = isTorn || own != 0;
      marks &= ~own;
    }
    column = addBounds(column, block, marks);
  }
  setBound(columns, end);
  if (column + 1 != columns || goesOn != 0) return false;
  if (isTorn && (quotes != 0 || !isBalanced(columns))) return false;
  return findValues(columns, quotes);
}

/** Each bit is the parity of the bits up to it: ones from a quote to the one that closes it. */
// @ts-ignore: decorator
@inline
function prefixXor(bits: u64): u64 {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ (bits << 32);
}

/** Notes the values without their quotes; false where a quote is in no such place, or spaces at an end. */
function findValues(columns: u32, quotes: u32): bool {
  for (let i: u32 = 0; i < columns; i++) {
    let from = load<u32>(bounds + 4 * i) + 1;
    let to = load<u32>(bounds + 4 * i, 4);
    if (from < to) {
      const first = load<u8>(from);
      const last = load<u8>(to - 1);
      if (first == QUOTE) {
        if (to - from < 2 || last != QUOTE) return false;
        from++;
        to--;
        quotes -= 2;
      } else if (first <= SPACE || first >= 0x80 || last <= SPACE || last >= 0x80) return false;
    }
    store<u32>(values + 8 * i, from);
    store<u32>(values + 8 * i, to, 4);
  }
  return quotes == 0;
}

/** Has no value more opening than closing brackets? */
function isBalanced(columns: u32): bool {
  for (let i: u32 = 0; i < columns; i++) {
    let depth = 0;
    const to = load<u32>(bounds + 4 * i, 4);
    for (let at = load<u32>(bounds + 4 * i) + 1; at < to; at++) {
      const byte = load<u8>(at);
      if (byte == 0x28) depth++;
      else if (byte == 0x29) depth--;
    }
    if (depth > 0) return false;
  }
  return true;
}
