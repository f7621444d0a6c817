/** Whether reading grows with the length of a text, and not with its square: a ratio, never a time. */
import assert from 'node:assert/strict';
import { fastest } from './cpu-time.ts';

/** Characters of the shorter text, and how many times as long the longer one is. */
const LENGTH = 60_000;
const TIMES = 8;
/** A quadratic reader takes TIMES times TIMES as long; half of that leaves room for noise. */
const ALLOWED = (TIMES * TIMES) / 2;
/** Milliseconds below which a measurement says nothing. */
const NOISE = 3;

/** Reads `piece` again and again at two lengths, the best of three runs each. */
export async function assertLinear(piece: string, read: (text: string) => unknown): Promise<void> {
  const timeOf = (length: number) => {
    const text = piece.repeat(Math.ceil(length / piece.length));
    return fastest(() => read(text), 3);
  };
  const short = Math.max(NOISE, await timeOf(LENGTH));
  const long = await timeOf(LENGTH * TIMES);
  assert.ok(
    long < ALLOWED * short,
    `${JSON.stringify(piece.slice(0, 30))}: ${short} ms, ${long} ms`,
  );
}
