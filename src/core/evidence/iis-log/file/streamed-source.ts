/** A log that can only be read from its beginning: to read rows again it is read again. */
import { inUtf8 } from '../../../text/in-utf8.ts';
import { fillFrom } from './fill.ts';
import type { LogSource, ReadAgain } from './log-source.ts';
import { windowed } from './read-window.ts';
import { Unpacked } from './unpacked.ts';

type Bytes = (onRead?: (bytes: number) => void) => AsyncIterable<Uint8Array>;

/**
 * `size` is that of the file as it is stored. `unpacked` counts what comes out of an archive, for all
 * of its members.
 */
export function streamed(
  name: string,
  size: number,
  bytes: Bytes,
  unpacked = new Unpacked(size),
): LogSource {
  return {
    name,
    size,
    open: (onRead) => fillFrom(inUtf8(unpacked.limit(bytes(onRead), name))),
    readAgain: windowed(forward(() => inUtf8(bytes()))),
  };
}

/** Reads on to the place asked for; begins again when it lies behind. */
function forward(chunks: () => AsyncIterable<Uint8Array>): ReadAgain {
  let iterator: AsyncIterator<Uint8Array> | undefined;
  let start = 0;
  let bytes: Uint8Array = new Uint8Array();
  return async (place, length) => {
    if (!iterator || place < start) {
      await iterator?.return?.();
      iterator = chunks()[Symbol.asyncIterator]();
      start = 0;
      bytes = new Uint8Array();
    }
    while (start + bytes.length < place + length) {
      // A damaged file was read to the same place before.
      const next = await iterator.next().catch(() => ({ done: true, value: undefined }) as const);
      if (next.done === true) break;
      // What lies before the place is not needed any more.
      const kept = bytes.subarray(Math.min(bytes.length, Math.max(0, place - start)));
      start += bytes.length - kept.length;
      const joined = new Uint8Array(kept.length + next.value.length);
      joined.set(kept);
      joined.set(next.value, kept.length);
      bytes = joined;
    }
    return bytes.subarray(Math.max(0, place - start), Math.max(0, place - start) + length);
  };
}
