/**
 * A log read by several threads: this one fills memory that all share with blocks, and each of the
 * others scans some of them and follows the attempts of some of the parties (addresses at a site) in
 * all of them. What they found is put together when the log is over, exactly as one thread would have
 * found it, because rows of different parties have nothing to do with each other.
 *
 * The compiled scanner is kept twice. A module says whether the memory that it imports is shared, and
 * an instance accepts no other kind: the command line needs shared memory, and a page that is served
 * without special headers has none (`core/evidence/iis-log/file/rows-wasm.ts`).
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import {
  type Block,
  type Fill,
  LogBuilder,
  type LogPart,
  type LogReader,
  moduleBytes,
  nextBlock,
  pagesFor,
  READ,
  ROOM,
  roomFor,
  ROW_INPUT,
} from '../core/index.ts';
import { ROWS_WASM } from './rows-wasm.ts';
import { type Announced, Signals, type Work } from './signals.ts';

/** So many bytes that waking a thread costs little beside scanning them. */
const BLOCK = 4 * 1024 * 1024;
/** Threads that may share the memory of a block; see `THREADS` in `scanner/layout.ts`. */
const MOST = 8;

/** TypeScript here, and JavaScript in the package of the decoder. */
const THREAD = import.meta.url.endsWith('.ts') ? 'track-thread.ts' : 'track-thread.js';

/** A thread has failed; whoever reads the log does it without them. */
export class ThreadsFailed extends Error {}

export class LogOfThreads implements LogReader {
  readonly log = new LogBuilder(ROOM, READ);
  readonly #signals: Signals;
  readonly #inputs: readonly Uint8Array[];
  readonly #block: number;
  readonly #threads: readonly Worker[];
  readonly #parts: Promise<LogPart>[];
  readonly #failed: Promise<never>;
  #given = 0;
  #files = 0;
  bytes = 0;

  /** `names` are those of the files, where there are several; one may set the size of a block. */
  constructor(
    names: readonly (string | undefined)[],
    count = Math.min(MOST, availableParallelism()),
    block = BLOCK,
  ) {
    const memories = Array.from({ length: count + 2 }, () => sharedMemory(block));
    this.#block = block;
    this.#signals = new Signals(memories.length);
    this.#inputs = memories.map(({ buffer }) => new Uint8Array(buffer, ROW_INPUT, roomFor(block)));
    this.#threads = Array.from({ length: count }, (_, index) => {
      const work: Work = {
        ...{ wasm: moduleBytes(ROWS_WASM), memories, signals: this.#signals.numbers, names, block },
        ...{ index, of: count },
      };
      return new Worker(new URL(THREAD, import.meta.url), { workerData: work });
    });
    this.#parts = this.#threads.map(partOf);
    this.#failed = new Promise((_, reject) => {
      for (const part of this.#parts) part.catch(reject);
    });
    this.#failed.catch(() => undefined);
  }

  async read(fill: Fill, _name?: string, onBlock?: () => void): Promise<void> {
    const file = this.#files++;
    let block: Block | undefined;
    while (!block?.isLast) {
      const lane = await this.#freeLane();
      const input = this.#inputs[lane];
      if (!input) throw new Error('There is no such lane.');
      block = await nextBlock(input, this.#block, fill, block);
      this.#announce({ end: block.end, file, isLast: block.isLast, isOver: false });
      this.bytes += block.end;
      onBlock?.();
    }
  }

  async finish(): Promise<void> {
    await this.#freeLane();
    this.#announce({ end: 0, file: this.#files, isLast: false, isOver: true });
    for (const part of await Promise.all(this.#parts)) this.log.absorb(part);
    this.log.finish();
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }

  /** The next lane, when all threads are done with what was in it. */
  async #freeLane(): Promise<number> {
    await Promise.race([this.#signals.isFree(this.#given, this.#threads.length), this.#failed]);
    return this.#given % this.#inputs.length;
  }

  #announce(block: Announced): void {
    this.#signals.announce(this.#given++, block);
  }
}

/** What a thread has found, when the log is over. */
function partOf(thread: Worker): Promise<LogPart> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', (error) => {
      reject(new ThreadsFailed('A thread has failed.', { cause: error }));
    });
  });
}

function sharedMemory(block: number): WebAssembly.Memory {
  const pages = pagesFor(roomFor(block));
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}
