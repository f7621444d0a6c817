/** The thread that scans blocks; see `lanes.ts`. With TypeScript in it, it would begin much later. */
import { workerData } from 'node:worker_threads';

const { module, memories, signals, AT } = workerData;
const scans = memories.map(
  (memory) => new WebAssembly.Instance(module, { env: { memory } }).exports.scan,
);

for (let block = 0; ; block++) {
  // Sleeps while no more than this many have been given.
  Atomics.wait(signals, AT.given, block);
  const lane = Atomics.load(signals, AT.lane + (block % scans.length));
  Atomics.store(signals, AT.end + lane, scans[lane](0, Atomics.load(signals, AT.end + lane)));
  Atomics.add(signals, AT.done, 1);
  Atomics.notify(signals, AT.done);
}
