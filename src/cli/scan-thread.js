/**
 * The thread that scans blocks; see `lanes.ts`. `signals` holds 32-bit numbers: how many blocks were
 * given, how many are done, the lanes of the last ones given, and for each lane the end of its
 * block, or where the scanner stopped.
 */
import { workerData } from 'node:worker_threads';

const GIVEN = 0;
const DONE = 1;
const LANE = 2;

const { module, memories, signals } = workerData;
const scans = memories.map(
  (memory) => new WebAssembly.Instance(module, { env: { memory } }).exports.scan,
);

const END = LANE + scans.length;

for (let block = 0; ; block++) {
  // Sleeps while no more than this many have been given.
  Atomics.wait(signals, GIVEN, block);
  const lane = Atomics.load(signals, LANE + (block % scans.length));
  Atomics.store(signals, END + lane, scans[lane](0, Atomics.load(signals, END + lane)));
  Atomics.add(signals, DONE, 1);
  Atomics.notify(signals, DONE);
}
