/**
 * Lanes whose blocks are scanned by a second thread, in memory that both share: one block is filled,
 * one scanned and one taken down at the same time. More threads would gain nothing, as scanning is
 * faster than the rest.
 */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import {
  type Lane,
  type Lanes,
  moduleBytes,
  roomFor,
} from '../core/evidence/iis-log/file/lanes.ts';
import {
  HASHER_PAGES,
  pagesFor,
  RowScanner,
  ScannerHasher,
} from '../core/evidence/iis-log/file/row-scanner.ts';
import { ROWS_WASM } from './rows-wasm.ts';

/** So many bytes that waking a thread costs little beside scanning them. */
const BLOCK = 8 * 1024 * 1024;
const LANES = 3;
/**
 * What is said over shared numbers of 32 bits, by their indices: how many blocks were given and how
 * many are done, the lanes of the last ones given, and for each lane the end of its block, which the
 * thread replaces by where the scanner stopped.
 */
export const SIGNALS = { given: 0, done: 1, lane: 2, end: 2 + LANES } as const;

/** Lanes with a thread that runs until `close`. */
export async function threadedLanes(block = BLOCK): Promise<Lanes & { close(): Promise<unknown> }> {
  const room = roomFor(block);
  const module = await WebAssembly.compile(moduleBytes(ROWS_WASM));
  const memories = Array.from({ length: LANES }, () => sharedMemory(pagesFor(room)));
  const signals = new Int32Array(new SharedArrayBuffer(4 * (SIGNALS.end + LANES)));
  const workerData = { module, memories, signals, SIGNALS };
  const thread = new Worker(new URL('scan-thread.js', import.meta.url), { workerData });
  const [first, ...others] = memories.map((memory, i): Lane => {
    const scanner = new RowScanner(module, memory, room);
    return { input: scanner.input, scanner, scan: (end) => scanned(signals, i, end) };
  });
  if (!first) throw new Error('There must be a lane.');
  return {
    block,
    lanes: [first, ...others],
    hasher: new ScannerHasher(module, sharedMemory(HASHER_PAGES)),
    turn: () => setImmediate(),
    close: () => thread.terminate(),
  };
}

/** Has the thread scan a block, after those given before it. */
async function scanned(signals: Int32Array, lane: number, end: number): Promise<number> {
  const before = Atomics.load(signals, SIGNALS.given);
  Atomics.store(signals, SIGNALS.end + lane, end);
  Atomics.store(signals, SIGNALS.lane + (before % LANES), lane);
  Atomics.store(signals, SIGNALS.given, before + 1);
  Atomics.notify(signals, SIGNALS.given);
  for (;;) {
    const done = Atomics.load(signals, SIGNALS.done);
    if (done > before) return Atomics.load(signals, SIGNALS.end + lane);
    await Atomics.waitAsync(signals, SIGNALS.done, done).value;
  }
}

function sharedMemory(pages: number): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}
