/**
 * Password sprays: one address has many user names refused. The attempts say so themselves
 * (`password-spray`); here they are told together, with the names that were let in.
 *
 *     POST /EWS/Exchange.asmx CONTOSO\u1 203.0.113.7 401 1 1326
 *     POST /EWS/Exchange.asmx CONTOSO\u2 203.0.113.7 401 1 1326
 *     POST /EWS/Exchange.asmx CONTOSO\u2 203.0.113.7 200 0 0
 *
 * Wrong when a proxy or gateway passes on the logons of many people and something refuses them all.
 * A name counts as let in only if it got in from there at a resource that was sprayed, after the
 * first refusal and not before it, with a program that sprayed or after it had been tried. A password
 * that is right at once leaves no 401 and may be missing here.
 */
import type { Outcome } from '../../../../contract/decoded.ts';
import { NO_NAME, OTHERS } from '../../attempts/name-table.ts';
import { grouped, largest } from './groups.ts';
import { PairIds } from './pair-ids.ts';
import { Kind, type TimedAttempts } from './timed-attempts.ts';
import { type Who, whoOf } from './who.ts';

/** How a name that is tried is refused. */
const REFUSED: readonly Outcome[] = ['password-spray', 'refused', 'prompt-loop', 'account-state'];
/** The password was right, whatever the file permissions say. */
const DENIED: Outcome = 'acl-denied';
/** Sprays told one by one. */
const MOST = 3;

export interface Spray extends Who {
  /** Names that logged on, and when that was last. */
  readonly letIn: readonly string[];
  readonly letInAt: number;
}

export interface Sprays {
  /** Those that got in first, then those with most names. */
  readonly told: readonly Spray[];
  /** How many there are besides. */
  readonly others: number;
}

/** Finds the sprays and sets their attempts aside. */
export function findSprays(all: TimedAttempts): Sprays {
  if (all.lacks('password-spray')) return { told: [], others: 0 };
  const { client } = all.table.columns;
  const tried = triedBy(all, clientsThatSpray(all));
  all.setAside(tried, Kind.spray);
  const { size } = all.table.clients;
  const attemptsOf = grouped(
    tried,
    (attempt) => client[attempt] ?? 0,
    () => size,
  );
  const sprays = Array.from({ length: size }, (_, id) => attemptsOf(id)).filter(
    (own) => own.length > 0,
  );
  const gotIn = (own: Uint32Array) => own.some((attempt) => isLogon(all, attempt));
  const weightOf = (own: Uint32Array) => own.length + (gotIn(own) ? all.table.length : 0);
  const told = largest(sprays, weightOf, MOST);
  return { told: told.map((own) => sprayOf(all, own)), others: sprays.length - told.length };
}

/** By client: 1 for an address that sprayed. */
function clientsThatSpray({ table, order }: TimedAttempts): Uint8Array {
  const { client, ending } = table.columns;
  const isSpray = table.endings.list.map(({ outcome }) => outcome === 'password-spray');
  const found = new Uint8Array(table.clients.size);
  for (let i = 0, end = order.length; i < end; i++) {
    const attempt = order[i] ?? 0;
    if (isSpray[ending[attempt] ?? 0]) found[client[attempt] ?? 0] = 1;
  }
  return found;
}

/** All names that these addresses had refused, and those that logged on from there. */
function triedBy(all: TimedAttempts, sprays: Uint8Array): Uint32Array {
  const { client, agent, user, resource, ending, ms, last } = all.table.columns;
  const refusals = all.endingsThat(({ outcome }) => REFUSED.includes(outcome));
  const isNamed = (attempt: number) =>
    sprays[client[attempt] ?? 0] === 1 && (user[attempt] ?? NO_NAME) > OTHERS;
  const isRefused = (attempt: number) => isNamed(attempt) && refusals[ending[attempt] ?? 0] === 1;
  const [places, programs, names, atHome] = [
    new PairIds(),
    new PairIds(),
    new PairIds(),
    new PairIds(),
  ];
  const begun = new Float64Array(sprays.length).fill(Infinity);
  for (const attempt of all.those(isRefused)) {
    const own = client[attempt] ?? 0;
    begun[own] = Math.min(begun[own] ?? Infinity, ms[attempt] ?? -Infinity);
    places.idOf(own, resource[attempt] ?? 0);
    programs.idOf(own, agent[attempt] ?? 0);
    names.idOf(own, user[attempt] ?? 0);
  }
  return all.those((attempt) => {
    if (!isNamed(attempt)) return false;
    if (isRefused(attempt)) return true;
    if (!isLogon(all, attempt)) return false;
    const [own, name] = [client[attempt] ?? 0, user[attempt] ?? 0];
    // In the order of time: who got in before the first refusal is at home there.
    if ((last[attempt] ?? NaN) < (begun[own] ?? NaN)) atHome.idOf(own, name);
    const isTried = programs.has(own, agent[attempt] ?? 0) || names.has(own, name);
    return isTried && places.has(own, resource[attempt] ?? 0) && !atHome.has(own, name);
  });
}

function sprayOf(all: TimedAttempts, own: Uint32Array): Spray {
  const { users, columns } = all.table;
  const letIn = own.filter((attempt) => isLogon(all, attempt));
  const names = new Set(Array.from(letIn, (attempt) => columns.user[attempt] ?? NO_NAME));
  return {
    ...whoOf(all, own),
    letIn: Array.from(names, (id) => users.nameOf(id)),
    letInAt: whoOf(all, letIn).last,
  };
}

/** Does the attempt prove that the password was right? */
function isLogon(all: TimedAttempts, attempt: number): boolean {
  const { columns, endings } = all.table;
  return !all.hasFailed(attempt) || endings.list[columns.ending[attempt] ?? 0]?.outcome === DENIED;
}
