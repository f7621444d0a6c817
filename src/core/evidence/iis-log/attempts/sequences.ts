/**
 * Attempts with one outcome and one article, counted together: what the page says in a sentence. Told
 * from the table of attempts, when the log is over.
 */
import { articlePath } from '../../../articles.ts';
import type { Sequence } from '../../../contract/decoded.ts';
import type { AttemptTable } from './attempt-table.ts';
import { NOT_KEPT } from './attempt-table.ts';
import type { RowPlace } from './kept-rows.ts';
import { type Names, NO_NAME } from './name-table.ts';
import { isoTime } from '../rows/time.ts';

/** Names kept per group; the page and the findings show fewer. */
const NAMES = 5;
/** Rows of further attempts kept as evidence. */
const OTHERS = 40;

/** Endings with one outcome and one article, and their attempts in the order of the log. */
export interface Group {
  readonly endings: readonly number[];
  readonly attempts: readonly number[] | Uint32Array;
  readonly count: number;
  readonly rows: number;
}

/** The rows of an attempt, in the order of the log; none when they are not kept. */
export type RowsOf = (attempt: number) => readonly RowPlace[];

/** The groups, most frequent first. Linear in the table. */
export function groupsOf(table: AttemptTable): Group[] {
  const { list } = table.endings;
  const byName = new Map<string, number[]>();
  list.forEach(({ outcome, article }, id) => {
    if (table.endings.totalsOf(id).attempts === 0) return;
    const key = `${outcome} ${article}`;
    byName.set(key, [...(byName.get(key) ?? []), id]);
  });
  const groups = [...byName.values()];
  const groupOf = new Uint16Array(list.length);
  groups.forEach((ids, group) => {
    for (const id of ids) groupOf[id] = group;
  });
  const sizes = new Uint32Array(groups.length);
  for (let at = 0; at < table.length; at++) count(sizes, groupOf[table.columns.ending[at] ?? 0]);
  const attempts = Array.from(sizes, (size) => new Uint32Array(size));
  sizes.fill(0);
  for (let at = 0; at < table.length; at++) {
    const group = groupOf[table.columns.ending[at] ?? 0] ?? 0;
    const own = attempts[group];
    if (own) own[count(sizes, group)] = at;
  }
  return groups
    .map((endings, group) => ({ endings, attempts: attempts[group] ?? [], ...sum(table, endings) }))
    .sort((a, b) => b.count - a.count || firstOf(table, a) - firstOf(table, b));
}

/** Adds one, and gives the number before. */
function count(sizes: Uint32Array, group = 0): number {
  const before = sizes[group] ?? 0;
  sizes[group] = before + 1;
  return before;
}

function sum({ endings }: AttemptTable, ids: readonly number[]) {
  const totals = ids.map((id) => endings.totalsOf(id));
  return {
    count: totals.reduce((all, { attempts }) => all + attempts, 0),
    rows: totals.reduce((all, { rows }) => all + rows, 0),
  };
}

/** Where the first attempt of a group begins. */
const firstOf = ({ columns: { place } }: AttemptTable, { attempts }: Group): number =>
  least(place, attempts);

/** The first attempt of a group whose rows are kept. */
export function exampleOf(table: AttemptTable, { attempts }: Group): number | undefined {
  return attempts.find((at) => table.columns.kept[at] !== NOT_KEPT) ?? attempts[0];
}

/** A group as it is told. `indexOf` finds a row among the entries, by its place. */
export function sequenceOf(
  table: AttemptTable,
  group: Group,
  rowsOf: RowsOf,
  indexOf: ReadonlyMap<number, number>,
): Sequence | undefined {
  const { attempts } = group;
  const example = exampleOf(table, group);
  const { columns, endings } = table;
  const ending = endings.list[columns.ending[example ?? -1] ?? group.endings[0] ?? 0];
  if (!ending) return undefined;
  const indices = (rows: readonly RowPlace[]) =>
    rows.flatMap(({ place }) => indexOf.get(place) ?? []);
  const others = [...attempts.slice(0, OTHERS + 1)].filter((at) => at !== example);
  const clients = namesOf(table.clients, columns.client, attempts);
  const isSomeoneUnnamed = clients.hasUnnamed ? 1 : 0;
  const users = namesOf(table.users, columns.user, attempts);
  const resources = namesOf(table.resources, columns.resource, attempts);
  return {
    outcome: ending.outcome,
    ...{ count: group.count, rows: group.rows, clients: clients.distinct + isSomeoneUnnamed },
    article: articlePath(ending.article),
    example: indices(example === undefined ? [] : rowsOf(example)),
    ...{ clientNames: clients.first, userNames: users.first, uris: resources.first },
    ...{ users: users.distinct, resources: resources.distinct },
    others: indices(others.flatMap((at) => rowsOf(at).findLast(isRefusal) ?? [])),
    ...timed('first', least(columns.ms, attempts), table.zone),
    ...timed('last', most(columns.last, attempts), table.zone),
    ...(ending.win32 !== undefined && { win32: ending.win32 }),
    ...(ending.substatus !== undefined && { substatus: ending.substatus }),
  };
}

const isRefusal = ({ status }: RowPlace): boolean => status === 401;

/** Distinct names, and the first few. */
function namesOf(names: Names, ids: Uint32Array, attempts: Group['attempts']) {
  const seen = new Uint8Array(names.size);
  const first: string[] = [];
  let distinct = 0;
  for (const at of attempts) {
    const id = ids[at] ?? NO_NAME;
    if (seen[id] === 1) continue;
    seen[id] = 1;
    if (id === NO_NAME) continue;
    distinct++;
    const name = names.nameOf(id);
    if (name !== '' && first.length < NAMES) first.push(name);
  }
  return { distinct, first, hasUnnamed: seen[NO_NAME] === 1 };
}

function least(times: Float64Array, attempts: Group['attempts']): number {
  let found = NaN;
  for (const at of attempts) {
    const time = times[at] ?? NaN;
    if (!(time >= found) && !Number.isNaN(time)) found = time;
  }
  return found;
}

function most(times: Float64Array, attempts: Group['attempts']): number {
  let found = NaN;
  for (const at of attempts) {
    const time = times[at] ?? NaN;
    if (!(time <= found) && !Number.isNaN(time)) found = time;
  }
  return found;
}

function timed<K extends 'first' | 'last'>(
  name: K,
  ms: number,
  zone: AttemptTable['zone'],
): Partial<Record<K, string>> {
  return (Number.isNaN(ms) ? {} : { [name]: isoTime(ms, zone) }) as Partial<Record<K, string>>;
}
