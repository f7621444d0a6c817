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
import { attemptOf, endedBy, isOver, type Pending } from './joining.ts';
import { type Leg, legOf } from './legs.ts';
import type { Row } from './row.ts';
import type { Step } from './step.ts';

export interface Attempt<R extends Step = Row> {
  /** The 401s, in order. */
  readonly refusals: readonly { readonly row: R; readonly leg: Leg }[];
  /** 401s in the middle of an attempt without end that are counted and not kept. */
  readonly more: number;
  /** The answer that let the client in. */
  readonly accepted?: R;
}

/** Tells one client at one resource from all others: text, or a hash of it. */
export type AttemptKey = string | number;

/** Attempts of one client at one resource under way at once; browsers open six connections. */
const PARALLEL = 64;
/** 401s kept of one attempt, half of them from its beginning; a service may try for days. */
const REFUSALS = 200;
/** Clients remembered before those that have been silent are let go. */
const CLIENTS = 512;

/** Collects rows, in the order of the log, into attempts; `done` gets each when it has ended. */
export class AttemptTracker<R extends Step> {
  readonly #open = new Map<AttemptKey, Pending<R>[]>();
  readonly #done: (attempt: Attempt<R>) => void;
  #room = CLIENTS;

  constructor(done: (attempt: Attempt<R>) => void) {
    this.#done = done;
  }

  /** Takes the next row of the log, of the client and resource that `key` tells. */
  add(row: R, key: AttemptKey): void {
    if (row.status === 401) this.#refused(row, key);
    else if (isAccepted(row)) this.#accepted(row, key);
  }

  /** True when no attempt is under way. */
  get isIdle(): boolean {
    return this.#open.size === 0;
  }

  /** Has this client an attempt under way at this resource? */
  isOpen(key: AttemptKey): boolean {
    return this.#open.has(key);
  }

  /** The newest 401 of each client and resource with an attempt under way. */
  *underWay(): Generator<R> {
    for (const list of this.#open.values()) {
      const row = list.at(-1)?.refusals.at(-1)?.row;
      if (row) yield row;
    }
  }

  /** Ends all attempts that are still under way: the log is over. */
  finish(): void {
    for (const list of this.#open.values()) for (const pending of list) this.#close(pending);
    this.#open.clear();
  }

  #refused(row: R, key: AttemptKey): void {
    const list = this.#current(key, row);
    const leg = legOf(row, list.at(-1)?.last);
    const found = attemptOf(list, leg, row);
    const pending = found ?? { refusals: [], more: 0, last: leg, ms: row.ms };
    if (!found) list.push(pending);
    if (list.length > PARALLEL) this.#close(list.shift() ?? pending);
    pending.refusals.push({ row, leg });
    if (pending.refusals.length > REFUSALS) {
      pending.refusals.splice(REFUSALS / 2, 1);
      pending.more++;
    }
    pending.last = leg;
    pending.ms = row.ms ?? pending.ms;
    this.#open.set(key, list);
    if (this.#open.size > this.#room) this.#sweep(row);
  }

  #accepted(row: R, key: AttemptKey): void {
    if (!this.#open.has(key)) return;
    const list = this.#current(key, row);
    const pending = endedBy(list, row);
    if (!pending) return;
    list.splice(list.indexOf(pending), 1);
    if (list.length === 0) this.#open.delete(key);
    this.#close(pending, row);
  }

  /** The client's attempts that are still under way when `row` comes; the others are closed. */
  #current(key: AttemptKey, row: Step): Pending<R>[] {
    const list = this.#open.get(key) ?? [];
    const current = list.filter((pending) => !isOver(pending, row));
    if (current.length === list.length) return list;
    for (const pending of list) if (isOver(pending, row)) this.#close(pending);
    this.#open.set(key, current);
    return current;
  }

  #sweep(row: Step): void {
    for (const key of [...this.#open.keys()]) {
      if (this.#current(key, row).length === 0) this.#open.delete(key);
    }
    // Doubled, or a log with many clients at once would be swept for every row of it.
    this.#room = Math.max(CLIENTS, 2 * this.#open.size);
  }

  #close({ refusals, more }: Pending<R>, accepted?: R): void {
    this.#done({ refusals, more, ...(accepted && { accepted }) });
  }
}

/**
 * Any answer but 401 with a user name proves the logon, 403, 404 and 500 too. Without the user
 * column only an answer that gives the resource, or says where it is, counts.
 */
function isAccepted(row: Step): boolean {
  if (row.user !== undefined) return row.user !== '' && row.status !== 0;
  return row.status >= 200 && row.status < 400;
}

/** Client, verb, resource without its query, and agent, in the spelling in which they are compared. */
export function keyOf(row: Row): string {
  const agent = row.agent?.replace(/[+\s]+/g, ' ') ?? '';
  const stem = row.stem?.toLowerCase() ?? '';
  return [row.client ?? '?', row.method ?? '', stem, agent].join('\n');
}
