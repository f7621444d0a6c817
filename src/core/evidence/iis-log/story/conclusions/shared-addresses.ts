/**
 * Addresses that stand for many people: a proxy, a gateway, a terminal server. What the rows of one
 * have in common proves nothing about one person. Only names that were let in count, as anybody can
 * try names. Wrong when one person has many accounts.
 */
import { NO_NAME, OTHERS } from '../../attempts/name-table.ts';
import { PairIds } from './pair-ids.ts';
import { Kind, type TimedAttempts } from './timed-attempts.ts';

/** Users from which on an address is no person's. */
export const MANY_USERS = 10;

export interface SharedAddress {
  readonly client: string;
  /** Names that got in from it. */
  readonly users: number;
}

/** Those with most users first. None where the log has the addresses in front of the proxies. */
export function findShared(all: TimedAttempts): SharedAddress[] {
  const { table } = all;
  if (table.isForwarded) return [];
  const { client, user } = table.columns;
  const named = all.those(
    (attempt) =>
      user[attempt] !== NO_NAME && !all.hasFailed(attempt) && all.kinds[attempt] !== Kind.spray,
  );
  const attempts = new Uint32Array(table.clients.size);
  for (let i = 0, end = named.length; i < end; i++) {
    const address = client[named[i] ?? 0] ?? 0;
    attempts[address] = (attempts[address] ?? 0) + 1;
  }
  const pairs = new PairIds();
  for (let i = 0, end = named.length; i < end; i++) {
    const address = client[named[i] ?? 0] ?? 0;
    if ((attempts[address] ?? 0) >= MANY_USERS) pairs.idOf(address, user[named[i] ?? 0] ?? 0);
  }
  const users = new Uint32Array(table.clients.size);
  for (let pair = 0; pair < pairs.size; pair++) {
    const address = pairs.firstOf(pair);
    users[address] = (users[address] ?? 0) + 1;
  }
  const found: SharedAddress[] = [];
  users.forEach((count, id) => {
    if (id > OTHERS && count >= MANY_USERS)
      found.push({ client: table.clients.nameOf(id), users: count });
  });
  return found.sort((a, b) => b.users - a.users);
}
