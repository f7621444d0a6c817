/** What is healthy: attempts that ended well, and how long people took where they were asked. */
import type { TimedAttempts } from './timed-attempts.ts';

export interface Healthy {
  /** Attempts that were accepted, and rows of 401 in them. */
  readonly accepted: number;
  readonly healthyRefusals: number;
  /** Rows of 401 in all attempts of the story. */
  readonly refusals: number;
  /** How long each of those took that ended well only after a pause or a refusal; shortest first. */
  readonly pauses: Float64Array;
}

/** All accepted attempts but those of a password spray, which are no good sign. */
export function healthyOf(all: TimedAttempts, refusals: number): Healthy {
  const { ending, ms, last, rows } = all.table.columns;
  const isPrompted = all.endingsThat(({ outcome }) => outcome === 'accepted-after-prompt');
  const accepted = all.those((attempt) => !all.hasFailed(attempt) && all.isOfPeople(attempt));
  const prompted = accepted.filter((attempt) => isPrompted[ending[attempt] ?? 0] === 1);
  const pauses = Float64Array.from(
    prompted,
    (attempt) => (last[attempt] ?? NaN) - (ms[attempt] ?? NaN),
  );
  // The last row of each is the answer that let the client in.
  const healthyRefusals = accepted.reduce((sum, attempt) => sum + (rows[attempt] ?? 1) - 1, 0);
  return { accepted: accepted.length, healthyRefusals, refusals, pauses: pauses.sort() };
}
