/** Failed attempts by the way they ended: who met each, as whom and where. */
import type { AttemptTable } from '../attempts/attempt-table.ts';
import type { Ending } from '../attempts/endings.ts';
import { NO_NAME } from '../attempts/name-table.ts';

/** Ways to end that are told one by one, most frequent first. */
const TOLD = 3;

export interface Failures {
  readonly attempts: number;
  /** Milliseconds since 1970 of the first and the last one; NaN when none has a time. */
  readonly first: number;
  readonly last: number;
  /** Ways to end, the ones told and all others. */
  readonly ways: number;
  readonly groups: readonly (Ending & { attempts: number } & Names)[];
  readonly all: Names;
}

/** Distinct names, and the first of each kind. Names past the table's limit count as one. */
interface Names {
  clients: number;
  clientNames: string[];
  users: number;
  userNames: string[];
  resources: number;
  uris: string[];
}

/** `failed` are the attempts that were not accepted, `counts` says how many ended in each way. */
export function failuresOf(
  table: AttemptTable,
  failed: Uint32Array,
  counts: Uint32Array,
): Failures {
  const { ending, ms } = table.columns;
  let first = NaN;
  let last = NaN;
  for (const attempt of failed) {
    const at = ms[attempt] ?? NaN;
    if (!(at >= first)) first = Number.isNaN(at) ? first : at;
    if (!(at <= last)) last = Number.isNaN(at) ? last : at;
  }
  const ways = [...counts.keys()].filter((way) => (counts[way] ?? 0) > 0);
  ways.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const told = ways.slice(0, TOLD);
  return {
    ...{ attempts: failed.length, first, last, ways: ways.length },
    all: namesOf(table, failed),
    groups: told.flatMap((way) => {
      const found = table.endings.list[way];
      if (!found) return [];
      const own = failed.filter((attempt) => ending[attempt] === way);
      return { ...found, attempts: own.length, ...namesOf(table, own) };
    }),
  };
}

function namesOf(
  { columns, clients, users, resources }: AttemptTable,
  attempts: Uint32Array,
): Names {
  const client = distinct(columns.client, attempts, clients.size);
  const user = distinct(columns.user, attempts, users.size);
  const resource = distinct(columns.resource, attempts, resources.size);
  return {
    clients: client.count,
    clientNames: client.first === NO_NAME ? [] : [clients.nameOf(client.first)],
    users: user.count,
    userNames: user.first === NO_NAME ? [] : [users.nameOf(user.first)],
    resources: resource.count,
    uris: resource.first === NO_NAME ? [] : [resources.nameOf(resource.first)],
  };
}

function distinct(ids: Uint32Array, attempts: Uint32Array, size: number) {
  const seen = new Uint8Array(size);
  let first = NO_NAME;
  let count = 0;
  for (const attempt of attempts) {
    const id = ids[attempt] ?? NO_NAME;
    if (id === NO_NAME || seen[id] === 1) continue;
    seen[id] = 1;
    if (count++ === 0) first = id;
  }
  return { first, count };
}
