/**
 * Accounts that a device or a program keeps trying with a password that is refused: which account,
 * which device at which address, since when and how often.
 *
 *     08:00:03 CONTOSO\max 10.9.0.3 Apple-iPhone15C2 401 1 1909
 *     08:01:03 CONTOSO\max 10.9.0.3 Apple-iPhone15C2 401 1 1909
 *
 * For an account that is locked out every device that tries it is named, when it has five 401s in
 * all. Otherwise it takes ten 401s of one device in five minutes and more, and where the log has no name, a program that is no browser: a person
 * may try for that long, too. Wrong about the device where a proxy stands before it.
 */
import type { Outcome } from '../../../../contract/decoded.ts';
import { NO_NAME, OTHERS } from '../../attempts/name-table.ts';
import { isBrowser } from '../agents.ts';
import { grouped, largest } from './groups.ts';
import { PairIds } from './pair-ids.ts';
import type { TimedAttempts } from './timed-attempts.ts';
import { type Who, whoOf } from './who.ts';

const REFUSED: readonly Outcome[] = ['refused', 'prompt-loop', 'account-state', 'logon-right'];
const LOCKED_OUT = 'account-lockout-from-iis';
/** 401s of one device, and the time that they take, from which on it "keeps trying". */
const FEWEST = 10;
const MINUTES = 5 * 60_000;
/** 401s of an account that is locked out, from which on its devices are named. */
const OF_LOCKED = 5;
/** Accounts told, and devices of each. */
const MOST = 3;

export interface Retries {
  /** The account; '' where the log does not name it. */
  readonly user: string;
  readonly isLockedOut: boolean;
  /** Its attempts that were refused. */
  readonly who: Who;
  /** Devices that are told, those with most attempts first, and all of them. */
  readonly devices: readonly Who[];
  readonly distinct: number;
  /** False when a device tried only once. */
  readonly isAgain: boolean;
}

/** Finds those who keep trying and tells their attempts; locked accounts first. */
export function findRetries(all: TimedAttempts): Retries[] {
  const { client, agent, user } = all.table.columns;
  const refused = refusedIn(all);
  const devices = new PairIds();
  const tries = new PairIds();
  const groupOf = (attempt: number) =>
    tries.idOf(user[attempt] ?? 0, devices.idOf(client[attempt] ?? 0, agent[attempt] ?? 0));
  const attemptsOf = grouped(refused, groupOf, () => tries.size);
  const isLocked = lockedUsers(all, refused);
  const byUser = new Map<number, Uint32Array[]>();
  for (let group = 0; group < tries.size; group++) {
    const account = tries.firstOf(group);
    const own = attemptsOf(group);
    if (account === OTHERS || !(isLocked[account] === 1 || keepsTrying(all, own))) continue;
    const others = byUser.get(account);
    if (others) others.push(own);
    else byUser.set(account, [own]);
  }
  const weightOf = ([account, groups]: [number, Uint32Array[]]) =>
    (isLocked[account] === 1 ? all.table.length : 0) + sizeOf(groups);
  const enough = [...byUser].filter(
    ([account, groups]) => isLocked[account] === 0 || rowsIn(all, groups) >= OF_LOCKED,
  );
  return largest(enough, weightOf, MOST).map(([account, groups]) => {
    const own = joined(groups);
    all.tell(own);
    return {
      ...{ user: all.table.users.nameOf(account), isLockedOut: isLocked[account] === 1 },
      ...{ who: whoOf(all, own), distinct: groups.length },
      isAgain: groups.every((group) => rowsOf(all, group) > 1),
      devices: largest(groups, (group) => rowsOf(all, group), MOST).map((one) => whoOf(all, one)),
    };
  });
}

/** Attempts of people that were refused for the sake of the account, and are not told yet. */
function refusedIn(all: TimedAttempts): Uint32Array {
  const { ending } = all.table.columns;
  const isRefused = all.endingsThat(({ outcome }) => REFUSED.includes(outcome));
  return all.those(
    (attempt) =>
      isRefused[ending[attempt] ?? 0] === 1 && all.isOfPeople(attempt) && all.isTold[attempt] === 0,
  );
}

function lockedUsers(all: TimedAttempts, refused: Uint32Array): Uint8Array {
  const { ending, user } = all.table.columns;
  const isLocked = new Uint8Array(all.table.users.size);
  const hasLock = all.endingsThat(({ article }) => article === LOCKED_OUT);
  for (let i = 0, end = refused.length; i < end; i++) {
    const attempt = refused[i] ?? 0;
    const account = user[attempt] ?? NO_NAME;
    if (account > OTHERS && hasLock[ending[attempt] ?? 0] === 1) isLocked[account] = 1;
  }
  return isLocked;
}

/** Does one device keep trying, for longer and more often than a person would? */
function keepsTrying(all: TimedAttempts, own: Uint32Array): boolean {
  const { client, agent, user, ms, last } = all.table.columns;
  const [first = 0] = own;
  if ((client[first] ?? 0) <= OTHERS || rowsOf(all, own) < FEWEST) return false;
  const name = all.table.agents.nameOf(agent[first] ?? 0);
  if (user[first] === NO_NAME && (name === '' || isBrowser(name))) return false;
  return (last[own.at(-1) ?? 0] ?? NaN) - (ms[first] ?? NaN) >= MINUTES;
}

function rowsOf({ table }: TimedAttempts, own: Uint32Array): number {
  return own.reduce((sum, attempt) => sum + (table.columns.rows[attempt] ?? 0), 0);
}

function rowsIn(all: TimedAttempts, groups: readonly Uint32Array[]): number {
  return groups.reduce((sum, group) => sum + rowsOf(all, group), 0);
}

function sizeOf(groups: readonly Uint32Array[]): number {
  return groups.reduce((sum, group) => sum + group.length, 0);
}

function joined(groups: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(sizeOf(groups));
  let end = 0;
  for (const group of groups) {
    all.set(group, end);
    end += group.length;
  }
  return all;
}
