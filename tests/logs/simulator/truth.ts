/**
 * Visits become attempts, which is what the reader should report. An attempt is the run of 401s that
 * one person or program meets on the way into one resource, until the answer that decides:
 *
 * - Whoever comes back to the same resource within 15 minutes of a refused logon, or of 401.3, goes
 *   on with the attempt.
 * - Getting in ends it. Wrong passwords before that are a part of an attempt that was accepted; any
 *   other refusal is not, and stays a failure of its own.
 * - A visit without a 401 is no attempt.
 */
import type { Outcome } from '../../../src/core/contract/decoded.ts';
import { CODES } from './directory.ts';
import type { Row } from './row.ts';
import { runsOf } from './runs.ts';
import type { Event, Met, Visit } from './visit.ts';

export interface Attempt {
  readonly actor: string;
  readonly outcome: Outcome;
  /** Its 401s, in the order in which they were met. */
  readonly rows: readonly Row[];
  /** What decided: the answer that let in, the refusal, or the 401 that was left alone. */
  readonly decisive: Row;
}

/** So many wrong passwords are a prompt loop. */
const LOOP = 3;

const BY_CODE: ReadonlyMap<number, Outcome> = new Map<number, Outcome>([
  [CODES.locked, 'account-state'],
  [CODES.expired, 'account-state'],
  [CODES.disabled, 'account-state'],
  [CODES.accountExpired, 'account-state'],
  [CODES.mustChange, 'account-state'],
  [CODES.logonType, 'logon-right'],
  [CODES.badBindings, 'channel-binding'],
  [CODES.invalidToken, 'broken-handshake'],
  [CODES.noPackage, 'broken-handshake'],
  [CODES.wrongPrincipal, 'broken-handshake'],
  [CODES.timeSkew, 'broken-handshake'],
  [CODES.noLogonServers, 'unclassified'],
]);

/** All attempts of a log. */
export function attemptsOf(visits: readonly Visit[]): Attempt[] {
  return runsOf(visits).flatMap(attemptsOfRun);
}

/** The outcome that a 401 decides by itself; undefined for challenges, legs and wrong passwords. */
function decidedBy({ refused, row }: Met): Outcome | undefined {
  if (refused === 'acl') return 'acl-denied';
  if (refused === 'cgi') return 'filter-or-handler';
  if (refused === 'rule') return 'authorization-rule';
  if (refused === 'application') return 'application';
  return refused === 'logon' ? BY_CODE.get(row.win32) : undefined;
}

const isMet = (event: Event): event is Met => event.kind === 'refused';
const isWrong = (met: Met): boolean => met.refused === 'logon' && !decidedBy(met);

function attemptsOfRun(run: readonly Visit[]): Attempt[] {
  const events = run.flatMap((visit) => visit.events);
  const [{ actor, known } = { actor: '', known: undefined }] = run;
  const entered = events.at(-1);
  const isIn = entered?.kind === 'in';
  const at = events.findLastIndex((event) => isMet(event) && decidedBy(event) !== undefined);
  const decided = events[at];
  if (decided && isMet(decided)) {
    const outcome = decidedBy(decided) ?? 'unclassified';
    const met = (isIn ? events.slice(0, at + 1) : events).filter(isMet);
    const failure = { actor, outcome, rows: met.map(({ row }) => row), decisive: decided.row };
    return [failure, ...(isIn ? accepted(actor, events.slice(at + 1), entered.row) : [])];
  }
  if (isIn) return accepted(actor, events, entered.row);
  const met = events.filter(isMet);
  const wrong = met.filter(isWrong);
  const decisive = (wrong.at(-1) ?? met.at(-1))?.row;
  if (!decisive) return [];
  const outcome = known ?? failed(met, wrong.length);
  return [{ actor, outcome, rows: met.map(({ row }) => row), decisive }];
}

/** The attempt of somebody who got in; none when there was no 401. */
function accepted(actor: string, events: readonly Event[], decisive: Row): Attempt[] {
  const begin = events.findIndex(isMet);
  if (begin < 0) return [];
  const met = events.filter(isMet);
  const isAsked = met.some(isWrong) || events.slice(begin).some(({ kind }) => kind === 'answered');
  const isNtlm = met.some(({ refused }) => refused === 'handshake');
  const outcome = isAsked
    ? 'accepted-after-prompt'
    : isNtlm
      ? 'accepted-two-legs'
      : 'accepted-one-leg';
  return [{ actor, outcome, rows: met.map(({ row }) => row), decisive }];
}

/** What became of somebody who did not get in, and whom no code explains but that of a wrong password. */
function failed(met: readonly Met[], wrong: number): Outcome {
  if (wrong >= LOOP) return 'prompt-loop';
  if (wrong > 0) return 'refused';
  const has = (kind: Met['refused']) => met.some(({ refused }) => refused === kind);
  if (!has('handshake')) return 'never-answered';
  return has('challenge') ? 'abandoned' : 'preauthenticated';
}
