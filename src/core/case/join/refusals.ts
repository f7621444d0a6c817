/** Which legs are refusals, and which of these are the detour of a client that logs on unasked. */
import type { FactBase } from '../../facts/fact-base.ts';
import { goesOn, isChallenge, lastToken, sendsAtOnce, type Leg } from './legs.ts';

/** The last message, or one that cannot be read, and an answer that starts over with what was used. */
export function isRefusal(leg: Leg): boolean {
  const { request, answer } = leg;
  if (!isChallenge(leg) || goesOn(leg)) return false;
  if (lastToken(leg)?.basic) return answer?.schemes?.includes('Basic') ?? false;
  return lastToken(leg) !== undefined || (request?.hidesToken === true && hasOffers(leg));
}

const hasOffers = ({ answer }: Leg) => (answer?.schemes?.length ?? 0) > 0;

/**
 * A ticket, or a token that cannot be read, before anybody asked for one. A client that does not name
 * itself, beside a trace of GSSAPI, is none of those that pre-authenticate.
 */
export function isPreauthenticated(leg: Leg, before: readonly Leg[], { kinds }: FactBase): boolean {
  const isFirst = !before.some(isChallenge);
  const token = lastToken(leg);
  const { request } = leg;
  const isGssapi = request?.program === undefined && kinds.includes('gss-trace');
  if (request && (isGssapi || sendsAtOnce(request))) return false;
  return isFirst && (token === undefined || token.kerberos !== undefined);
}
