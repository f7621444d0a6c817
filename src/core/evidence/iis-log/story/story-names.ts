/**
 * Clients, users or resources of some attempts: how many there are, and those that failed most. What a
 * health probe or a preflight met does not put a name first.
 */
import type { Outcome, StoryNames } from '../../../contract/decoded.ts';
import type { AttemptTable } from '../attempts/attempt-table.ts';
import { NO_NAME, OTHERS } from '../attempts/name-table.ts';
import { isAcceptedOutcome } from '../attempts/outcome-words.ts';
import { Kind, type TimedAttempts } from './conclusions/timed-attempts.ts';

export type NameKind = 'clients' | 'users' | 'resources';

const TOP = 10;
const COLUMN = { clients: 'client', users: 'user', resources: 'resource' } as const;

export function topNames(told: TimedAttempts, kind: NameKind): StoryNames {
  const { table, order: attempts } = told;
  const names = table[kind];
  const ids = table.columns[COLUMN[kind]];
  const count = attempts.length;
  const all = new Uint32Array(names.size);
  const failed = new Uint32Array(names.size);
  const grave = new Uint32Array(names.size);
  for (let i = 0; i < count; i++) {
    const attempt = attempts[i] ?? 0;
    const id = ids[attempt] ?? 0;
    all[id] = (all[id] ?? 0) + 1;
    if (!told.hasFailed(attempt)) continue;
    failed[id] = (failed[id] ?? 0) + 1;
    const kind = told.kinds[attempt];
    if (kind === Kind.people || kind === Kind.spray) grave[id] = (grave[id] ?? 0) + 1;
  }
  const { distinct, top } = topOf(all, grave);
  const outcomes = mainOutcomes(table, attempts, ids, top, failed);
  return {
    distinct,
    ...((all[OTHERS] ?? 0) > 0 && { more: true }),
    top: top.map((id, i) => ({
      name: names.nameOf(id),
      attempts: all[id] ?? 0,
      failed: failed[id] ?? 0,
      outcome: outcomes[i] ?? 'unclassified',
    })),
  };
}

/** Ids with attempts, counted; the ten that failed most, of equal ones the earliest in the log. */
function topOf(all: Uint32Array, grave: Uint32Array) {
  const isBefore = (a: number, b: number) => {
    const more = (grave[a] ?? 0) - (grave[b] ?? 0) || (all[a] ?? 0) - (all[b] ?? 0);
    return more > 0;
  };
  const top: number[] = [];
  let distinct = 0;
  for (let id = OTHERS + 1; id < all.length; id++) {
    if (all[id] === 0) continue;
    distinct++;
    const last = top.at(-1);
    if (top.length === TOP && last !== undefined && !isBefore(id, last)) continue;
    const place = top.findIndex((other) => isBefore(id, other));
    top.splice(place < 0 ? top.length : place, 0, id);
    if (top.length > TOP) top.pop();
  }
  return { distinct, top };
}

/** The most frequent outcome of each name, among the failed attempts where there are any. */
function mainOutcomes(
  table: AttemptTable,
  attempts: Uint32Array,
  ids: Uint32Array,
  top: readonly number[],
  failed: Uint32Array,
): (Outcome | undefined)[] {
  const endings = table.endings.list;
  const { ending } = table.columns;
  const slots = new Uint8Array(failed.length);
  top.forEach((id, i) => (slots[id] = i + 1));
  const count = attempts.length;
  const counts = new Uint32Array((top.length + 1) * endings.length);
  for (let i = 0; i < count; i++) {
    const attempt = attempts[i] ?? 0;
    const slot = slots[ids[attempt] ?? NO_NAME] ?? 0;
    if (slot === 0) continue;
    const cell = slot * endings.length + (ending[attempt] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return top.map((id, i) => {
    const sums = new Map<Outcome, number>();
    endings.forEach(({ outcome }, at) => {
      if ((failed[id] ?? 0) > 0 && isAcceptedOutcome(outcome)) return;
      const found = counts[(i + 1) * endings.length + at] ?? 0;
      sums.set(outcome, (sums.get(outcome) ?? 0) + found);
    });
    return [...sums].reduce((best, one) => (one[1] > best[1] ? one : best), NOTHING)[0];
  });
}

const NOTHING: [Outcome | undefined, number] = [undefined, 0];
