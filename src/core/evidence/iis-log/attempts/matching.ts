/** Which attempt of a visitor a row belongs to, or goes on with. */
import { Leg } from './leg-of-401.ts';
import { NO_ATTEMPT } from './open-attempts.ts';
import type { Parties } from './parties.ts';
import type { RowNumbers } from './row-numbers.ts';
import { areOfOneGo, haveOneCause, isForgivable, isOfHandshake } from './signs.ts';
import type { Visits } from './visits.ts';
import {
  CLOCK_MS,
  finalMs,
  NAMELESS_MS,
  PERSON_MS,
  PROGRAM_MS,
  programMs,
  SOON_MS,
} from './waits.ts';

/** So many names refused, and another one is let in: it was tried like them. */
const NAMES_TRIED = 5;

const stages = (...legs: Leg[]) => legs.reduce<number>((mask, leg) => mask | (1 << leg), 0);
export const CHALLENGE = stages(Leg.challenge);
export const HANDSHAKE = stages(Leg.handshake);
export const REFUSAL = stages(Leg.refusal);
export const ACCESS = stages(Leg.access);
export const PLAIN = stages(Leg.plain);
const APPLICATION = stages(Leg.application);

export class Matching {
  readonly #visits: Visits;
  readonly #parties: Parties;

  constructor(visits: Visits, parties: Parties) {
    this.#visits = visits;
    this.#parties = parties;
  }

  /** Do several people share the visitor's address? */
  isShared(visitor: number, row: RowNumbers): boolean {
    return this.#parties.isShared(this.#visits.visitors.party[visitor] ?? 0, row.end);
  }

  /** The attempt in one of the stages whose last row was written last, at most `most` before. */
  newest(visitor: number, wanted: number, row: RowNumbers, most: number): number {
    const { older } = this.#visits.open;
    const newest = this.#visits.visitors.newest[visitor] ?? NO_ATTEMPT;
    const { stage, last, repeated } = this.#visits.open;
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

  /** The attempt that a result is of: a handshake, a challenge, or a refusal of the same name. */
  answered(row: RowNumbers, visitor: number, leg: Leg): number {
    const handshake = this.newest(visitor, HANDSHAKE, row, finalMs(row));
    if (handshake !== NO_ATTEMPT) return handshake;
    if (leg === Leg.application || leg === Leg.other) {
      // Refused after the logon: the name proves that the challenge before it was answered.
      return row.user === 0 ? NO_ATTEMPT : this.newest(visitor, CHALLENGE, row, PERSON_MS);
    }
    const fresh = this.newest(visitor, CHALLENGE, row, programMs(row));
    if (fresh !== NO_ATTEMPT) return fresh;
    const asked = this.newest(visitor, CHALLENGE, row, PERSON_MS);
    const refused = this.newest(visitor, leg === Leg.access ? ACCESS : REFUSAL, row, PERSON_MS);
    const { last } = this.#visits.open;
    if (asked === NO_ATTEMPT || (last[refused] ?? NaN) > (last[asked] ?? NaN)) return NO_ATTEMPT;
    return asked;
  }

  /** The attempt that an accepted answer ends: the one that had come furthest, then the newest. */
  endedBy(row: RowNumbers, visitor: number, isShared: boolean): number {
    const handshake = this.newest(visitor, HANDSHAKE, row, finalMs(row));
    if (handshake !== NO_ATTEMPT) return handshake;
    const fresh = this.newest(visitor, CHALLENGE | PLAIN, row, programMs(row));
    if (fresh !== NO_ATTEMPT) return fresh;
    const application = this.newest(visitor, APPLICATION, row, programMs(row));
    if (application !== NO_ATTEMPT && this.#visits.open.person[application] === 0)
      return application;
    const asked = this.newest(visitor, CHALLENGE | PLAIN, row, PERSON_MS);
    const refused = this.forgivable(visitor, row.start, row.person, isShared, NO_ATTEMPT);
    const { last } = this.#visits.open;
    if (refused !== NO_ATTEMPT && !((last[asked] ?? NaN) > (last[refused] ?? NaN))) return refused;
    return isShared && this.#isIn(visitor, row.person) ? NO_ATTEMPT : asked;
  }

  /** The newest refusal of a name and password that this person may have met before `start`. */
  forgivable(
    visitor: number,
    start: number,
    person: number,
    isShared: boolean,
    except: number,
  ): number {
    const { older } = this.#visits.open;
    const newest = this.#visits.visitors.newest[visitor] ?? NO_ATTEMPT;
    const { stage, signs, last, refusals } = this.#visits.open;
    let found = NO_ATTEMPT;
    for (let at = newest; at !== NO_ATTEMPT; at = older[at] ?? NO_ATTEMPT) {
      if (at === except || stage[at] !== Leg.refusal || refusals[at] === 0) continue;
      const gap = start - (last[at] ?? NaN);
      if (gap > PERSON_MS || gap < -CLOCK_MS) continue;
      if (!isForgivable(signs[at] ?? 0) || !this.isSamePerson(at, person)) continue;
      if (isShared && this.#visits.open.person[at] === 0 && this.#isIn(visitor, person)) continue;
      if (found === NO_ATTEMPT || (last[at] ?? 0) > (last[found] ?? 0)) found = at;
    }
    return found;
  }

  /** The refusal that this one repeats; it has just ended. */
  refusalBefore(ended: number, visitor: number, row: RowNumbers): number {
    const open = this.#visits.open;
    const { older } = this.#visits.open;
    const newest = this.#visits.visitors.newest[visitor] ?? NO_ATTEMPT;
    const person = open.person[ended] ?? 0;
    const isGoingOn = open.after[ended] !== NO_ATTEMPT;
    const isShared = this.isShared(visitor, row);
    const first = open.first[ended] ?? NaN;
    let found = NO_ATTEMPT;
    for (let at = newest; at !== NO_ATTEMPT; at = older[at] ?? NO_ATTEMPT) {
      if (at === ended || open.refusals[at] === 0) continue;
      const gap = first - (open.last[at] ?? NaN);
      if (gap > PERSON_MS || gap < -CLOCK_MS) continue;
      if (!this.isSamePerson(at, person)) continue;
      const [signs, other] = [open.signs[at] ?? 0, open.signs[ended] ?? 0];
      const isSure = !isShared || isGoingOn || (person !== 0 && open.person[at] === person);
      if (!haveOneCause(signs, other) && !(isSure && areOfOneGo(signs, other))) continue;
      // People behind one address rarely fail alike one after the other; a proxy that mixes up their
      // connections fails them all.
      const isProxy = isShared && !isGoingOn && isOfHandshake(open.signs[at] ?? 0);
      if (isProxy && gap > SOON_MS) continue;
      const isNameless = isShared && !isGoingOn && person === 0 && open.person[at] === 0;
      if (isNameless && gap > NAMELESS_MS) continue;
      if (found === NO_ATTEMPT || (open.last[at] ?? 0) > (open.last[found] ?? 0)) found = at;
    }
    return found;
  }

  /**
   * Requests of the visitor right before `first` that nobody answered: the browser asked again, over
   * another connection or with HTTP/1.1.
   */
  repeats(visitor: number, first: number, isShared: boolean, found: (at: number) => void): void {
    const most = isShared ? CLOCK_MS : PROGRAM_MS;
    const { older } = this.#visits.open;
    const newest = this.#visits.visitors.newest[visitor] ?? NO_ATTEMPT;
    const { stage, last, repeated } = this.#visits.open;
    for (let at = newest; at !== NO_ATTEMPT; at = older[at] ?? NO_ATTEMPT) {
      if (stage[at] !== Leg.challenge && stage[at] !== Leg.handshake) continue;
      const gap = first - (last[at] ?? NaN);
      if (gap <= most && gap >= -CLOCK_MS && repeated[at] === NO_ATTEMPT) found(at);
    }
  }

  /** No name says that the attempt is of somebody else. */
  isSamePerson(at: number, person: number): boolean {
    const other = this.#visits.open.person[at] ?? 0;
    return other === 0 || person === 0 || other === person;
  }

  /** Has the person been let in before, so that this hardly is the one who was refused? */
  #isIn(visitor: number, person: number): boolean {
    return this.#parties.isKnown(this.#visits.visitors.party[visitor] ?? 0, person);
  }

  /** Several names were refused, and this one was let in by the same visitor without a 401. */
  isOneOfMany({ person }: RowNumbers, visitor: number): boolean {
    if (person === 0 || (this.#visits.visitors.open[visitor] ?? 0) < NAMES_TRIED) return false;
    const { older } = this.#visits.open;
    const newest = this.#visits.visitors.newest[visitor] ?? NO_ATTEMPT;
    let names = 0;
    for (let at = newest; at !== NO_ATTEMPT; at = older[at] ?? NO_ATTEMPT) {
      const isNamed = this.#visits.open.person[at] !== 0 && this.#visits.open.person[at] !== person;
      if (isNamed && this.#visits.open.stage[at] === Leg.refusal) names++;
    }
    return names >= NAMES_TRIED;
  }
}
