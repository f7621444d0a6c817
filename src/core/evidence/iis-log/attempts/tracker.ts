/**
 * Rows become attempts: what one person or program did at one resource, from its first 401 to the
 * answer that let it in, or to silence. The rules are told, with their limits, in
 * `content/log-rules.json`; the article on IIS logs shows them.
 *
 * Every row is placed by its start. A handshake is built of rows that follow each other as programs
 * do; a person pauses only after a 401.2 or after a refusal. When it has ended in a refusal or an
 * accepted answer, it is joined with a refusal before it that is of the same person. Rows of other
 * visitors never change what becomes of one.
 */
import type { AttemptRecorder } from './attempt-record.ts';
import { Leg, legOf } from './leg-of-401.ts';
import { ACCESS, CHALLENGE, HANDSHAKE, Matching, PLAIN, REFUSAL } from './matching.ts';
import { NO_ATTEMPT } from './open-attempts.ts';
import { Parties } from './parties.ts';
import { isAccepted, type RowNames, type RowNumbers } from './row-numbers.ts';
import { bitOf, signsOf } from './signs.ts';
import { Visits } from './visits.ts';
import { CLOCK_MS, PERSON_MS, programMs } from './waits.ts';

const PAUSE = bitOf('pause');
const PLAIN_TWICE = bitOf('plain-twice');
const BEGUN = bitOf('challenge');
/** Formats without a substatus: the other leg follows within this. */
const PLAIN_MS = 2_000;

export class Tracker {
  readonly #visits: Visits;
  readonly #parties = new Parties();
  readonly #matching: Matching;

  constructor(recorder: AttemptRecorder) {
    this.#visits = new Visits(recorder);
    this.#matching = new Matching(this.#visits, this.#parties);
  }

  /** How many visitors with the same bits have an attempt under way, by their bits. */
  get busy(): Uint16Array {
    return this.#visits.busy;
  }

  /** Is an attempt of this visitor under way, so that its accepted answers matter? */
  isWaiting(key: number): boolean {
    return this.#visits.isWaiting(key);
  }

  /** Takes the next row of the log. */
  take(row: RowNumbers, names: RowNames): void {
    const visits = this.#visits;
    if (row.end > visits.clock) visits.clock = row.end;
    if (row.status === 401) this.#refused(row, visits.of(row, names));
    else if (isAccepted(row)) {
      const visitor = visits.visitors.find(row.key);
      if (visitor !== 0) this.#accepted(row, visitor);
    }
  }

  /** The log is over: so are all attempts. */
  finish(): void {
    this.#visits.finish();
  }

  #refused(row: RowNumbers, visitor: number): void {
    const newest = this.#visits.visitors.newest[visitor] ?? NO_ATTEMPT;
    const before = newest === NO_ATTEMPT ? undefined : (this.#visits.open.stage[newest] as Leg);
    const leg = legOf(row, before);
    const signs = signsOf(leg, row.substatus, row.win32);
    if (leg === Leg.challenge) this.#challenge(row, visitor, signs);
    else if (leg === Leg.handshake) this.#handshake(row, visitor, signs);
    else if (leg === Leg.plain) this.#plain(row, visitor, signs);
    else this.#result(row, visitor, leg, signs);
  }

  /** 401.2 begins an attempt, unless the handshake that it begins was written before it. */
  #challenge(row: RowNumbers, visitor: number, signs: number): void {
    const { older } = this.#visits.open;
    const newest = this.#visits.visitors.newest[visitor] ?? NO_ATTEMPT;
    for (let at = newest; at !== NO_ATTEMPT; at = older[at] ?? NO_ATTEMPT) {
      const isBare =
        this.#visits.open.signs[at] === bitOf('handshake') && this.#visits.open.rows[at] === 1;
      if (!isBare || this.#visits.open.after[at] !== NO_ATTEMPT) continue;
      const gap = row.end - (this.#visits.open.last[at] ?? NaN);
      if (gap > 1_000 || gap < -1_000) continue;
      this.#visits.open.goOn(at, row, Leg.handshake, signs);
      return;
    }
    this.#visits.begin(row, visitor, Leg.challenge, signs);
  }

  /** A type 2 answers a challenge at once, or a person's password after a challenge or a refusal. */
  #handshake(row: RowNumbers, visitor: number, signs: number): void {
    const fresh = this.#matching.newest(visitor, CHALLENGE, row, programMs(row));
    if (fresh !== NO_ATTEMPT) {
      this.#visits.open.goOn(fresh, row, Leg.handshake, signs);
      return;
    }
    if (this.#isSwapped(row, visitor)) return;
    const waiting = this.#matching.newest(visitor, CHALLENGE | REFUSAL | ACCESS, row, PERSON_MS);
    const begun = this.#matching.newest(visitor, HANDSHAKE, row, PERSON_MS);
    const { last } = this.#visits.open;
    const isAgain = begun !== NO_ATTEMPT && ((this.#visits.open.signs[begun] ?? 0) & BEGUN) !== 0;
    if (isAgain && !((last[waiting] ?? NaN) > (last[begun] ?? NaN))) {
      const isLate = row.start - (last[begun] ?? NaN) > programMs(row);
      this.#visits.open.goOn(begun, row, Leg.handshake, isLate ? signs | PAUSE : signs);
    } else if (waiting !== NO_ATTEMPT && this.#visits.open.stage[waiting] === Leg.challenge) {
      this.#visits.open.goOn(waiting, row, Leg.handshake, signs | PAUSE);
    } else {
      const at = this.#visits.begin(row, visitor, Leg.handshake, signs);
      if (waiting !== NO_ATTEMPT) this.#visits.goesOnWith(at, waiting);
    }
  }

  /** Rows of one second change places: the answer was written before the type 2 that led to it. */
  #isSwapped(row: RowNumbers, visitor: number): boolean {
    const gap = row.end - (this.#visits.visitors.acceptedAt[visitor] ?? NaN);
    if (!(gap >= -1_000 && gap <= 0)) return false;
    return this.#visits.recorder.handshakeOf(this.#visits.visitors.accepted[visitor] ?? 0, row);
  }

  /** A 401 that says what became of a logon. */
  #result(row: RowNumbers, visitor: number, leg: Leg, signs: number): void {
    const at = this.#matching.answered(row, visitor, leg);
    const isRefusal = leg === Leg.refusal || leg === Leg.access;
    const ended = at === NO_ATTEMPT ? this.#visits.begin(row, visitor, leg, signs) : at;
    if (at !== NO_ATTEMPT) this.#visits.open.goOn(at, row, leg, signs);
    if (!isRefusal) return;
    this.#visits.open.refusals[ended] = (this.#visits.open.refusals[ended] ?? 0) + 1;
    const before = this.#matching.refusalBefore(ended, visitor, row);
    const first = this.#visits.open.first[ended] ?? NaN;
    if (before !== NO_ATTEMPT) {
      this.#visits.open.join(before, ended);
      this.#visits.unlink(visitor, ended);
    }
    const isShared = this.#matching.isShared(visitor, row);
    const whole = before === NO_ATTEMPT ? ended : before;
    this.#matching.repeats(visitor, first, isShared, (at) => {
      if (at !== whole) this.#visits.goesOnWith(at, whole);
    });
  }

  /** Formats without a substatus: the second 401 may be the other leg. */
  #plain(row: RowNumbers, visitor: number, signs: number): void {
    const before = this.#matching.newest(visitor, PLAIN, row, PLAIN_MS);
    if (before !== NO_ATTEMPT && this.#visits.open.rows[before] === 1) {
      this.#visits.open.goOn(before, row, Leg.plain, signs | PLAIN_TWICE);
    } else this.#visits.begin(row, visitor, Leg.plain, signs);
  }

  #accepted(row: RowNumbers, visitor: number): void {
    const party = this.#visits.visitors.party[visitor] ?? 0;
    const isShared = this.#matching.isShared(visitor, row);
    const at = this.#matching.endedBy(row, visitor, isShared);
    if (at !== NO_ATTEMPT) this.#succeed(at, row, visitor);
    else if (!this.#visits.answerLate(row, visitor) && this.#matching.isOneOfMany(row, visitor)) {
      this.#succeed(this.#visits.begin(row, visitor, Leg.plain, 0), row, visitor);
    }
    this.#parties.note(party, row.person, row.end);
  }

  /** The attempt ends well, and makes good the refusals of the same person before it. */
  #succeed(at: number, row: RowNumbers, visitor: number): void {
    const open = this.#visits.open;
    const stage = open.stage[at];
    const isShared = this.#matching.isShared(visitor, row);
    const gap = row.start - (open.last[at] ?? NaN);
    if (gap > programMs(row) && stage !== Leg.handshake)
      open.signs[at] = (open.signs[at] ?? 0) | PAUSE;
    const first = open.first[at] ?? NaN;
    open.accept(at, row);
    const isGoingOn = open.after[at] !== NO_ATTEMPT;
    const refused =
      isShared && !isGoingOn
        ? NO_ATTEMPT
        : this.#matching.forgivable(visitor, first, row.person, isShared, at);
    const ended = refused === NO_ATTEMPT ? at : refused;
    if (ended !== at) {
      open.join(refused, at);
      this.#visits.unlink(visitor, at);
    }
    this.#endRefused(visitor, ended, row, isShared);
    const written = this.#visits.recorder.next;
    this.#visits.end(ended);
    this.#visits.visitors.accepted[visitor] = written;
    this.#visits.visitors.acceptedAt[visitor] = row.end;
    this.#matching.repeats(visitor, first, isShared, (before) => (open.repeated[before] = written));
  }

  /** Whoever has got in does not go on with a refusal. */
  #endRefused(visitor: number, except: number, row: RowNumbers, isShared: boolean): void {
    const open = this.#visits.open;
    const newest = this.#visits.visitors.newest[visitor] ?? NO_ATTEMPT;
    for (let at = newest; at !== NO_ATTEMPT;) {
      const next = open.older[at] ?? NO_ATTEMPT;
      const isOver = !((open.last[at] ?? NaN) > row.start + CLOCK_MS);
      const isTheirs = isShared
        ? open.person[at] === row.person
        : this.#matching.isSamePerson(at, row.person);
      if (at !== except && (open.refusals[at] ?? 0) > 0 && isOver && isTheirs) this.#visits.end(at);
      at = next;
    }
  }
}
