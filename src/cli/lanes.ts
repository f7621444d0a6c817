/** Lanes for every core: their blocks are scanned by threads, in memory that all of them share. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Lane, type Lanes, moduleBytes, roomFor } from '../core/log-file/lanes.ts';
import { HASHER_PAGES, KeyHasher, pagesFor, RowScanner } from '../core/log-file/scanner.ts';
import { type LaneThread, SIGNAL_BYTES, SIGNALS } from './lane-signals.ts';
import { ROWS_WASM } from './rows-wasm.ts';

/** So many bytes that waking a thread costs little beside scanning them. */
const BLOCK = 8 * 1024 * 1024;
const ROOM = roomFor(BLOCK);

/** A lane for each core, and one that is filled meanwhile; their threads run until `close`. */
export async function manyLanes(): Promise<Lanes & { close(): Promise<unknown> }> {
  const module = await WebAssembly.compile(moduleBytes(ROWS_WASM));
  const first = threadLane(module);
  const others = Array.from({ length: availableParallelism() }, () => threadLane(module));
  return {
    block: BLOCK,
    lanes: [first.lane, ...others.map(({ lane }) => lane)],
    hasher: new KeyHasher(module, sharedMemory(HASHER_PAGES)),
    turn: () => setImmediate(),
    close: () => Promise.all([first, ...others].map(({ thread }) => thread.terminate())),
  };
}

function threadLane(module: WebAssembly.Module): { lane: Lane; thread: Worker } {
  const memory = sharedMemory(pagesFor(ROOM));
  const scanner = new RowScanner(module, memory, ROOM);
  const signals = new Int32Array(new SharedArrayBuffer(SIGNAL_BYTES));
  const workerData: LaneThread = { module, memory, signals };
  const thread = new Worker(new URL('lane-thread.ts', import.meta.url), { workerData });
  const scan = async (end: number) => {
    const done = Atomics.load(signals, SIGNALS.done);
    Atomics.store(signals, SIGNALS.end, end);
    Atomics.add(signals, SIGNALS.given, 1);
    Atomics.notify(signals, SIGNALS.given);
    await Atomics.waitAsync(signals, SIGNALS.done, done).value;
    return Atomics.load(signals, SIGNALS.to);
  };
  return { lane: { input: scanner.input, scanner, scan }, thread };
}

function sharedMemory(pages: number): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}
