/**
 * The attempts under way of every visitor: how they begin and end, and which are let go when nothing
 * can go on with them any more. What becomes of a visitor's attempt never depends on other visitors.
 */
import type { AttemptRecorder } from './attempt-record.ts';
import { LateAnswers } from './late-answers.ts';
import { Leg } from './leg-of-401.ts';
import { NO_ATTEMPT, OpenAttempts } from './open-attempts.ts';
import type { RowNames, RowNumbers } from './row-numbers.ts';
import { bitOf } from './signs.ts';
import { Visitors } from './visitors.ts';
import { PERSON_MS } from './waits.ts';

/** Attempts of one visitor under way at once; browsers open six connections. */
const PARALLEL = 64;
/** Attempts under way before those that are over are let go, and visitors remembered. */
const OPEN = 4_096;
const VISITORS = 100_000;

const ACCEPTED = bitOf('accepted');

export class Visits {
  readonly visitors = new Visitors();
  readonly recorder: AttemptRecorder;
  readonly open: OpenAttempts;
  readonly #late = new LateAnswers();
  /** How many visitors with these bits have an attempt under way. */
  readonly busy: Uint16Array<ArrayBuffer> = new Uint16Array(65_536);
  #room = OPEN;
  /** The latest time in the log so far. */
  clock = -Infinity;

  constructor(recorder: AttemptRecorder) {
    this.recorder = recorder;
    this.open = new OpenAttempts(recorder.rows);
  }

  /** Is an attempt of this visitor under way, so that its accepted answers matter? */
  isWaiting(key: number): boolean {
    const visitor = this.visitors.find(key);
    return visitor !== 0 && (this.visitors.open[visitor] !== 0 || this.#late.has(visitor));
  }

  /** The visitor of a row; a new one is remembered. */
  of(row: RowNumbers, names: RowNames): number {
    const known = this.visitors.find(row.key);
    return known === 0 ? this.#welcome(row, names) : known;
  }

  begin(row: RowNumbers, visitor: number, stage: Leg, signs: number): number {
    const visitors = this.visitors;
    if ((visitors.open[visitor] ?? 0) >= PARALLEL) this.#endOldest(visitor);
    if (this.open.count >= this.#room) this.#sweep();
    const before = visitors.newest[visitor] ?? NO_ATTEMPT;
    const all = signs | (visitors.signs[visitor] ?? 0);
    const at = this.open.begin(visitor, before, row, stage, all);
    visitors.newest[visitor] = at;
    this.#setOpen(visitor, (visitors.open[visitor] ?? 0) + 1);
    return at;
  }

  goesOnWith(at: number, before: number): void {
    this.open.after[at] = before;
    this.open.afterPlace[at] = this.open.place[before] ?? NaN;
  }

  /** An attempt is over. What began as another one's next try and came to nothing is a part of it. */
  end(at: number): void {
    const open = this.open;
    const visitor = open.visitor[at] ?? 0;
    const before = open.after[at] ?? NO_ATTEMPT;
    const isUnanswered = ((open.signs[at] ?? 0) & ACCEPTED) === 0;
    const repeated = open.repeated[at] ?? NO_ATTEMPT;
    const isWaiting = open.stage[at] === Leg.challenge || open.stage[at] === Leg.handshake;
    if (repeated !== NO_ATTEMPT && isUnanswered && isWaiting) {
      this.recorder.begins(repeated, open, at);
      this.unlink(visitor, at);
      return;
    }
    if (
      before !== NO_ATTEMPT &&
      isUnanswered &&
      this.#isStill(before, open.afterPlace[at] ?? NaN)
    ) {
      open.join(before, at);
      open.stage[before] = Leg.refusal;
      this.unlink(visitor, at);
      return;
    }
    this.recorder.add(open, at, this.visitors);
    this.unlink(visitor, at);
  }

  /** Takes an attempt out of its visitor's chain. */
  unlink(visitor: number, at: number): void {
    const { older } = this.open;
    const newest = this.visitors.newest[visitor] ?? NO_ATTEMPT;
    const next = older[at] ?? NO_ATTEMPT;
    if (newest === at) this.visitors.newest[visitor] = next;
    else {
      let newer = newest;
      while (older[newer] !== at) newer = older[newer] ?? NO_ATTEMPT;
      older[newer] = next;
    }
    this.open.free(at);
    this.#setOpen(visitor, (this.visitors.open[visitor] ?? 1) - 1);
  }

  /** What a request that took longer than attempts are held has answered; see `LateAnswers`. */
  answerLate(row: RowNumbers, visitor: number): boolean {
    if (!this.#late.has(visitor)) return false;
    const written = this.#late.take(visitor, row.start);
    if (written !== undefined) this.recorder.accepted(written, row);
    return true;
  }

  /** The log is over: so are all attempts. */
  finish(): void {
    // Those that go on with another one come first, so that they can still join it.
    for (let at = 0; at < this.open.end; at++) if (this.#isLoose(at)) this.end(at);
    for (let at = 0; at < this.open.end; at++) if (this.open.visitor[at] !== 0) this.end(at);
  }

  #isLoose(at: number): boolean {
    return this.open.visitor[at] !== 0 && this.open.after[at] !== NO_ATTEMPT;
  }

  #welcome(row: RowNumbers, names: RowNames): number {
    const visitors = this.visitors;
    if (visitors.count >= VISITORS + 2 * this.open.count) this.#forget();
    const at = visitors.add(row.key);
    const { table } = this.recorder;
    visitors.party[at] = row.party;
    visitors.bits[at] = row.bits;
    visitors.client[at] = table.clients.idOf(names.client());
    visitors.resource[at] = table.resources.idOf(names.resource());
    visitors.agent[at] = table.agents.idOf(names.agent());
    visitors.signs[at] = names.isPreflight() ? bitOf('preflight') : 0;
    return at;
  }

  #forget(): void {
    const numbers = this.visitors.forget();
    const { visitor } = this.open;
    for (let at = 0; at < this.open.end; at++) visitor[at] = numbers[visitor[at] ?? 0] ?? 0;
    for (const bits of this.#late.clear()) this.#count(bits, -1);
  }

  #endOldest(visitor: number): void {
    const { older } = this.open;
    const newest = this.visitors.newest[visitor] ?? NO_ATTEMPT;
    let oldest = newest;
    for (let at = newest; at !== NO_ATTEMPT; at = older[at] ?? NO_ATTEMPT) oldest = at;
    this.end(oldest);
  }

  /** Lets go of the attempts that nothing can go on with any more. */
  #sweep(): void {
    const { end, visitor, last } = this.open;
    for (let at = 0; at < end; at++) {
      if (visitor[at] === 0 || !(this.clock - (last[at] ?? NaN) > PERSON_MS)) continue;
      this.#remember(at);
      this.end(at);
    }
    // Doubled, or a log with many clients at once would be swept for every row of it.
    this.#room = Math.max(OPEN, 2 * this.open.count);
  }

  /** An attempt that is let go may still be answered, by a request that takes long. */
  #remember(at: number): void {
    const { stage, visitor: visitors, last } = this.open;
    if (stage[at] !== Leg.challenge && stage[at] !== Leg.handshake) return;
    const visitor = visitors[at] ?? 0;
    const bits = this.visitors.bits[visitor] ?? 0;
    const written = this.recorder.next;
    const forgotten = this.#late.add({ visitor, bits, written, last: last[at] ?? NaN });
    this.#count(bits, 1);
    if (forgotten !== undefined) this.#count(forgotten, -1);
  }

  #isStill(at: number, place: number): boolean {
    return this.open.visitor[at] !== 0 && this.open.place[at] === place;
  }

  #setOpen(visitor: number, count: number): void {
    const before = this.visitors.open[visitor] ?? 0;
    this.visitors.open[visitor] = count;
    if ((before === 0) === (count === 0)) return;
    this.#count(this.visitors.bits[visitor] ?? 0, count === 0 ? -1 : 1);
  }

  #count(bits: number, more: number): void {
    this.busy[bits] = (this.busy[bits] ?? 0) + more;
  }
}
