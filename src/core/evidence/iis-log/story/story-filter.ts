/** Which attempts a story is told of. */
import type { Outcome } from '../../../contract/decoded.ts';
import type { AttemptTable } from '../attempts/attempt-table.ts';
import type { Names } from '../attempts/name-table.ts';
import { momentOf } from './moment.ts';

/** Every list narrows the attempts to those with one of its values; the empty name means "none". */
export interface StoryFilter {
  readonly outcomes?: readonly Outcome[];
  readonly clients?: readonly string[];
  readonly users?: readonly string[];
  readonly resources?: readonly string[];
  /** Milliseconds since 1970: from the first, to before the second. */
  readonly from?: number;
  readonly to?: number;
}

/** True when the filter lets every attempt through. */
export function isOpen(filter: StoryFilter): boolean {
  return Object.values(filter).every((part) => part === undefined);
}

/** The attempts that pass, in the order of the table. Linear in its length. */
export function matching(table: AttemptTable, filter: StoryFilter): Uint32Array {
  const { from = -Infinity, to = Infinity } = filter;
  const { ending, ms, client, user, resource } = table.columns;
  const hasTime = filter.from !== undefined || filter.to !== undefined;
  const endings = outcomeMask(table, filter.outcomes);
  const clients = nameMask(table.clients, filter.clients);
  const users = nameMask(table.users, filter.users);
  const resources = nameMask(table.resources, filter.resources);
  const found = new Uint32Array(table.length);
  let length = 0;
  for (let i = 0; i < table.length; i++) {
    if (endings?.[ending[i] ?? 0] === 0) continue;
    if (clients?.[client[i] ?? 0] === 0) continue;
    if (users?.[user[i] ?? 0] === 0) continue;
    if (resources?.[resource[i] ?? 0] === 0) continue;
    // Written so that NaN, the time of a row without one, lies in no range.
    const at = momentOf(ms[i] ?? NaN);
    if (hasTime && !(at >= from && at < to)) continue;
    found[length++] = i;
  }
  return found.subarray(0, length);
}

function outcomeMask(table: AttemptTable, wanted?: readonly Outcome[]): Uint8Array | undefined {
  if (!wanted) return undefined;
  return Uint8Array.from(table.endings.list, ({ outcome }) => (wanted.includes(outcome) ? 1 : 0));
}

function nameMask(names: Names, wanted?: readonly string[]): Uint8Array | undefined {
  if (!wanted) return undefined;
  const mask = new Uint8Array(names.size);
  for (const name of wanted) {
    const id = names.find(name);
    if (id !== undefined) mask[id] = 1;
  }
  return mask;
}
