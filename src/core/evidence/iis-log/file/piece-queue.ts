/**
 * Hands pieces on from one who writes to one who reads. Unlike a `TransformStream` it keeps what was
 * written before the writer failed.
 */
export class PieceQueue {
  #piece: Uint8Array | undefined;
  #isOver = false;
  #wake: () => void = () => undefined;
  #taken: () => void = () => undefined;

  /** Where to write; each piece is taken before the next. */
  readonly writable = new WritableStream<Uint8Array>({
    write: (piece) => {
      if (this.#isOver) throw new Error('Nobody reads any more.');
      this.#piece = piece;
      this.#wake();
      return new Promise<void>((resolve) => (this.#taken = resolve));
    },
  });

  /** Nothing more is written. */
  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  /** The pieces, until `end`. */
  async *pieces(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const piece = this.#piece;
        this.#piece = undefined;
        if (piece) {
          yield piece;
          this.#taken();
        } else if (this.#isOver) return;
        else await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    } finally {
      this.#isOver = true;
      this.#taken();
    }
  }
}
