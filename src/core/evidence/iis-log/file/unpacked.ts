/**
 * Stops archives that were made to unpack without end. Logs shrink to a tenth or a thirtieth, one
 * row again and again to a three hundredth; Deflate's best is 1:1032 (RFC 1951, a match of 258 bytes
 * in two bits).
 */
import { UNPACKED_FREELY, UNPACKED_RATIO } from '../../../limits.ts';

/** Counts what comes out of one file. */
export class Unpacked {
  readonly #stored: number;
  #bytes = 0;

  /** `stored` is the size of the file in bytes. */
  constructor(stored: number) {
    this.#stored = stored;
  }

  /** The same pieces; rejects with a sentence when they are too many for the file. */
  async *limit(pieces: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      this.#bytes += piece.length;
      if (this.#bytes > Math.max(UNPACKED_FREELY, UNPACKED_RATIO * this.#stored)) {
        throw new Error(
          `${name} was not read to its end: it unpacks to more than ${UNPACKED_RATIO} times its size, which no log does.`,
        );
      }
      yield piece;
    }
  }
}
