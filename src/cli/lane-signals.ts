/** What a lane and its thread share besides the memory: a few numbers of 32 bits, by these indices. */
export const SIGNALS = {
  /** Blocks given, and blocks scanned; each side waits for the other's to grow. */
  given: 0,
  done: 1,
  /** Bytes of the block, and where the scanner stopped. */
  end: 2,
  to: 3,
} as const;
export const SIGNAL_BYTES = 16;

export interface LaneThread {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly signals: Int32Array;
}
