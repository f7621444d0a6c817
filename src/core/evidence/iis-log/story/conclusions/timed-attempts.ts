/**
 * The attempts a story is told of, in the order of time, and what has been found out about each.
 * Conclusions are drawn one after the other: each takes the attempts that none before it has told.
 */
import type { Outcome } from '../../../../contract/decoded.ts';
import type { AttemptTable } from '../../attempts/attempt-table.ts';
import type { Ending } from '../../attempts/endings.ts';
import { isAcceptedOutcome } from '../../attempts/outcome-words.ts';
import { timeOrder } from './time-order.ts';

/** Whose attempt it is; all but those of people are left out of every comparison. */
export const Kind = { people: 0, probe: 1, preflight: 2, spray: 3 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

export class TimedAttempts {
  readonly table: AttemptTable;
  /** Attempts by the time they began; the last ones have no time. */
  readonly order: Uint32Array;
  /** How many have a time. */
  readonly timed: number;
  /** By attempt: 1 for one that ended without an accepted answer. */
  readonly isFailed: Uint8Array;
  /** By attempt: a `Kind`. */
  readonly kinds: Uint8Array;
  /** By attempt: 1 when a sentence has told it. */
  readonly isTold: Uint8Array;

  /** `attempts` are those of the table that the story is told of. */
  constructor(table: AttemptTable, attempts: Uint32Array) {
    this.table = table;
    const { order, timed } = timeOrder(table.columns.ms, attempts);
    this.order = order;
    this.timed = timed;
    const isAccepted = this.endingsThat(({ outcome }) => isAcceptedOutcome(outcome));
    this.isFailed = new Uint8Array(table.length);
    const { ending } = table.columns;
    for (let i = 0, end = table.length; i < end; i++)
      this.isFailed[i] = 1 - (isAccepted[ending[i] ?? 0] ?? 0);
    this.kinds = new Uint8Array(table.length);
    this.isTold = new Uint8Array(table.length);
  }

  /** By ending: 1 for those that pass. */
  endingsThat(test: (ending: Ending) => boolean): Uint8Array {
    return Uint8Array.from(this.table.endings.list, (ending) => (test(ending) ? 1 : 0));
  }

  /** True when no attempt of the table can have one of these outcomes. */
  lacks(...outcomes: readonly Outcome[]): boolean {
    return !this.table.endings.list.some(({ outcome }) => outcomes.includes(outcome));
  }

  /** The attempts that pass, in the order of time. */
  those(test: (attempt: number) => boolean): Uint32Array {
    const { order } = this;
    const found = new Uint32Array(order.length);
    let length = 0;
    for (let i = 0, end = order.length; i < end; i++) {
      const attempt = order[i] ?? 0;
      if (test(attempt)) found[length++] = attempt;
    }
    return found.subarray(0, length);
  }

  /** Did this attempt end without an accepted answer? */
  hasFailed(attempt: number): boolean {
    return this.isFailed[attempt] === 1;
  }

  /** Is it of people, as far as known? */
  isOfPeople(attempt: number): boolean {
    return this.kinds[attempt] === Kind.people;
  }

  tell(attempts: Uint32Array): void {
    for (let i = 0, end = attempts.length; i < end; i++) this.isTold[attempts[i] ?? 0] = 1;
  }

  setAside(attempts: Uint32Array, kind: Kind): void {
    for (let i = 0, end = attempts.length; i < end; i++) this.kinds[attempts[i] ?? 0] = kind;
  }
}
