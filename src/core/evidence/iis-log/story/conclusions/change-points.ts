/**
 * Since when: everybody, or one resource, account or client, was accepted until a time and not after
 * it. Also an outage that has ended, and a fault that was mended.
 *
 *     09:59:10 /app 10.2.0.60 accepted
 *     10:00:10 /app 10.2.0.1  refused, and so is everybody else from then on
 *
 * Claimed only when both sides have enough attempts, nearly all of the one side were accepted, two
 * thirds of the other failed in the same way, and such a run of failures would arise by chance in less
 * than one log of a thousand. For all clients the run must be of several, and most of them known from
 * before: after work, a scanner may be all that is left. Wrong when the clients before the change are
 * not those after it.
 *
 * Attempts begin with a 401, so a client that goes on over an authenticated connection is not seen.
 */
import { chanceOfRun } from './chance.ts';
import { largest } from './groups.ts';
import { longestRuns, type Run } from './longest-runs.ts';
import { areWhereAccepted, isOfKnownClients } from './same-people.ts';
import type { TimedAttempts } from './timed-attempts.ts';
import { type Who, whoOf } from './who.ts';

/** Tries in the run, and accepted attempts beside it, from which on a change is claimed. */
const FEWEST = 5;
/** Failures beside the run, as a share of what was accepted there. */
const EXCEPTIONS = 0.2;
/** Share of the run that failed in the same way. */
const SAME = 2 / 3;
/** How likely the run may be by chance. */
const CHANCE = 0.001;
/** Clients that a change of the server, or of one resource, must have met. */
const CLIENTS = 5;
const CLIENTS_AT_RESOURCE = 3;
/** Changes told. */
const MOST = 3;
/** Runs of one kind that are looked at, the longest first: each takes a walk. */
const LOOKED_AT = 10;

const COLUMN = { resources: 'resource', users: 'user', clients: 'client' } as const;
type NameKind = keyof typeof COLUMN;

export interface Change {
  readonly of: 'everybody' | NameKind;
  /** The resource, account or client. */
  readonly name: string;
  readonly run: Run;
  /** Who failed in the run. */
  readonly who: Who;
  /** Who was accepted before it, or after it where nobody was before. */
  readonly accepted: Who;
  /** Attempts that failed beside the run. */
  readonly exceptions: number;
}

/** Finds the changes and tells their attempts. `isWhole`: the attempts are those of all clients. */
export function findChanges(all: TimedAttempts, isWhole: boolean): Change[] {
  const found: Change[] = [];
  if (!all.isFailed.includes(1)) return found;
  const look = (of: Change['of']) => {
    const ids = of === 'everybody' ? undefined : all.table.columns[COLUMN[of]];
    const size = of === 'everybody' ? 1 : all.table[of].size;
    const runs = longestRuns(all, ids, size);
    const clear = runs.filter((run) => isClear(run, runs.length));
    for (const run of largest(clear, ({ tries }) => tries, LOOKED_AT)) {
      if (found.length === MOST) return;
      const failed = failuresOf(all, run, ids);
      const change = changeOf(all, of, run, failed, ids);
      if (!change) continue;
      all.tell(failed);
      found.push(change);
    }
  };
  if (isWhole) look('everybody');
  look('resources');
  look('users');
  look('clients');
  return found;
}

/** `names` is how many names were looked at: among many, a rare run is no surprise. */
function isClear(run: Run, names: number): boolean {
  const { tries, before, after, failed, total } = run;
  const accepted = before + after;
  const isEnded = before > 0 && after > 0;
  if (tries < FEWEST || accepted < (isEnded ? 2 * FEWEST : FEWEST)) return false;
  if (failed - tries > EXCEPTIONS * accepted) return false;
  const places = isEnded ? total - tries + 1 : 2;
  return chanceOfRun(tries, failed, total, places * names) < CHANCE;
}

/** The attempts of the run. */
function failuresOf(all: TimedAttempts, { id, from, to }: Run, ids?: Uint32Array): Uint32Array {
  const { ms } = all.table.columns;
  return all.those((attempt) => {
    const at = ms[attempt] ?? NaN;
    const isInRun = at >= from && at <= to && (ids === undefined || ids[attempt] === id);
    return (
      isInRun && all.isOfPeople(attempt) && all.hasFailed(attempt) && all.isTold[attempt] === 0
    );
  });
}

/** The accepted attempts that the run is compared with. */
function acceptedBeside(all: TimedAttempts, { id, before, from }: Run, ids?: Uint32Array) {
  const { ms } = all.table.columns;
  return all.those((attempt) => {
    const isOwn = ids === undefined || ids[attempt] === id;
    if (!isOwn || !all.isOfPeople(attempt) || all.hasFailed(attempt)) return false;
    return before === 0 || (ms[attempt] ?? NaN) <= from;
  });
}

/** The change, unless it is of too few clients to be one of the server or of a resource. */
function changeOf(
  all: TimedAttempts,
  of: Change['of'],
  run: Run,
  failed: Uint32Array,
  ids: Uint32Array | undefined,
): Change | undefined {
  const accepted = acceptedBeside(all, run, ids);
  const change: Change = {
    ...{ of, run, exceptions: run.failed - run.tries },
    name: of === 'everybody' ? '' : all.table[of].nameOf(run.id),
    who: whoOf(all, failed),
    accepted: whoOf(all, accepted),
  };
  const { who } = change;
  // One change has one effect; causes of all kinds in a row are chance.
  if (who.endings < SAME * who.attempts) return undefined;
  if (of === 'users' || of === 'clients') {
    // One long attempt between others may be a slip; after all others it is the end.
    const isEnough = run.after === 0 || who.attempts >= FEWEST;
    return isEnough && areWhereAccepted(all, failed, accepted) ? change : undefined;
  }
  const isBroad = of === 'resources' || change.accepted.clients >= CLIENTS;
  if (!isBroad || who.clients < (of === 'resources' ? CLIENTS_AT_RESOURCE : CLIENTS)) {
    return undefined;
  }
  return isOfKnownClients(all, who, failed, accepted) ? change : undefined;
}
