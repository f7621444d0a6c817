/** The chunks of a stream; not every browser iterates over streams. */

/**
 * Readers under way. Browsers have collected a blob's stream as garbage while its next chunk was
 * waited for, as nothing but the promise of that chunk held it; then the promise was never kept.
 */
const underWay = new Set<object>();

/** What `work` gives; the reader cannot be lost meanwhile. */
export async function holding<T>(reader: object, work: () => Promise<T>): Promise<T> {
  underWay.add(reader);
  try {
    return await work();
  } finally {
    underWay.delete(reader);
  }
}

export async function* streamOf<T>(stream: ReadableStream<T>): AsyncGenerator<T, void> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await holding(reader, () => reader.read());
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
