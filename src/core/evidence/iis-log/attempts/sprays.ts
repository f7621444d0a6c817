/**
 * Password sprays: many names tried from one address, mostly refused.
 *
 *     CONTOSO\u0  203.0.113.7  401 1 1326
 *     CONTOSO\u1  203.0.113.7  401 1 1326
 *     ...
 *
 * Seen only where the log names who was refused. Wrong for a gateway that passes on the logons of many
 * users at a time when all of them are refused.
 */
import type { Outcome } from '../../../contract/decoded.ts';
import type { AttemptTable } from './attempt-table.ts';
import { NO_NAME } from './name-table.ts';
import { isAcceptedOutcome } from './outcome-words.ts';
import { Users } from './users.ts';

/** So many names refused within so long, and so many times as many as were let in. */
export const SPRAYED_NAMES = 5;
export const SPRAY_MS = 60 * 60_000;
export const TIMES_LET_IN = 2;

const REFUSED: ReadonlySet<Outcome> = new Set(['refused', 'prompt-loop']);
const TRIED: ReadonlySet<Outcome> = new Set([...REFUSED, 'account-state']);

/** Attempts of one address, or of one program there, by time. */
type Group = number[];

/** Gives the attempts of sprays their outcome. Linear in the table, but for sorting what is suspect. */
export function markSprays(table: AttemptTable): void {
  const users = new Users(table.users);
  const { client, agent } = table.columns;
  const agents = table.agents.size;
  const byProgram = (at: number) => (client[at] ?? 0) * agents + (agent[at] ?? 0);
  const byAddress = (at: number) => client[at] ?? 0;
  for (const keyOf of [byProgram, byAddress]) {
    for (const group of suspects(table, keyOf)) markIn(table, users, group);
  }
}

/** Groups with as many refused names as a spray has. */
function suspects(table: AttemptTable, keyOf: (at: number) => number): Group[] {
  const { ending, user } = table.columns;
  const isTried = table.endings.list.map(({ outcome }) => TRIED.has(outcome));
  const names = new Map<number, Set<number>>();
  for (let at = 0; at < table.length; at++) {
    const name = user[at] ?? NO_NAME;
    if (name === NO_NAME || !isTried[ending[at] ?? 0]) continue;
    const key = keyOf(at);
    const known = names.get(key);
    if (known) known.add(name);
    else names.set(key, new Set([name]));
  }
  const groups = new Map<number, Group>();
  for (const [key, found] of names) if (found.size >= SPRAYED_NAMES) groups.set(key, []);
  if (groups.size === 0) return [];
  for (let at = 0; at < table.length; at++) {
    if (user[at] !== NO_NAME) groups.get(keyOf(at))?.push(at);
  }
  return [...groups.values()];
}

function markIn(table: AttemptTable, users: Users, group: Group): void {
  const { ending, ms, user } = table.columns;
  const { list } = table.endings;
  const timeOf = (at: number) => ms[at] ?? NaN;
  const personOf = (at: number) =>
    users.personOf(users.idOf(table.users.nameOf(user[at] ?? NO_NAME)));
  group.sort((a, b) => timeOf(a) - timeOf(b) || a - b);
  const tried = new Counts();
  const letIn = new Counts();
  let from = 0;
  const count = (at: number, by: number) => {
    const { outcome } = list[ending[at] ?? 0] ?? { outcome: 'unclassified' as const };
    if (isAcceptedOutcome(outcome)) letIn.add(personOf(at), by);
    else if (TRIED.has(outcome)) tried.add(personOf(at), by);
  };
  const marked = new Set<number>();
  group.forEach((at, i) => {
    count(at, 1);
    for (; timeOf(at) - timeOf(group[from] ?? at) > SPRAY_MS; from++) count(group[from] ?? at, -1);
    if (tried.size < SPRAYED_NAMES || tried.size < TIMES_LET_IN * letIn.size) return;
    for (let j = marked.has(group[i - 1] ?? -1) ? i : from; j <= i; j++) marked.add(group[j] ?? at);
  });
  for (const at of marked) {
    const { outcome, ...codes } = list[ending[at] ?? 0] ?? { outcome: 'unclassified' as const };
    if (!REFUSED.has(outcome)) continue;
    table.endings.move(ending[at] ?? 0, -1, table.columns.rows[at] ?? 0);
    ending[at] = table.endings.idOf({
      ...codes,
      outcome: 'password-spray',
      article: 'account-lockout-from-iis',
    });
    table.endings.move(ending[at], 1, table.columns.rows[at] ?? 0);
  }
}

/** How often each is there. */
class Counts {
  readonly #counts = new Map<number, number>();

  get size(): number {
    return this.#counts.size;
  }

  add(key: number, by: number): void {
    const count = (this.#counts.get(key) ?? 0) + by;
    if (count === 0) this.#counts.delete(key);
    else this.#counts.set(key, count);
  }
}
