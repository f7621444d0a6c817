/** The bytes of a blob in order. The stream reads ahead while its last piece is worked on. */
import { streamOf } from './streams.ts';

/** Every piece of `blob`; `onRead` is told how many bytes have been handed on. */
export async function* slicesOf(
  blob: Blob,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  let taken = 0;
  for await (const bytes of streamOf(blob.stream())) {
    yield bytes;
    taken += bytes.length;
    onRead?.(taken);
  }
}
