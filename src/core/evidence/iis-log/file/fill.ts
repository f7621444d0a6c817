/** The bytes of a file in order, written to wherever there is room. */

/** Writes the next bytes into the array, and gives their number; 0 when the file is over. */
export type Fill = (into: Uint8Array) => Promise<number>;

/** Fills from pieces of any size. */
export function fillFrom(pieces: AsyncIterable<Uint8Array>): Fill {
  const iterator = pieces[Symbol.asyncIterator]();
  let piece: Uint8Array = new Uint8Array();
  return async (into) => {
    while (piece.length === 0) {
      const next = await iterator.next();
      if (next.done === true) return 0;
      piece = next.value;
    }
    const part = piece.subarray(0, into.length);
    into.set(part);
    piece = piece.subarray(part.length);
    return part.length;
  };
}
