/**
 * What the attempts say as a whole: what is broken, for whom and since when, the gravest first; then
 * what is set aside; then what is healthy. Each step tells the attempts that none before it has told,
 * so that every failure is counted in one sentence only.
 *
 * A password spray goes first: it is an attack. A change explains what comes after it, for everybody
 * or for one name; a device that keeps trying explains its own attempts; what is left is told by the
 * way it ended, compared with everybody else.
 */
import type { AttemptTable } from '../../attempts/attempt-table.ts';
import { type Change, findChanges } from './change-points.ts';
import { findPreflights } from './preflights.ts';
import { findProbes, type Probes } from './probes.ts';
import { findRetries, type Retries } from './retries.ts';
import { findShared, type SharedAddress } from './shared-addresses.ts';
import { findSprays, type Sprays } from './sprays.ts';
import { TimedAttempts } from './timed-attempts.ts';
import { type Failures, findFailing } from './who-fails.ts';
import type { Who } from './who.ts';

export interface Conclusions {
  readonly all: TimedAttempts;
  readonly sprays: Sprays;
  readonly changes: readonly Change[];
  readonly retries: readonly Retries[];
  readonly failures: Failures;
  readonly probes: Probes;
  readonly preflights: Who | undefined;
  readonly shared: readonly SharedAddress[];
}

/** What may be concluded of the attempts that a filter lets through. */
export interface Chosen {
  /** Accepted attempts are among them as well as failed ones. */
  readonly hasAllOutcomes: boolean;
  /** Those of all clients and users are. */
  readonly hasEverybody: boolean;
}

export function conclude(table: AttemptTable, attempts: Uint32Array, chosen: Chosen): Conclusions {
  const all = new TimedAttempts(table, attempts);
  const { hasAllOutcomes, hasEverybody } = chosen;
  const sprays = hasAllOutcomes ? findSprays(all) : { told: [], others: 0 };
  const preflights = findPreflights(all);
  const probes = hasAllOutcomes ? findProbes(all) : { told: [], others: 0 };
  const shared = hasAllOutcomes ? findShared(all) : [];
  const changes = hasAllOutcomes ? findChanges(all, hasEverybody) : [];
  const retries = hasAllOutcomes ? findRetries(all) : [];
  const failures = findFailing(all, shared);
  return { all, sprays, changes, retries, failures, probes, preflights, shared };
}

const known = new WeakMap<AttemptTable, Conclusions>();

/** The conclusions on a log as a whole, once its table is finished. */
export function conclusionsOn(table: AttemptTable): Conclusions {
  const found = known.get(table);
  if (found?.all.order.length === table.length) return found;
  const attempts = Uint32Array.from({ length: table.length }, (_, attempt) => attempt);
  const made = conclude(table, attempts, { hasAllOutcomes: true, hasEverybody: true });
  known.set(table, made);
  return made;
}
