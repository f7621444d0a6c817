/** Who is behind some attempts, where, when, and how most of them ended. */
import type { Ending } from '../../attempts/endings.ts';
import { NO_NAME } from '../../attempts/name-table.ts';
import type { TimedAttempts } from './timed-attempts.ts';

/** Names past the table's limit count as one. */
export interface Who {
  readonly attempts: number;
  /** Rows of 401 in them. */
  readonly refusals: number;
  /** Distinct names, and the first of each kind. */
  readonly clients: number;
  readonly clientNames: string[];
  readonly users: number;
  readonly userNames: string[];
  readonly resources: number;
  readonly uris: string[];
  readonly agents: number;
  readonly agentNames: string[];
  /** Milliseconds since 1970: the start of the first, that of the last, and the last row of all. */
  readonly first: number;
  readonly lastStart: number;
  readonly last: number;
  /** The most frequent way to end, and how many of the attempts ended so. */
  readonly ending: Ending | undefined;
  readonly endings: number;
  /** True when all have the same outcome, whatever their codes are. */
  readonly isOneOutcome: boolean;
}

export function whoOf(all: TimedAttempts, attempts: Uint32Array): Who {
  const { columns, clients, users, resources, agents } = all.table;
  const client = distinct(columns.client, attempts, clients.size);
  const user = distinct(columns.user, attempts, users.size);
  const resource = distinct(columns.resource, attempts, resources.size);
  const agent = distinct(columns.agent, attempts, agents.size);
  const named = (names: { nameOf(id: number): string }, id: number) =>
    id === NO_NAME ? [] : [names.nameOf(id)];
  return {
    attempts: attempts.length,
    ...{ clients: client.count, clientNames: named(clients, client.first) },
    ...{ users: user.count, userNames: named(users, user.first) },
    ...{ resources: resource.count, uris: named(resources, resource.first) },
    ...{ agents: agent.count, agentNames: named(agents, agent.first) },
    ...totalsOf(all, attempts),
    ...mainEnding(all, attempts),
  };
}

/** Distinct ids among some attempts, and the first of them. */
export function distinct(
  ids: Uint32Array,
  attempts: Uint32Array,
  size: number,
): { first: number; count: number; seen: Uint8Array } {
  const seen = new Uint8Array(size);
  let first: number = NO_NAME;
  let count = 0;
  for (let i = 0, end = attempts.length; i < end; i++) {
    const id = ids[attempts[i] ?? 0] ?? NO_NAME;
    if (id === NO_NAME || seen[id] === 1) continue;
    seen[id] = 1;
    if (count++ === 0) first = id;
  }
  return { first, count, seen };
}

function totalsOf({ table, isFailed }: TimedAttempts, attempts: Uint32Array) {
  const { ms, last: ends, rows } = table.columns;
  let [first, lastStart, last, refusals] = [Infinity, -Infinity, -Infinity, 0];
  for (let i = 0, end = attempts.length; i < end; i++) {
    const attempt = attempts[i] ?? 0;
    // The last row of an accepted attempt is the answer that let the client in.
    refusals += (rows[attempt] ?? 0) - 1 + (isFailed[attempt] ?? 0);
    const start = ms[attempt] ?? NaN;
    const end = ends[attempt] ?? NaN;
    if (start < first) first = start;
    if (start > lastStart) lastStart = start;
    if (end > last) last = end;
  }
  if (first > lastStart) return { refusals, first: NaN, lastStart: NaN, last: NaN };
  return { refusals, first, lastStart, last: Math.max(last, lastStart) };
}

function mainEnding({ table }: TimedAttempts, attempts: Uint32Array) {
  const counts = new Uint32Array(table.endings.list.length);
  const { ending } = table.columns;
  let most = 0;
  for (let i = 0, end = attempts.length; i < end; i++) {
    const way = ending[attempts[i] ?? 0] ?? 0;
    counts[way] = (counts[way] ?? 0) + 1;
    if ((counts[way] ?? 0) > (counts[most] ?? 0)) most = way;
  }
  const { list } = table.endings;
  const isOneOutcome = list.every(
    ({ outcome }, way) => counts[way] === 0 || outcome === list[most]?.outcome,
  );
  return { ending: list[most], endings: counts[most] ?? 0, isOneOutcome };
}
