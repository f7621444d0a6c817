/**
 * Rows become attempts: what one client did at one resource, from its first 401 to the answer that
 * let it in, or to silence. Rows of other clients may lie between, and one client may have several
 * attempts under way on parallel connections.
 *
 * A client is told by its address, its agent, the verb and the resource without its query (Exchange
 * writes another query on each leg). Within these, a row joins the newest attempt that waits for a
 * row of its kind, because a connection abandoned earlier should not take the answers of a later
 * one. What this cannot see: which connection a row came over, and clients behind one proxy address
 * with one agent.
 */
import type { Attempt, Pending, Refusal, Visitor, VisitorKey, Visitors } from './attempt.ts';
import { attemptOf, endedBy, isOver } from './attempt-of-row.ts';
import { legOf } from './leg-of-401.ts';
import type { Step } from './attempt-step.ts';

/** Who wants to know what. */
export interface Watcher<R extends Step, V extends Visitor<R>> {
  /** An attempt has ended. */
  readonly ended: (attempt: Attempt<R>) => void;
  /** A visitor has begun its first attempt of those under way, or has ended its last one. */
  readonly busy?: (visitor: V, isBusy: boolean) => void;
}

/** Attempts of one visitor under way at once; browsers open six connections. */
const PARALLEL = 64;
/** 401s kept of one attempt, half of them from its beginning; a service may try for days. */
const REFUSALS = 200;
/** Visitors with attempts under way before those that have been silent are let go. */
const BUSY = 512;
const NONE: readonly never[] = [];
/** Visitors remembered. */
const VISITORS = 20_000;

/** Collects rows, in the order of the log, into attempts. */
export class AttemptTracker<R extends Step, V extends Visitor<R>> {
  readonly #visitors: Visitors<V>;
  readonly #busy = new Set<V>();
  readonly #watcher: Watcher<R, V>;
  #room = BUSY;

  constructor(visitors: Visitors<V>, watcher: Watcher<R, V>) {
    this.#visitors = visitors;
    this.#watcher = watcher;
  }

  /** True when no attempt is under way. */
  get isIdle(): boolean {
    return this.#busy.size === 0;
  }

  visitor(key: VisitorKey): V | undefined {
    return this.#visitors.get(key);
  }

  /** Remembers a new visitor. */
  welcome(visitor: V): V {
    if (this.#visitors.size >= VISITORS + this.#busy.size) this.#forget();
    this.#visitors.set(visitor.key, visitor);
    return visitor;
  }

  /** Takes the visitor's next row of the log. */
  add(row: R, visitor: V): void {
    if (row.status === 401) this.#refused(row, visitor);
    else if (isAccepted(row)) this.#accepted(row, visitor);
  }

  /** Ends all attempts that are still under way: the log is over. */
  finish(): void {
    for (const visitor of this.#busy) {
      for (const pending of visitor.attempts) this.#watcher.ended(pending);
      visitor.attempts = NONE;
    }
    this.#busy.clear();
  }

  #refused(row: R, visitor: V): void {
    this.#endOver(visitor, row);
    const { attempts } = visitor;
    const leg = legOf(row, attempts.at(-1)?.last);
    const refusal = { row, leg };
    const pending = attemptOf(attempts, leg, row);
    if (pending) goOn(pending, refusal);
    else this.#begin(visitor, refusal);
  }

  #begin(visitor: V, refusal: Refusal<R>): void {
    const { row, leg } = refusal;
    const { attempts } = visitor;
    const refusals = [refusal];
    const begun = { visitor, refusals, more: 0, accepted: undefined, last: leg, ms: row.ms };
    visitor.attempts = [...attempts, begun];
    const [oldest] = attempts;
    if (oldest && attempts.length === PARALLEL) this.#end(visitor, oldest);
    if (attempts.length > 0) return;
    this.#busy.add(visitor);
    this.#watcher.busy?.(visitor, true);
    if (this.#busy.size > this.#room) this.#sweep(row);
  }

  #accepted(row: R, visitor: V): void {
    this.#endOver(visitor, row);
    const pending = endedBy(visitor.attempts, row);
    if (!pending) return;
    pending.accepted = row;
    this.#end(visitor, pending);
  }

  /** Ends the visitor's attempts that were over when `row` came. */
  #endOver(visitor: V, row: Step): void {
    for (const pending of visitor.attempts) {
      if (isOver(pending, row)) this.#end(visitor, pending);
    }
  }

  #end(visitor: V, ended: Pending<R>): void {
    if (visitor.attempts.length > 1) {
      visitor.attempts = visitor.attempts.filter((pending) => pending !== ended);
    } else {
      visitor.attempts = NONE;
      this.#busy.delete(visitor);
      this.#watcher.busy?.(visitor, false);
    }
    this.#watcher.ended(ended);
  }

  #sweep(row: Step): void {
    for (const visitor of this.#busy) this.#endOver(visitor, row);
    // Doubled, or a log with many clients at once would be swept for every row of it.
    this.#room = Math.max(BUSY, 2 * this.#busy.size);
  }

  #forget(): void {
    this.#visitors.clear();
    for (const visitor of this.#busy) this.#visitors.set(visitor.key, visitor);
  }
}

function goOn<R extends Step>(pending: Pending<R>, refusal: Refusal<R>): void {
  const { refusals } = pending;
  if (refusals.push(refusal) > REFUSALS) {
    refusals.splice(REFUSALS / 2, 1);
    pending.more++;
  }
  pending.last = refusal.leg;
  pending.ms = refusal.row.ms ?? pending.ms;
}

/**
 * Any answer but 401 with a user name proves the logon, 403, 404 and 500 too. Without the user
 * column only an answer that gives the resource, or says where it is, counts.
 */
function isAccepted(row: Step): boolean {
  if (row.user !== undefined) return row.user !== '' && row.status !== 0;
  return row.status >= 200 && row.status < 400;
}
