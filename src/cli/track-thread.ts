/** One of the threads that read a log; see `threads.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import {
  BlockReader,
  LogBuilder,
  type LogPart,
  memoryFor,
  READ,
  ROOM,
  roomFor,
  RowScanner,
} from '../core/log-thread.ts';
import { Signals, type Work } from './signals.ts';

const { wasm, memories, signals: numbers, names, block: size, index, of } = workerData as Work;
const signals = new Signals(memories.length, numbers);
const module = await WebAssembly.compile(wasm);
const scanners = memories.map((memory) => new RowScanner(module, memory, roomFor(size), index));
const memory = await memoryFor(size);
const log = new LogBuilder(ROOM, READ, memory.hasher, { index, of });
const reader = new BlockReader(log, memory);

let file = -1;
/** The last block that this thread has scanned. */
let last = -1;

for (let block = 0; ; block++) {
  const { end, isLast, isOver, ...of } = signals.awaitBlock(block);
  if (isOver) break;
  if (of.file !== file) reader.begin(names[(file = of.file)]);
  scanOwn(block);
  // The next one is scanned before this one is taken, so that nobody waits for it.
  if (signals.isAnnounced(block + 1)) scanOwn(block + 1);
  take(block, end);
  if (isLast) reader.end();
  signals.done(block);
}
const part = log.part();
parentPort?.postMessage(part, buffersOf(part));

function scanOwn(block: number): void {
  const scanner = scanners[block % scanners.length];
  if (block % of !== index || last === block || !scanner) return;
  last = block;
  const { end } = signals.awaitBlock(block);
  signals.scanned(block, reader.scanAhead(scanner, end));
}

function take(block: number, end: number): void {
  const scanner = scanners[block % scanners.length];
  if (!scanner) return;
  const scanned = signals.awaitScanned(block);
  reader.take({ input: scanner.input, end }, scanned && { scanner, ...scanned });
}

/** The large arrays, which are handed over and not copied. */
function buffersOf({ tally: { table, kept } }: LogPart): ArrayBuffer[] {
  const arrays = [...Object.values(table.columns), kept.place, kept.line, kept.length, kept.status];
  return [...arrays, kept.next].map(({ buffer }) => buffer as ArrayBuffer);
}
