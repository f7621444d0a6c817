/** What the threads that read a log tell each other: numbers in shared memory, and who waits for them. */

/** What each thread is given. */
export interface Work {
  /** The compiled scanner, for shared memory. */
  readonly wasm: Uint8Array<ArrayBuffer>;
  /** Memory of the lanes, for a block each. */
  readonly memories: readonly WebAssembly.Memory[];
  readonly signals: Int32Array<SharedArrayBuffer>;
  readonly names: readonly (string | undefined)[];
  /** Bytes of a block. */
  readonly block: number;
  readonly index: number;
  readonly of: number;
}

/** A block that is in its lane: its bytes, its file, and whether the file or all of them are over. */
export interface Announced {
  readonly end: number;
  readonly file: number;
  readonly isLast: boolean;
  readonly isOver: boolean;
}

/** What was scanned of a block: up to where, and under which settings; see `BlockReader.scanAhead`. */
export interface ScannedTo {
  readonly to: number;
  readonly turn: number;
}

/** Blocks announced so far. */
const GIVEN = 0;
const FIRST_LANE = 1;
/** Of each lane: see `Announced` and `ScannedTo`; blocks scanned in it, and threads that are done. */
const LANE = { end: 0, file: 1, flags: 2, to: 3, turn: 4, scanned: 5, done: 6 } as const;
const NUMBERS = 7;
const LAST = 1;
const OVER = 2;

export class Signals {
  readonly numbers: Int32Array<SharedArrayBuffer>;
  readonly #lanes: number;

  constructor(lanes: number, numbers?: Int32Array<SharedArrayBuffer>) {
    this.#lanes = lanes;
    this.numbers =
      numbers ?? new Int32Array(new SharedArrayBuffer(4 * (FIRST_LANE + NUMBERS * lanes)));
  }

  /** Resolves when all threads are done with the block that was in the lane of this one. */
  async isFree(block: number, threads: number): Promise<void> {
    const at = this.#at(block, LANE.done);
    const wanted = Math.floor(block / this.#lanes) * threads;
    for (;;) {
      const done = Atomics.load(this.numbers, at);
      if (done >= wanted) return;
      await Atomics.waitAsync(this.numbers, at, done).value;
    }
  }

  announce(block: number, { end, file, isLast, isOver }: Announced): void {
    this.#set(block, LANE.end, end);
    this.#set(block, LANE.file, file);
    this.#set(block, LANE.flags, (isLast ? LAST : 0) | (isOver ? OVER : 0));
    Atomics.store(this.numbers, GIVEN, block + 1);
    Atomics.notify(this.numbers, GIVEN);
  }

  isAnnounced(block: number): boolean {
    return Atomics.load(this.numbers, GIVEN) > block;
  }

  /** Waits until the block is there. */
  awaitBlock(block: number): Announced {
    while (!this.isAnnounced(block)) {
      Atomics.wait(this.numbers, GIVEN, Atomics.load(this.numbers, GIVEN) > block ? -1 : block);
    }
    const flags = this.#get(block, LANE.flags);
    return {
      end: this.#get(block, LANE.end),
      file: this.#get(block, LANE.file),
      isLast: (flags & LAST) !== 0,
      isOver: (flags & OVER) !== 0,
    };
  }

  /** Tells that a block was scanned, or that there was nothing to scan for. */
  scanned(block: number, found: ScannedTo | undefined): void {
    this.#set(block, LANE.to, found?.to ?? 0);
    this.#set(block, LANE.turn, found?.turn ?? -1);
    this.#set(block, LANE.scanned, block + 1);
    Atomics.notify(this.numbers, this.#at(block, LANE.scanned));
  }

  /** Waits until the block was scanned. */
  awaitScanned(block: number): ScannedTo | undefined {
    const at = this.#at(block, LANE.scanned);
    for (;;) {
      const scanned = Atomics.load(this.numbers, at);
      if (scanned === block + 1) break;
      Atomics.wait(this.numbers, at, scanned);
    }
    const turn = this.#get(block, LANE.turn);
    return turn < 0 ? undefined : { to: this.#get(block, LANE.to), turn };
  }

  /** A thread needs the block no more. */
  done(block: number): void {
    const at = this.#at(block, LANE.done);
    Atomics.add(this.numbers, at, 1);
    Atomics.notify(this.numbers, at);
  }

  #at(block: number, number: number): number {
    return FIRST_LANE + (block % this.#lanes) * NUMBERS + number;
  }

  #get(block: number, number: number): number {
    return Atomics.load(this.numbers, this.#at(block, number));
  }

  #set(block: number, number: number, value: number): void {
    Atomics.store(this.numbers, this.#at(block, number), value);
  }
}
