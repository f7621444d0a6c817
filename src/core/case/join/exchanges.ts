/**
 * The attempts that the messages show: a request, what it was asked for, and what became of it. A
 * request with credentials goes on with the attempt before it at the same address; one without begins
 * a new attempt. What the rules on single legs conclude holds here too.
 */
import type { Exchange, Outcome } from '../../contract/decoded.ts';
import { spnOf } from '../../evidence/token/rules/words.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { cover } from '../../facts/span.ts';
import { goesOn, hostOfLeg, isChallenge, lastToken, legsOf, type Leg } from './legs.ts';
import { isPreauthenticated, isRefusal } from './refusals.ts';

/** The legs of one attempt, in order; never empty. */
export type Attempt = readonly [Leg, ...Leg[]];

const PROXY = 407;

/** All attempts that have to do with a logon, in the order of the sources. */
export function exchangesOf(facts: FactBase): Exchange[] {
  return legsOf(facts)
    .flatMap(attemptsIn)
    .filter(isLogon)
    .flatMap((attempt) => exchangeOf(attempt, facts) ?? []);
}

/** The legs of one source as attempts. */
export function attemptsIn(legs: readonly Leg[]): Attempt[] {
  const attempts: [Leg, ...Leg[]][] = [];
  const last = new Map<string, [Leg, ...Leg[]]>();
  for (const leg of legs) {
    const key = [hostOfLeg(leg), leg.request?.target].join(' ');
    const before = last.get(key);
    const ending = before?.at(-1);
    if (before && ending && isChallenge(ending) && hasCredentials(leg)) before.push(leg);
    else {
      const begun: [Leg, ...Leg[]] = [leg];
      last.set(key, begun);
      attempts.push(begun);
    }
  }
  return attempts;
}

/** True when the type 3 message goes over another connection than the challenge that it answers. */
export function changesConnection(attempt: Attempt): boolean {
  const challenged = attempt.find(({ received }) => received.some(({ ntlm }) => ntlm?.type === 2));
  const answered = attempt.find(({ sent }) => sent.some(({ ntlm }) => ntlm?.type === 3));
  const [from, to] = [challenged?.request?.connection, answered?.request?.connection];
  return from !== undefined && to !== undefined && from !== to;
}

const hasCredentials = ({ request, sent }: Leg): boolean =>
  sent.length > 0 || (request?.schemes?.length ?? 0) > 0;

const isLogon = (attempt: Attempt): boolean =>
  attempt.some((leg) => isChallenge(leg) || hasCredentials(leg) || leg.answer?.keepsLogon === true);

function exchangeOf(attempt: Attempt, facts: FactBase): Exchange | undefined {
  const at = cover(
    attempt.flatMap(({ request, answer }) => [request, answer]).flatMap((one) => one?.at ?? []),
  );
  if (!at) return undefined;
  const last = attempt.at(-1) ?? attempt[0];
  const token = attempt.map(lastToken).findLast((one) => one !== undefined);
  const spn = token && spnOf(token);
  const [host, status, missing] = [hostOfLeg(attempt[0]), last.answer?.status, missingIn(attempt)];
  return {
    outcome: outcomeOf(attempt, facts),
    ...(host !== undefined && { host }),
    ...(spn !== undefined && { spn }),
    ...(status !== undefined && { status }),
    ...(missing && { missing }),
    source: at.source ?? facts.sources[0]?.id ?? '1',
    at,
  };
}

function outcomeOf(attempt: Attempt, facts: FactBase): Outcome {
  const last = attempt.at(-1) ?? attempt[0];
  const { request, answer } = last;
  if (answer?.status === undefined) return 'unclassified';
  if (answer.status === PROXY) return 'proxy-asks';
  if (!isChallenge(last)) return acceptedAs(attempt);
  if (request?.preflight) return 'preflight';
  if (changesConnection(attempt)) return 'broken-handshake';
  if (isRefusal(last)) {
    const before = attempt.slice(0, -1);
    if (isPreauthenticated(last, before, facts)) return 'preauthenticated';
    return attempt.filter(isRefusal).length > 1 ? 'prompt-loop' : 'refused';
  }
  if (goesOn(last)) return 'abandoned';
  if (attempt.some(hasCredentials) || request?.lacksCredentials) return 'unclassified';
  return (answer.schemes?.length ?? 0) > 0 && request ? 'never-answered' : 'unclassified';
}

/** An answer that is no 401: accepted if a logon was demanded, or if the answer itself says so. */
function acceptedAs(attempt: Attempt): Outcome {
  const last = attempt.at(-1) ?? attempt[0];
  const token = lastToken(last);
  const isRejected = last.received.some(({ spnego }) => spnego?.negState === 'reject');
  const isDemanded = attempt.some(isChallenge) || last.answer?.keepsLogon === true;
  if (isRejected || !isDemanded) return 'unclassified';
  if (attempt.some(isRefusal)) return 'accepted-after-prompt';
  if (token?.ntlm) return 'accepted-two-legs';
  return token || last.answer?.keepsLogon ? 'accepted-one-leg' : 'unclassified';
}

/** The first step of the logon that the evidence does not show. */
function missingIn(attempt: Attempt): Exchange['missing'] {
  const last = attempt.at(-1) ?? attempt[0];
  const isNtlm = (type: number) =>
    attempt.some(({ sent, received }) =>
      [...sent, ...received].some(({ ntlm }) => ntlm?.type === type),
    );
  if (isNtlm(3) && !isNtlm(2)) return 'challenge';
  if (isNtlm(2) && !isNtlm(1)) return 'negotiate';
  if (isNtlm(2) && !isNtlm(3)) return 'authenticate';
  return last.answer ? undefined : 'answer';
}
