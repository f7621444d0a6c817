/**
 * Who fails: the attempts that no change, spray or device explains, by the way they ended, and how
 * they compare with all others. One client of many, every client, one agent, one resource, one
 * address that many people share: each says where to look.
 *
 * A comparison needs others: five clients that get in before "that client" is blamed, five that fail
 * and none that gets in before "the server" is. Wrong when those who get in differ in something else
 * as well, such as their network.
 */
import type { Outcome } from '../../../../contract/decoded.ts';
import { NO_NAME } from '../../attempts/name-table.ts';
import { OUTCOME_WORDS } from '../../attempts/outcome-words.ts';
import { grouped } from './groups.ts';
import type { SharedAddress } from './shared-addresses.ts';
import type { TimedAttempts } from './timed-attempts.ts';
import { distinct, type Who, whoOf } from './who.ts';

/** Ways to end that are told one by one. */
const TOLD = 3;
/** Clients that a comparison needs. */
const OTHERS_NEEDED = 5;
const FAILING_NEEDED = 3;

/** Where the failures are, compared with everybody else. */
export type Scope =
  | 'every-client'
  | 'one-client'
  | 'one-resource'
  | 'one-agent'
  | 'shared-address'
  /** Nothing that could be compared. */
  | 'none';

export interface Failing extends Who {
  readonly scope: Scope;
  /** True when none of these clients gets in. */
  readonly isShutOut: boolean;
}

export interface Failures {
  readonly told: readonly Failing[];
  /** Those that ended in other ways: the outcome and how many attempts, most frequent first. */
  readonly others: readonly { readonly outcome: Outcome; readonly attempts: number }[];
  readonly people: People;
}

/** All attempts of people. */
export interface People {
  readonly attempts: number;
  /** True when nothing was set aside. */
  readonly isAlone: boolean;
  readonly clients: number;
  /** Clients that get in, at least once. */
  readonly clientsIn: number;
  /** By client: 1 for one that gets in. */
  readonly isIn: Uint8Array;
}

/** The failures that are not told yet: grave ones first, then by their number. */
export function findFailing(all: TimedAttempts, shared: readonly SharedAddress[]): Failures {
  const { endings, columns } = all.table;
  const people = peopleOf(all);
  const untold = all.those(
    (attempt) => all.isOfPeople(attempt) && all.hasFailed(attempt) && all.isTold[attempt] === 0,
  );
  // One cause, one way to end: what the codes tell besides is the same thing to do.
  const causes = new Map<string, number>();
  const ways = endings.list.map(({ outcome, article }) => {
    const cause = `${outcome} ${article}`;
    const way = causes.get(cause) ?? causes.size;
    causes.set(cause, way);
    return way;
  });
  const attemptsOf = grouped(
    untold,
    (attempt) => ways[columns.ending[attempt] ?? 0] ?? 0,
    () => causes.size,
  );
  const found = [...causes.values()].flatMap((way) => {
    const own = attemptsOf(way);
    const { outcome = 'unclassified' } = endings.list[columns.ending[own[0] ?? 0] ?? 0] ?? {};
    const isGrave = OUTCOME_WORDS[outcome].severity === 'error' ? 1 : 0;
    return own.length > 0 ? [{ own, outcome, isGrave }] : [];
  });
  found.sort((a, b) => b.isGrave - a.isGrave || b.own.length - a.own.length);
  const told = found.slice(0, TOLD).map(({ own }) => {
    all.tell(own);
    return failingOf(all, own, people, shared);
  });
  const others = found.slice(TOLD).map(({ outcome, own }) => ({ outcome, attempts: own.length }));
  return { told, others, people };
}

function peopleOf(all: TimedAttempts): People {
  const { client } = all.table.columns;
  const { size } = all.table.clients;
  const attempts = all.those((attempt) => all.isOfPeople(attempt));
  const accepted = attempts.filter((attempt) => !all.hasFailed(attempt));
  const { count, seen } = distinct(client, accepted, size);
  return {
    ...{ attempts: attempts.length, isAlone: attempts.length === all.order.length },
    ...{ clients: distinct(client, attempts, size).count },
    ...{ clientsIn: count, isIn: seen },
  };
}

function failingOf(
  all: TimedAttempts,
  own: Uint32Array,
  people: People,
  shared: readonly SharedAddress[],
): Failing {
  const { client } = all.table.columns;
  const who = whoOf(all, own);
  const isShutOut =
    who.clients > 0 && own.every((attempt) => people.isIn[client[attempt] ?? NO_NAME] === 0);
  return { ...who, isShutOut, scope: scopeOf(all, own, who, isShutOut, people, shared) };
}

function scopeOf(
  all: TimedAttempts,
  own: Uint32Array,
  who: Who,
  isShutOut: boolean,
  { clients, clientsIn, isIn }: People,
  shared: readonly SharedAddress[],
): Scope {
  const [name] = who.clientNames;
  if (who.clients === 1 && shared.some(({ client }) => client === name)) return 'shared-address';
  if (who.clients === clients && clientsIn === 0) {
    return clients >= OTHERS_NEEDED ? 'every-client' : 'none';
  }
  if (who.clients >= FAILING_NEEDED && who.resources === 1 && isOnlyThere(all, own, isIn)) {
    return 'one-resource';
  }
  if (!isShutOut || clientsIn < OTHERS_NEEDED) return 'none';
  if (who.clients === 1 && who.attempts > 1) return 'one-client';
  const isOneAgent = who.clients >= FAILING_NEEDED && who.agents === 1;
  return isOneAgent && !isAgentIn(all, own) ? 'one-agent' : 'none';
}

/** Does nobody get in at the resource where these attempts failed, while their clients do elsewhere? */
function isOnlyThere(all: TimedAttempts, own: Uint32Array, isIn: Uint8Array): boolean {
  const { client, resource } = all.table.columns;
  const here = resource[own[0] ?? 0];
  const known = own.filter((attempt) => isIn[client[attempt] ?? NO_NAME] === 1);
  if (distinct(client, known, all.table.clients.size).count < FAILING_NEEDED) return false;
  return !hasAccepted(all, (attempt) => resource[attempt] === here);
}

/** Does anybody get in with the agent of these attempts? */
function isAgentIn(all: TimedAttempts, own: Uint32Array): boolean {
  const { agent } = all.table.columns;
  const ids = distinct(agent, own, all.table.agents.size);
  return hasAccepted(all, (attempt) => agent[attempt] === ids.first);
}

function hasAccepted(all: TimedAttempts, test: (attempt: number) => boolean): boolean {
  const { order } = all;
  for (let i = 0, end = order.length; i < end; i++) {
    const attempt = order[i] ?? 0;
    if (all.isOfPeople(attempt) && !all.hasFailed(attempt) && test(attempt)) return true;
  }
  return false;
}
