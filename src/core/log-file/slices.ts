/** The bytes of a blob in order, the next slice under way while the last one is worked on. */

/** Bytes read at once. */
const SLICE = 8 * 1024 * 1024;

/** Every slice of `blob`; `onRead` is told how many bytes have been handed on. */
export async function* slicesOf(
  blob: Blob,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const read = (at: number) => blob.slice(at, at + SLICE).arrayBuffer();
  let next = read(0);
  for (let at = 0; at < blob.size; at += SLICE) {
    const bytes = new Uint8Array(await next);
    if (at + SLICE < blob.size) next = read(at + SLICE);
    yield bytes;
    onRead?.(Math.min(blob.size, at + SLICE));
  }
}
