/** The bytes of a blob, read with as little garbage as the browser allows. */
import { type Fill, fillFrom } from './fill.ts';
import { slicesOf } from './blob-slices.ts';
import { holding } from './streams.ts';

/** Bytes asked for at once; browsers give far less. */
const ROOM = 512 * 1024;

/** Fills from `blob`; `onRead` is told how many bytes have been handed on. */
export function fillFromBlob(blob: Blob, onRead?: (bytes: number) => void): Fill {
  const reader = readerOf(blob);
  if (!reader) return fillFrom(slicesOf(blob, onRead));
  let buffer = new ArrayBuffer(ROOM);
  let taken = 0;
  return async (into) => {
    // The buffer goes to the stream and comes back in the answer.
    const view = new Uint8Array(buffer, 0, Math.min(into.length, buffer.byteLength));
    const { value } = await holding(reader, () => reader.read(view));
    if (!value) return 0;
    buffer = value.buffer;
    into.set(value);
    taken += value.length;
    onRead?.(taken);
    return value.length;
  };
}

/** A reader into our own buffer; undefined where a blob's stream knows none. */
function readerOf(blob: Blob): ReadableStreamBYOBReader | undefined {
  try {
    return blob.stream().getReader({ mode: 'byob' });
  } catch {
    return undefined;
  }
}
