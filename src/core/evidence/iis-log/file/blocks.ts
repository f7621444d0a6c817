/** Files cut into blocks of whole lines. */
import type { Fill } from './fill.ts';

/** Bytes of a line that has not ended; more are read as they are. */
export const LONGEST_LINE = 1024 * 1024;

const NEW_LINE = 0x0a;

/** Bytes in memory: whole lines up to `end`, the beginning of another one up to `filled`. */
export interface Block {
  readonly input: Uint8Array;
  readonly end: number;
  readonly filled: number;
  /** The file is over. */
  readonly isLast: boolean;
}

/** Bytes of memory for such blocks: a block, and a line that began before it. */
export const roomFor = (size: number) => size + LONGEST_LINE;

/** Fills memory with what the block before it left over, and with what follows, about `size` bytes. */
export async function nextBlock(
  input: Uint8Array,
  size: number,
  fill: Fill,
  before: Block | undefined,
): Promise<Block> {
  const rest = before?.input.subarray(before.end, before.filled) ?? new Uint8Array();
  input.set(rest);
  let filled = rest.length;
  let isLast: boolean;
  do {
    // One byte is left for a line end.
    const bytes = await fill(input.subarray(filled, roomFor(size) - 1));
    filled += bytes;
    isLast = bytes === 0;
  } while (filled < size && !isLast);
  // The last line may have no line end.
  if (isLast && filled > 0 && input[filled - 1] !== NEW_LINE) input[filled++] = NEW_LINE;
  const end = filled === 0 ? 0 : input.lastIndexOf(NEW_LINE, filled - 1) + 1;
  if (filled - end < LONGEST_LINE) return { input, end, filled, isLast };
  return { input, end: lastCharacter(input, filled), filled, isLast };
}

/** The end of a text that is cut somewhere, without a character that may be half of one. */
function lastCharacter(bytes: Uint8Array, end: number): number {
  let at = end;
  while (at > end - 4 && (bytes[at - 1] ?? 0) >= 0x80) at--;
  return at;
}
