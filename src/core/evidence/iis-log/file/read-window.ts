/** Reads rows of a file again with few reads: the rows that are shown mostly lie close together. */
import type { ReadAgain } from './log-source.ts';

/** Bytes fetched at once. */
const WINDOW = 1024 * 1024;

/** `fetch` gives the bytes from `place`, up to `length` of them. */
export function windowed(fetch: ReadAgain): ReadAgain {
  let start = 0;
  let bytes: Uint8Array = new Uint8Array();
  const read: ReadAgain = async (place, length) => {
    if (place < start || place + length > start + bytes.length) {
      bytes = await fetch(place, Math.max(WINDOW, length));
      start = place;
    }
    return bytes.subarray(place - start, place - start + length);
  };
  // One after the other: what is asked for at the same time mostly lies in one window.
  let last: Promise<unknown> = Promise.resolve();
  return (place, length) => {
    const answer = last.then(() => read(place, length));
    last = answer.catch(() => undefined);
    return answer;
  };
}
