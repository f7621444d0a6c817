/** The thread that scans blocks; see `lanes.ts`. With TypeScript in it, it would begin much later. */
import { workerData } from 'node:worker_threads';

const { module, memories, signals, SIGNALS } = workerData;
const scans = memories.map(
  (memory) => new WebAssembly.Instance(module, { env: { memory } }).exports.scan,
);

for (let block = 0; ; block++) {
  // Woken too early when the call for the block before comes after that block is done.
  while (Atomics.load(signals, SIGNALS.given) <= block) {
    Atomics.wait(signals, SIGNALS.given, block);
  }
  const lane = Atomics.load(signals, SIGNALS.lane + (block % scans.length));
  Atomics.store(
    signals,
    SIGNALS.end + lane,
    scans[lane](0, Atomics.load(signals, SIGNALS.end + lane)),
  );
  Atomics.add(signals, SIGNALS.done, 1);
  Atomics.notify(signals, SIGNALS.done);
}
