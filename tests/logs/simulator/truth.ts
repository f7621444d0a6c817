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
import type { Event, Visit } from './visit.ts';

export interface Attempt {
  readonly actor: string;
  readonly outcome: Outcome;
  /** Its 401s, in the order in which they were met. */
  readonly rows: readonly Row[];
  /** The 401 that decided, or the last one when the client got in. */
  readonly decisive: Row;
}

const AGAIN_MS = 15 * 60_000;
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

type Met = Extract<Event, { kind: 'refused' }>;

/** The outcome that a 401 decides by itself; undefined for challenges, legs and wrong passwords. */
function decided({ refused, row }: Met): Outcome | undefined {
  if (refused === 'acl') return 'acl-denied';
  if (refused === 'cgi') return 'filter-or-handler';
  if (refused === 'rule') return 'authorization-rule';
  if (refused === 'application') return 'application';
  return refused === 'logon' ? BY_CODE.get(row.win32) : undefined;
}

const isWrong = (met: Met): boolean => met.refused === 'logon' && decided(met) === undefined;

/** All attempts of a log. */
export function attemptsOf(visits: readonly Visit[]): Attempt[] {
  const chains = new Map<string, Visit[]>();
  for (const visit of visits) {
    const key = [visit.actor, visit.site.id, visit.method, visit.stem].join(' ');
    const chain = chains.get(key);
    if (chain) chain.push(visit);
    else chains.set(key, [visit]);
  }
  return [...chains.values()].flatMap((chain) => {
    const inOrder = chain.toSorted((a, b) => a.begin - b.begin);
    return runsOf(inOrder).flatMap(attemptsOfRun);
  });
}

/** Visits that belong together: each came soon after a refusal of the one before. */
function runsOf(visits: readonly Visit[]): Visit[][] {
  const runs: Visit[][] = [];
  for (const visit of visits) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const isNext =
      run &&
      before &&
      run.some(wasRefused) &&
      wasRefusedOrSilent(before) &&
      visit.begin >= before.end &&
      visit.begin - before.end <= AGAIN_MS;
    if (isNext) run.push(visit);
    else runs.push([visit]);
  }
  return runs;
}

const last401 = (visit: Visit): Met | undefined =>
  visit.events.findLast((event) => event.kind === 'refused');

const isIn = (visit: Visit): boolean => visit.events.at(-1)?.kind === 'in';

const wasRefused = (visit: Visit): boolean =>
  !isIn(visit) &&
  visit.events.some(
    (event) => event.kind === 'refused' && ['logon', 'acl'].includes(event.refused),
  );

/** After a refusal somebody may ask again and leave before the password. */
const wasRefusedOrSilent = (visit: Visit): boolean =>
  wasRefused(visit) || (!isIn(visit) && last401(visit)?.refused === 'challenge');

function attemptsOfRun(run: readonly Visit[]): Attempt[] {
  const events = run.flatMap((visit) => visit.events);
  const met = events.filter((event) => event.kind === 'refused');
  const [first] = run;
  const last = met.at(-1);
  if (!first || !last) return [];
  const { actor, known } = first;
  const outcomeOf = (event: Met) => decided(event);
  const at = events.findLastIndex((event) => event.kind === 'refused' && outcomeOf(event));
  const isAccepted = events.at(-1)?.kind === 'in';
  const decisive = events[at];
  if (decisive?.kind === 'refused') {
    const outcome = outcomeOf(decisive) ?? 'unclassified';
    const rows = met.slice(0, met.indexOf(decisive) + 1).map(({ row }) => row);
    const failure: Attempt = { actor, outcome, rows, decisive: decisive.row };
    const rest = events.slice(at + 1);
    const after = isAccepted ? accepted(actor, rest) : undefined;
    return after ? [failure, after] : [failure];
  }
  const entered = isAccepted ? accepted(actor, events) : undefined;
  if (entered) return [entered];
  const rows = met.map(({ row }) => row);
  const wrong = met.filter(isWrong);
  const decisiveRow = wrong.at(-1)?.row ?? last.row;
  return [{ actor, outcome: known ?? failed(met, wrong.length), rows, decisive: decisiveRow }];
}

/** The attempt of somebody who got in; undefined when there was no 401. */
function accepted(actor: string, events: readonly Event[]): Attempt | undefined {
  const met = events.filter((event) => event.kind === 'refused');
  const decisive = met.at(-1)?.row;
  if (!decisive) return undefined;
  const begin = events.findIndex((event) => event.kind === 'refused');
  const isAsked = met.some(isWrong) || events.slice(begin).some(({ kind }) => kind === 'answered');
  const isNtlm = met.some(({ refused }) => refused === 'handshake');
  const outcome = isAsked
    ? 'accepted-after-prompt'
    : isNtlm
      ? 'accepted-two-legs'
      : 'accepted-one-leg';
  return { actor, outcome, rows: met.map(({ row }) => row), decisive };
}

/** What became of somebody who did not get in, and whom no code explains but that of a wrong password. */
function failed(met: readonly Met[], wrong: number): Outcome {
  if (wrong >= LOOP) return 'prompt-loop';
  if (wrong > 0) return 'refused';
  const has = (kind: Met['refused']) => met.some(({ refused }) => refused === kind);
  if (!has('handshake')) return 'never-answered';
  return has('challenge') ? 'abandoned' : 'preauthenticated';
}
