/** A thread that scans the blocks of one lane until it is stopped; see `lanes.ts`. */
import { workerData } from 'node:worker_threads';
import { type LaneThread, SIGNALS } from './lane-signals.ts';

const { module, memory, signals } = workerData as LaneThread;
const { exports } = new WebAssembly.Instance(module, { env: { memory } });
const scan = exports.scan as (from: number, end: number) => number;

for (let given = 0; ; given++) {
  Atomics.wait(signals, SIGNALS.given, given);
  Atomics.store(signals, SIGNALS.to, scan(0, Atomics.load(signals, SIGNALS.end)));
  Atomics.add(signals, SIGNALS.done, 1);
  Atomics.notify(signals, SIGNALS.done);
}
