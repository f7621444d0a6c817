/**
 * Which attempt of a client a row belongs to, as tables: after which last row a 401 of one kind goes
 * on with an attempt, and which attempt an accepted request ends.
 */
import type { Pending } from './attempt.ts';
import type { Leg } from './leg-of-401.ts';
import type { Step } from './attempt-step.ts';

/** An attempt without a further row for so long has ended: time enough to type a password. */
const IDLE_MS = 120_000;
/** Rows are written when the answer is complete, so neighbours may change places in one second. */
const SWAPPED_MS = 1_000;

/** Legs of one handshake follow each other within this, a busy server included. */
const FRESH_MS = 5_000;

/** For a 401 of each kind: after which last row of an attempt it may go on with that attempt. */
const GOES_ON_AFTER: Readonly<Record<Leg, readonly (readonly Leg[])[]>> = {
  // A request without credentials begins anew, except for one that tries again after a refusal.
  challenge: [['refusal', 'access']],
  handshake: [['challenge', 'refusal', 'access']],
  refusal: [['handshake'], ['challenge'], ['refusal']],
  access: [['handshake'], ['challenge'], ['access']],
  application: [['handshake']],
  other: [['handshake']],
  plain: [],
};

/** Which attempt an accepted request ends: the one that had come furthest. */
const ENDS: readonly (readonly Leg[])[] = [
  ['handshake'],
  ['refusal', 'access'],
  ['challenge'],
  ['plain'],
  ['application', 'other'],
];

/** The attempt that a 401 goes on with; undefined when it begins one. */
export function attemptOf<R extends Step>(
  list: readonly Pending<R>[],
  leg: Leg,
  row: Step,
): Pending<R> | undefined {
  return nearest(list, GOES_ON_AFTER[leg], row) ?? joinOther(list, leg, row);
}

/** The attempt that an accepted request ends. */
export function endedBy<R extends Step>(
  list: readonly Pending<R>[],
  row: Step,
): Pending<R> | undefined {
  return nearest(list, ENDS, row);
}

/** Attempts whose last row is fresh come first: programs answer at once, people need a while. */
function nearest<R extends Step>(
  list: readonly Pending<R>[],
  groups: readonly (readonly Leg[])[],
  row: Step,
): Pending<R> | undefined {
  const since = row.ms === undefined ? undefined : row.ms - (row.timeTaken ?? 0) - FRESH_MS;
  return find(list, groups, since) ?? find(list, groups);
}

/** The newest attempt whose last row is in the first group that has any, and not before `since`. */
function find<R extends Step>(
  list: readonly Pending<R>[],
  groups: readonly (readonly Leg[])[],
  since = -Infinity,
): Pending<R> | undefined {
  if (list.length === 0) return undefined;
  for (const group of groups) {
    for (let i = list.length - 1; i >= 0; i--) {
      const pending = list[i];
      if (pending && group.includes(pending.last) && (pending.ms ?? since) >= since) return pending;
    }
  }
  return undefined;
}

/** What the table cannot say, as it takes the time or the name in the row, too. */
function joinOther<R extends Step>(
  list: readonly Pending<R>[],
  leg: Leg,
  row: Step,
): Pending<R> | undefined {
  const newest = list.at(-1);
  if (!newest) return undefined;
  // Refused after the logon: the name proves that the challenge before it was answered.
  if ((leg === 'application' || leg === 'other') && row.user) return find(list, [['challenge']]);
  const begun = newest.refusals.some((refusal) => refusal.leg === 'challenge');
  if (leg === 'handshake' && newest.last === 'handshake' && begun) return newest;
  if (leg === 'challenge' && newest.last === 'handshake' && !begun) {
    return isWithin(newest, row, SWAPPED_MS) ? newest : undefined;
  }
  const once = newest.refusals.length === 1;
  return leg === 'plain' && newest.last === 'plain' && once && isWithin(newest, row, SWAPPED_MS * 2)
    ? newest
    : undefined;
}

function isWithin(pending: Pending, row: Step, ms: number): boolean {
  return row.ms === undefined || pending.ms === undefined || Math.abs(row.ms - pending.ms) <= ms;
}

/** Had the attempt ended before this row's request began? */
export function isOver(pending: Pending, row: Step): boolean {
  const start = row.ms === undefined ? undefined : row.ms - (row.timeTaken ?? 0);
  if (start === undefined || pending.ms === undefined) return false;
  return start - pending.ms > IDLE_MS || pending.ms - (row.ms ?? start) > IDLE_MS;
}
