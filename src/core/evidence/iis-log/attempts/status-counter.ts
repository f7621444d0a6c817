/** Counts rows by status, substatus and Win32 status. */
import type { Log } from '../../../contract/decoded.ts';

type Status = Log['statuses'][number];

export interface Codes {
  readonly status: number;
  readonly substatus?: number | undefined;
  readonly win32?: number | undefined;
}

/** Combinations counted one by one; the numbers come from the paste, so there must be an end. */
const KINDS = 10_000;

export class StatusCounter {
  readonly #counts = new Map<string, Status>();

  /** Counts a row once, or as many times as a summary says. */
  add({ status, substatus, win32 }: Codes, times = 1): void {
    if (status === 0) return;
    const key = `${status} ${substatus ?? ''} ${win32 ?? ''}`;
    const known = this.#counts.get(key);
    if (known) known.rows += times;
    else if (this.#counts.size < KINDS) {
      this.#counts.set(key, {
        status,
        ...(substatus !== undefined && { substatus }),
        ...(win32 !== undefined && { win32 }),
        rows: times,
      });
    }
  }

  /** Most frequent first, then in the order of their numbers, those without one first. */
  list(): Status[] {
    return [...this.#counts.values()].sort(
      (a, b) =>
        b.rows - a.rows ||
        a.status - b.status ||
        (a.substatus ?? -1) - (b.substatus ?? -1) ||
        (a.win32 ?? -1) - (b.win32 ?? -1),
    );
  }
}
