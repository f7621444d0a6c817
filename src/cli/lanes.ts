/**
 * Lanes whose blocks are scanned by a second thread, in memory that both share: one block is filled,
 * one scanned and one taken down at the same time. More threads would gain nothing, as scanning is
 * faster than the rest.
 *
 * The compiled scanner is kept twice. A module says whether the memory that it imports is shared, and
 * an instance accepts no other kind: the command line needs shared memory, and a page that is served
 * without special headers has none (`core/evidence/iis-log/file/rows-wasm.ts`).
 */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import {
  HASHER_PAGES,
  type Lane,
  type Lanes,
  moduleBytes,
  oneLane,
  pagesFor,
  roomFor,
  RowScanner,
  ScannerHasher,
} from '../core/index.ts';
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

export type ClosingLanes = Lanes & { close(): Promise<unknown> };

/**
 * Lanes with a thread that runs until `close`. Where Node may start no thread or has too little
 * memory, and where WebAssembly cannot be used, one lane in this thread instead.
 */
export async function threadedLanes(block = BLOCK): Promise<ClosingLanes> {
  try {
    return await withThread(block);
  } catch {
    return { ...(await oneLane()), close: () => Promise.resolve() };
  }
}

async function withThread(block: number): Promise<ClosingLanes> {
  const room = roomFor(block);
  const module = await WebAssembly.compile(moduleBytes(ROWS_WASM));
  const memories = Array.from({ length: LANES }, () => sharedMemory(pagesFor(room)));
  const signals = new Int32Array(new SharedArrayBuffer(4 * (SIGNALS.end + LANES)));
  const workerData = { module, memories, signals, SIGNALS };
  const thread = new Worker(new URL('scan-thread.js', import.meta.url), { workerData });
  const failed = new Promise<undefined>((resolve) => {
    thread.once('error', () => {
      resolve(undefined);
    });
  });
  /** The thread scans, or this one when the other has failed. */
  const scanWith = (scanner: RowScanner, lane: number) => async (end: number) =>
    (await Promise.race([scanned(signals, lane, end), failed])) ?? scanner.scan(0, end);
  const [first, ...others] = memories.map((memory, i): Lane => {
    const scanner = new RowScanner(module, memory, room);
    return { input: scanner.input, scanner, scan: scanWith(scanner, i) };
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
