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
import { LateAnswers } from './late-answers.ts';
import { Leg, legOf } from './leg-of-401.ts';
import { NO_ATTEMPT, OpenAttempts } from './open-attempts.ts';
import type { AttemptRecorder } from './attempt-record.ts';
import { Parties } from './parties.ts';
import { isAccepted, type RowNames, type RowNumbers } from './row-numbers.ts';
import { areOfOneGo, bitOf, haveOneCause, isForgivable, isOfHandshake, signsOf } from './signs.ts';
import { Visitors } from './visitors.ts';

/** Legs of one handshake follow each other within this; people take longer to type. */
const PROGRAM_MS = 3_000;
/** The same where the log has no time-taken: for the first leg, and for the last, which may wait long. */
const UNTIMED_MS = 5_000;
const SLOW_MS = 120_000;
/** A person who is asked for a password answers within this. */
export const PERSON_MS = 15 * 60_000;
/** Clocks show whole seconds, and rows of one second may change places. */
const CLOCK_MS = 1_500;

/** Whoever fails at a proxy tries again within this. */
const SOON_MS = 60_000;

/** Attempts of one visitor under way at once; browsers open six connections. */
const PARALLEL = 64;
/** Attempts under way before those that are over are let go, and visitors remembered. */
const OPEN = 4_096;
const VISITORS = 100_000;
/** So many names refused, and another one is let in: it was tried like them. */
const NAMES_TRIED = 5;

const stages = (...legs: Leg[]) => legs.reduce<number>((mask, leg) => mask | (1 << leg), 0);
const CHALLENGE = stages(Leg.challenge);
const HANDSHAKE = stages(Leg.handshake);
const REFUSAL = stages(Leg.refusal);
const ACCESS = stages(Leg.access);
const PLAIN = stages(Leg.plain);
const APPLICATION = stages(Leg.application);

const ACCEPTED = bitOf('accepted');
const PAUSE = bitOf('pause');
const PLAIN_TWICE = bitOf('plain-twice');
const BEGUN = bitOf('challenge');

export class Tracker {
  readonly #visitors = new Visitors();
  readonly #parties = new Parties();
  readonly #recorder: AttemptRecorder;
  readonly #open: OpenAttempts;
  readonly #late: LateAnswers;
  /** Visitors with an attempt under way, by their bits. */
  readonly #busy = new Uint16Array(65_536);
  #room = OPEN;
  /** The latest time in the log so far. */
  #clock = -Infinity;

  constructor(recorder: AttemptRecorder) {
    this.#recorder = recorder;
    this.#open = new OpenAttempts(recorder.rows);
    this.#late = new LateAnswers();
  }

  /** May a visitor with these bits have an attempt under way? */
  isBusy(bits: number): boolean {
    return this.#busy[bits] !== 0;
  }

  /** Is an attempt of this visitor under way, so that its accepted answers matter? */
  isWaiting(key: number): boolean {
    const visitor = this.#visitors.find(key);
    return visitor !== 0 && (this.#visitors.open[visitor] !== 0 || this.#late.has(visitor));
  }

  /** Takes the next row of the log. */
  take(row: RowNumbers, names: RowNames): void {
    if (row.end > this.#clock) this.#clock = row.end;
    if (row.status === 401) {
      const known = this.#visitors.find(row.key);
      this.#refused(row, known === 0 ? this.#welcome(row, names) : known);
    } else if (isAccepted(row)) {
      const visitor = this.#visitors.find(row.key);
      if (visitor !== 0) this.#accepted(row, visitor);
    }
  }

  /** The log is over: so are all attempts. */
  finish(): void {
    // Those that go on with another one come first, so that they can still join it.
    for (let at = 0; at < this.#open.end; at++) if (this.#isLoose(at)) this.#end(at);
    for (let at = 0; at < this.#open.end; at++) if (this.#open.visitor[at] !== 0) this.#end(at);
  }

  #isLoose(at: number): boolean {
    return this.#open.visitor[at] !== 0 && this.#open.after[at] !== NO_ATTEMPT;
  }

  #welcome(row: RowNumbers, names: RowNames): number {
    const visitors = this.#visitors;
    if (visitors.count >= VISITORS + 2 * this.#open.count) this.#forget();
    const at = visitors.add(row.key);
    const { table } = this.#recorder;
    visitors.party[at] = row.party;
    visitors.bits[at] = row.bits;
    visitors.client[at] = table.clients.idOf(names.client());
    visitors.resource[at] = table.resources.idOf(names.resource());
    visitors.agent[at] = table.agents.idOf(names.agent());
    visitors.signs[at] = names.isPreflight() ? bitOf('preflight') : 0;
    return at;
  }

  #forget(): void {
    const numbers = this.#visitors.forget();
    const { visitor } = this.#open;
    for (let at = 0; at < this.#open.end; at++) visitor[at] = numbers[visitor[at] ?? 0] ?? 0;
    for (const bits of this.#late.clear()) this.#count(bits, -1);
  }

  #refused(row: RowNumbers, visitor: number): void {
    const newest = this.#visitors.newest[visitor] ?? NO_ATTEMPT;
    const before = newest === NO_ATTEMPT ? undefined : (this.#open.stage[newest] as Leg);
    const leg = legOf(row, before);
    const signs = signsOf(leg, row.substatus, row.win32);
    if (leg === Leg.challenge) this.#challenge(row, visitor, signs);
    else if (leg === Leg.handshake) this.#handshake(row, visitor, signs);
    else if (leg === Leg.plain) this.#plain(row, visitor, signs);
    else this.#result(row, visitor, leg, signs);
  }

  /** 401.2 begins an attempt, unless the handshake that it begins was written before it. */
  #challenge(row: RowNumbers, visitor: number, signs: number): void {
    const { older } = this.#open;
    const newest = this.#visitors.newest[visitor] ?? NO_ATTEMPT;
    for (let at = newest; at !== NO_ATTEMPT; at = older[at] ?? NO_ATTEMPT) {
      const isBare = this.#open.signs[at] === bitOf('handshake') && this.#open.rows[at] === 1;
      if (!isBare || this.#open.after[at] !== NO_ATTEMPT) continue;
      const gap = row.end - (this.#open.last[at] ?? NaN);
      if (gap > 1_000 || gap < -1_000) continue;
      this.#open.goOn(at, row, Leg.handshake, signs);
      return;
    }
    this.#begin(row, visitor, Leg.challenge, signs);
  }

  /** A type 2 answers a challenge at once, or a person's password after a challenge or a refusal. */
  #handshake(row: RowNumbers, visitor: number, signs: number): void {
    const fresh = this.#newest(visitor, CHALLENGE, row, programMs(row));
    if (fresh !== NO_ATTEMPT) {
      this.#open.goOn(fresh, row, Leg.handshake, signs);
      return;
    }
    if (this.#isSwapped(row, visitor)) return;
    const waiting = this.#newest(visitor, CHALLENGE | REFUSAL | ACCESS, row, PERSON_MS);
    const begun = this.#newest(visitor, HANDSHAKE, row, PERSON_MS);
    const { last } = this.#open;
    const isAgain = begun !== NO_ATTEMPT && ((this.#open.signs[begun] ?? 0) & BEGUN) !== 0;
    if (isAgain && !((last[waiting] ?? NaN) > (last[begun] ?? NaN))) {
      const isLate = row.start - (last[begun] ?? NaN) > programMs(row);
      this.#open.goOn(begun, row, Leg.handshake, isLate ? signs | PAUSE : signs);
    } else if (waiting !== NO_ATTEMPT && this.#open.stage[waiting] === Leg.challenge) {
      this.#open.goOn(waiting, row, Leg.handshake, signs | PAUSE);
    } else {
      const at = this.#begin(row, visitor, Leg.handshake, signs);
      if (waiting !== NO_ATTEMPT) this.#goesOnWith(at, waiting);
    }
  }

  /** Rows of one second change places: the answer was written before the type 2 that led to it. */
  #isSwapped(row: RowNumbers, visitor: number): boolean {
    const gap = row.end - (this.#visitors.acceptedAt[visitor] ?? NaN);
    if (!(gap >= -1_000 && gap <= 0)) return false;
    return this.#recorder.handshakeOf(this.#visitors.accepted[visitor] ?? 0, row);
  }

  /** A 401 that says what became of a logon. */
  #result(row: RowNumbers, visitor: number, leg: Leg, signs: number): void {
    const at = this.#answered(row, visitor, leg);
    const isRefusal = leg === Leg.refusal || leg === Leg.access;
    const ended = at === NO_ATTEMPT ? this.#begin(row, visitor, leg, signs) : at;
    if (at !== NO_ATTEMPT) this.#open.goOn(at, row, leg, signs);
    if (!isRefusal) return;
    this.#open.refusals[ended] = (this.#open.refusals[ended] ?? 0) + 1;
    const before = this.#refusalBefore(ended, visitor, row);
    const first = this.#open.first[ended] ?? NaN;
    if (before !== NO_ATTEMPT) {
      this.#open.join(before, ended);
      this.#unlink(visitor, ended);
    }
    const isShared = this.#parties.isShared(this.#visitors.party[visitor] ?? 0, row.end);
    const whole = before === NO_ATTEMPT ? ended : before;
    this.#repeats(visitor, first, isShared, (at) => {
      if (at !== whole) this.#goesOnWith(at, whole);
    });
  }

  /** The attempt that a result is of: a handshake, a challenge, or a refusal of the same name. */
  #answered(row: RowNumbers, visitor: number, leg: Leg): number {
    const handshake = this.#newest(visitor, HANDSHAKE, row, this.#finalMs(row));
    if (handshake !== NO_ATTEMPT) return handshake;
    if (leg === Leg.application || leg === Leg.other) {
      // Refused after the logon: the name proves that the challenge before it was answered.
      return row.user === 0 ? NO_ATTEMPT : this.#newest(visitor, CHALLENGE, row, PERSON_MS);
    }
    const fresh = this.#newest(visitor, CHALLENGE, row, programMs(row));
    if (fresh !== NO_ATTEMPT) return fresh;
    const asked = this.#newest(visitor, CHALLENGE, row, PERSON_MS);
    const refused = this.#newest(visitor, leg === Leg.access ? ACCESS : REFUSAL, row, PERSON_MS);
    const { last } = this.#open;
    if (asked === NO_ATTEMPT || (last[refused] ?? NaN) > (last[asked] ?? NaN)) return NO_ATTEMPT;
    return asked;
  }

  /** Formats without a substatus: the second 401 may be the other leg. */
  #plain(row: RowNumbers, visitor: number, signs: number): void {
    const before = this.#newest(visitor, PLAIN, row, 2_000);
    if (before !== NO_ATTEMPT && this.#open.rows[before] === 1) {
      this.#open.goOn(before, row, Leg.plain, signs | PLAIN_TWICE);
    } else this.#begin(row, visitor, Leg.plain, signs);
  }

  #accepted(row: RowNumbers, visitor: number): void {
    const party = this.#visitors.party[visitor] ?? 0;
    const isShared = this.#parties.isShared(party, row.end);
    const at = this.#endedBy(row, visitor, isShared);
    if (at !== NO_ATTEMPT) this.#succeed(at, row, visitor);
    else if (this.#late.has(visitor)) this.#answerLate(row, visitor);
    else if (this.#isOneOfMany(row, visitor)) {
      this.#succeed(this.#begin(row, visitor, Leg.plain, 0), row, visitor);
    }
    this.#parties.note(party, row.person, row.end);
  }

  /** The attempt that an accepted answer ends: the one that had come furthest, then the newest. */
  #endedBy(row: RowNumbers, visitor: number, isShared: boolean): number {
    const handshake = this.#newest(visitor, HANDSHAKE, row, this.#finalMs(row));
    if (handshake !== NO_ATTEMPT) return handshake;
    const fresh = this.#newest(visitor, CHALLENGE | PLAIN, row, programMs(row));
    if (fresh !== NO_ATTEMPT) return fresh;
    const application = this.#newest(visitor, APPLICATION, row, programMs(row));
    if (application !== NO_ATTEMPT && this.#open.person[application] === 0) return application;
    const asked = this.#newest(visitor, CHALLENGE | PLAIN, row, PERSON_MS);
    const refused = this.#forgivable(visitor, row.start, row.person, isShared, NO_ATTEMPT);
    const { last } = this.#open;
    if (refused !== NO_ATTEMPT && !((last[asked] ?? NaN) > (last[refused] ?? NaN))) return refused;
    return isShared && this.#isIn(visitor, row.person) ? NO_ATTEMPT : asked;
  }

  /** The attempt ends well, and makes good the refusals of the same person before it. */
  #succeed(at: number, row: RowNumbers, visitor: number): void {
    const open = this.#open;
    const stage = open.stage[at];
    const party = this.#visitors.party[visitor] ?? 0;
    const isShared = this.#parties.isShared(party, row.end);
    const gap = row.start - (open.last[at] ?? NaN);
    if (gap > programMs(row) && stage !== Leg.handshake) open.signs[at] = (open.signs[at] ?? 0) | PAUSE;
    const first = open.first[at] ?? NaN;
    open.accept(at, row);
    const isGoingOn = open.after[at] !== NO_ATTEMPT;
    const refused =
      isShared && !isGoingOn
        ? NO_ATTEMPT
        : this.#forgivable(visitor, first, row.person, isShared, at);
    const ended = refused === NO_ATTEMPT ? at : refused;
    if (ended !== at) {
      open.join(refused, at);
      this.#unlink(visitor, at);
    }
    this.#endRefused(visitor, ended, row, isShared);
    const written = this.#recorder.next;
    this.#end(ended);
    this.#visitors.accepted[visitor] = written;
    this.#visitors.acceptedAt[visitor] = row.end;
    this.#repeats(visitor, first, isShared, (before) => (open.repeated[before] = written));
  }

  /** Whoever has got in does not go on with a refusal. */
  #endRefused(visitor: number, except: number, row: RowNumbers, isShared: boolean): void {
    const open = this.#open;
    const newest = this.#visitors.newest[visitor] ?? NO_ATTEMPT;
    for (let at = newest; at !== NO_ATTEMPT;) {
      const next = open.older[at] ?? NO_ATTEMPT;
      const isOver = !((open.last[at] ?? NaN) > row.start + CLOCK_MS);
      const isTheirs = isShared
        ? open.person[at] === row.person
        : this.#isSamePerson(at, row.person);
      if (at !== except && (open.refusals[at] ?? 0) > 0 && isOver && isTheirs) this.#end(at);
      at = next;
    }
  }

  /**
   * Requests of the visitor right before `first` that nobody answered: the browser asked again, over
   * another connection or with HTTP/1.1.
   */
  #repeats(visitor: number, first: number, isShared: boolean, found: (at: number) => void): void {
    const most = isShared ? CLOCK_MS : PROGRAM_MS;
    const { older } = this.#open;
    const newest = this.#visitors.newest[visitor] ?? NO_ATTEMPT;
    const { stage, last, repeated } = this.#open;
    for (let at = newest; at !== NO_ATTEMPT; at = older[at] ?? NO_ATTEMPT) {
      if (stage[at] !== Leg.challenge && stage[at] !== Leg.handshake) continue;
      const gap = first - (last[at] ?? NaN);
      if (gap <= most && gap >= -CLOCK_MS && repeated[at] === NO_ATTEMPT) found(at);
    }
  }

  /** The newest refusal of a name and password that this person may have met before `start`. */
  #forgivable(
    visitor: number,
    start: number,
    person: number,
    isShared: boolean,
    except: number,
  ): number {
    const { older } = this.#open;
    const newest = this.#visitors.newest[visitor] ?? NO_ATTEMPT;
    const { stage, signs, last, refusals } = this.#open;
    let found = NO_ATTEMPT;
    for (let at = newest; at !== NO_ATTEMPT; at = older[at] ?? NO_ATTEMPT) {
      if (at === except || stage[at] !== Leg.refusal || refusals[at] === 0) continue;
      const gap = start - (last[at] ?? NaN);
      if (gap > PERSON_MS || gap < -CLOCK_MS) continue;
      if (!isForgivable(signs[at] ?? 0) || !this.#isSamePerson(at, person)) continue;
      if (isShared && this.#open.person[at] === 0 && this.#isIn(visitor, person)) continue;
      if (found === NO_ATTEMPT || (last[at] ?? 0) > (last[found] ?? 0)) found = at;
    }
    return found;
  }

  /** The refusal that this one repeats; it has just ended. */
  #refusalBefore(ended: number, visitor: number, row: RowNumbers): number {
    const open = this.#open;
    const { older } = this.#open;
    const newest = this.#visitors.newest[visitor] ?? NO_ATTEMPT;
    const party = this.#visitors.party[visitor] ?? 0;
    const person = open.person[ended] ?? 0;
    const isGoingOn = open.after[ended] !== NO_ATTEMPT;
    const isShared = this.#parties.isShared(party, row.end);
    const first = open.first[ended] ?? NaN;
    let found = NO_ATTEMPT;
    for (let at = newest; at !== NO_ATTEMPT; at = older[at] ?? NO_ATTEMPT) {
      if (at === ended || open.refusals[at] === 0) continue;
      const gap = first - (open.last[at] ?? NaN);
      if (gap > PERSON_MS || gap < -CLOCK_MS) continue;
      if (!this.#isSamePerson(at, person)) continue;
      const [signs, other] = [open.signs[at] ?? 0, open.signs[ended] ?? 0];
      const isSure = !isShared || isGoingOn || (person !== 0 && open.person[at] === person);
      if (!haveOneCause(signs, other) && !(isSure && areOfOneGo(signs, other))) continue;
      // People behind one address rarely fail alike one after the other; a proxy that mixes up their
      // connections fails them all.
      const isProxy = isShared && !isGoingOn && isOfHandshake(open.signs[at] ?? 0);
      if (isProxy && gap > SOON_MS) continue;
      if (found === NO_ATTEMPT || (open.last[at] ?? 0) > (open.last[found] ?? 0)) found = at;
    }
    return found;
  }

  /** No name says that the attempt is of somebody else. */
  #isSamePerson(at: number, person: number): boolean {
    const other = this.#open.person[at] ?? 0;
    return other === 0 || person === 0 || other === person;
  }

  /** Has the person been let in before, so that this hardly is the one who was refused? */
  #isIn(visitor: number, person: number): boolean {
    return this.#parties.isKnown(this.#visitors.party[visitor] ?? 0, person);
  }

  /** Several names were refused, and this one was let in by the same visitor without a 401. */
  #isOneOfMany({ person }: RowNumbers, visitor: number): boolean {
    if (person === 0 || (this.#visitors.open[visitor] ?? 0) < NAMES_TRIED) return false;
    const { older } = this.#open;
    const newest = this.#visitors.newest[visitor] ?? NO_ATTEMPT;
    let names = 0;
    for (let at = newest; at !== NO_ATTEMPT; at = older[at] ?? NO_ATTEMPT) {
      const isNamed = this.#open.person[at] !== 0 && this.#open.person[at] !== person;
      if (isNamed && this.#open.stage[at] === Leg.refusal) names++;
    }
    return names >= NAMES_TRIED;
  }

  /** The attempt in one of the stages whose last row was written last, at most `most` before. */
  #newest(visitor: number, wanted: number, row: RowNumbers, most: number): number {
    const { older } = this.#open;
    const newest = this.#visitors.newest[visitor] ?? NO_ATTEMPT;
    const { stage, last, repeated } = this.#open;
    let found = NO_ATTEMPT;
    for (let at = newest; at !== NO_ATTEMPT; at = older[at] ?? NO_ATTEMPT) {
      if (((wanted >> (stage[at] ?? 0)) & 1) === 0) continue;
      // Written so that an unknown time lies in every range.
      const gap = row.start - (last[at] ?? NaN);
      if (gap > most || gap < -CLOCK_MS) continue;
      if (gap > programMs(row) && repeated[at] !== NO_ATTEMPT) continue;
      if (found === NO_ATTEMPT || (last[at] ?? 0) > (last[found] ?? 0)) found = at;
    }
    return found;
  }

  /** Nobody is asked between the server's challenge and the client's answer to it. */
  #finalMs(row: RowNumbers): number {
    return row.isStartUnknown ? SLOW_MS : PROGRAM_MS;
  }

  #goesOnWith(at: number, before: number): void {
    this.#open.after[at] = before;
    this.#open.afterPlace[at] = this.#open.place[before] ?? NaN;
  }

  #begin(row: RowNumbers, visitor: number, stage: Leg, signs: number): number {
    const visitors = this.#visitors;
    if ((visitors.open[visitor] ?? 0) >= PARALLEL) this.#endOldest(visitor);
    if (this.#open.count >= this.#room) this.#sweep();
    const before = visitors.newest[visitor] ?? NO_ATTEMPT;
    const all = signs | (visitors.signs[visitor] ?? 0);
    const at = this.#open.begin(visitor, before, row, stage, all);
    visitors.newest[visitor] = at;
    this.#setOpen(visitor, (visitors.open[visitor] ?? 0) + 1);
    return at;
  }

  #endOldest(visitor: number): void {
    const { older } = this.#open;
    const newest = this.#visitors.newest[visitor] ?? NO_ATTEMPT;
    let oldest = newest;
    for (let at = newest; at !== NO_ATTEMPT; at = older[at] ?? NO_ATTEMPT) oldest = at;
    this.#end(oldest);
  }

  /** Lets go of the attempts that nothing can go on with any more. */
  #sweep(): void {
    const { end, visitor, last } = this.#open;
    for (let at = 0; at < end; at++) {
      if (visitor[at] === 0 || !(this.#clock - (last[at] ?? NaN) > PERSON_MS)) continue;
      this.#remember(at);
      this.#end(at);
    }
    // Doubled, or a log with many clients at once would be swept for every row of it.
    this.#room = Math.max(OPEN, 2 * this.#open.count);
  }

  /** An attempt is over. What began as another one's next try and came to nothing is a part of it. */
  #end(at: number): void {
    const open = this.#open;
    const visitor = open.visitor[at] ?? 0;
    const before = open.after[at] ?? NO_ATTEMPT;
    const isUnanswered = ((open.signs[at] ?? 0) & ACCEPTED) === 0;
    const repeated = open.repeated[at] ?? NO_ATTEMPT;
    const isWaiting = open.stage[at] === Leg.challenge || open.stage[at] === Leg.handshake;
    if (repeated !== NO_ATTEMPT && isUnanswered && isWaiting) {
      this.#recorder.begins(repeated, open, at);
      this.#unlink(visitor, at);
      return;
    }
    if (
      before !== NO_ATTEMPT &&
      isUnanswered &&
      this.#isStill(before, open.afterPlace[at] ?? NaN)
    ) {
      open.join(before, at);
      open.stage[before] = Leg.refusal;
      this.#unlink(visitor, at);
      return;
    }
    this.#recorder.add(open, at, this.#visitors);
    this.#unlink(visitor, at);
  }

  /** An attempt that is let go may still be answered, by a request that takes long. */
  #remember(at: number): void {
    const { stage, visitor: visitors, last } = this.#open;
    if (stage[at] !== Leg.challenge && stage[at] !== Leg.handshake) return;
    const visitor = visitors[at] ?? 0;
    const bits = this.#visitors.bits[visitor] ?? 0;
    const written = this.#recorder.next;
    const forgotten = this.#late.add({ visitor, bits, written, last: last[at] ?? NaN });
    this.#count(bits, 1);
    if (forgotten !== undefined) this.#count(forgotten, -1);
  }

  #isStill(at: number, place: number): boolean {
    return this.#open.visitor[at] !== 0 && this.#open.place[at] === place;
  }

  /** Takes an attempt out of its visitor's chain. */
  #unlink(visitor: number, at: number): void {
    const { older } = this.#open;
    const newest = this.#visitors.newest[visitor] ?? NO_ATTEMPT;
    const next = older[at] ?? NO_ATTEMPT;
    if (newest === at) this.#visitors.newest[visitor] = next;
    else {
      let newer = newest;
      while (older[newer] !== at) newer = older[newer] ?? NO_ATTEMPT;
      older[newer] = next;
    }
    this.#open.free(at);
    this.#setOpen(visitor, (this.#visitors.open[visitor] ?? 1) - 1);
  }

  #setOpen(visitor: number, count: number): void {
    const before = this.#visitors.open[visitor] ?? 0;
    this.#visitors.open[visitor] = count;
    if ((before === 0) === (count === 0)) return;
    this.#count(this.#visitors.bits[visitor] ?? 0, count === 0 ? -1 : 1);
  }

  #count(bits: number, more: number): void {
    this.#busy[bits] = (this.#busy[bits] ?? 0) + more;
  }

  /** A request that took longer than attempts are held under way, such as an open WebSocket. */
  #answerLate(row: RowNumbers, visitor: number): void {
    const written = this.#late.take(visitor, row.start);
    if (written !== undefined) this.#recorder.accepted(written, row);
  }
}

const programMs = ({ isStartUnknown }: RowNumbers): number =>
  isStartUnknown ? UNTIMED_MS : PROGRAM_MS;
