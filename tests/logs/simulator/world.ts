/**
 * Simulated time. Whoever acts is a process, a generator: it yields milliseconds to sleep, or a signal
 * to wait for. Processes that wake at the same time go on in the order in which they fell asleep.
 */

/** Something that acts; `T` is what it returns. */
export type Process<T = void> = Generator<number | Signal, T, undefined>;

/** Wakes all who wait for it, once. */
export class Signal {
  isFired = false;
  readonly waiting: Process<unknown>[] = [];
}

interface Alarm {
  readonly at: number;
  readonly order: number;
  readonly process: Process<unknown>;
}

export class World {
  /** Milliseconds since 1970. */
  now: number;
  /** Alarms as a binary heap, the earliest first. */
  readonly #alarms: Alarm[] = [];
  #order = 0;

  constructor(now: number) {
    this.now = now;
  }

  start(process: Process<unknown>, delay = 0): void {
    this.#push({ at: this.now + Math.max(0, delay), order: this.#order++, process });
  }

  fire(signal: Signal): void {
    signal.isFired = true;
    for (const process of signal.waiting.splice(0)) this.start(process);
  }

  /** Runs until nobody is left who acts. */
  run(): void {
    for (let alarm = this.#pop(); alarm; alarm = this.#pop()) {
      this.now = alarm.at;
      this.#step(alarm.process);
    }
  }

  /** Runs processes side by side until all have ended. */
  *all(processes: readonly Process[]): Process {
    const ends = processes.map((process) => {
      const end = new Signal();
      this.start(this.#ending(process, end));
      return end;
    });
    for (const end of ends) if (!end.isFired) yield end;
  }

  *#ending(process: Process, end: Signal): Process {
    yield* process;
    this.fire(end);
  }

  #step(process: Process<unknown>): void {
    const { done, value } = process.next();
    if (done === true) return;
    if (value instanceof Signal) {
      if (value.isFired) this.start(process);
      else value.waiting.push(process);
    } else this.start(process, value);
  }

  #push(alarm: Alarm): void {
    const heap = this.#alarms;
    let at = heap.push(alarm) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (!parent || isBefore(parent, alarm)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = alarm;
  }

  #pop(): Alarm | undefined {
    const heap = this.#alarms;
    const [first] = heap;
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      const [left, right] = [heap[below], heap[below + 1]];
      if (left && right && isBefore(right, left)) below++;
      const child = heap[below];
      if (!child || isBefore(last, child)) break;
      heap[at] = child;
      at = below;
    }
    heap[at] = last;
    return first;
  }
}

const isBefore = (a: Alarm, b: Alarm): boolean =>
  a.at < b.at || (a.at === b.at && a.order < b.order);
