/**
 * CORS preflights (OPTIONS with the Referer of another site), told apart from people: a browser never
 * sends credentials with one, so its 401 is final and the request that it announces is not sent.
 * Whether the page needed that request is not in the log.
 */
import { Kind, type TimedAttempts } from './timed-attempts.ts';
import { type Who, whoOf } from './who.ts';

/** Finds the preflights and sets them aside. */
export function findPreflights(all: TimedAttempts): Who | undefined {
  if (all.lacks('preflight')) return undefined;
  const { ending } = all.table.columns;
  const isPreflight = all.endingsThat(({ outcome }) => outcome === 'preflight');
  const own = all.those((attempt) => isPreflight[ending[attempt] ?? 0] === 1);
  if (own.length === 0) return undefined;
  all.setAside(own, Kind.preflight);
  return whoOf(all, own);
}
