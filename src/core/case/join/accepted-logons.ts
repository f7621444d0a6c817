/** Logons that a server accepted, as the HTTP messages of a source show them. */
import type { Token } from '../../contract/decoded.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { isChallenge, lastToken, legsOf, type Leg } from './legs.ts';

export interface Accepted {
  readonly token: Token;
  readonly leg: Leg;
}

/** The last logon of each source that was accepted, with nothing refused after it. */
export function acceptedLogons(facts: FactBase): Accepted[] {
  return legsOf(facts).flatMap((legs) => {
    const index = legs.findLastIndex((leg) => lastToken(leg) !== undefined);
    const leg = legs[index];
    const token = leg && lastToken(leg);
    const status = leg?.answer?.status ?? 0;
    if (!token || status < 200 || status >= 400) return [];
    const isDemanded = legs.slice(0, index).some(isChallenge);
    return isDemanded || leg.received.some(isAcceptance) ? [{ token, leg }] : [];
  });
}

function isAcceptance({ spnego, kerberos }: Token): boolean {
  return spnego?.negState === 'accept-completed' || kerberos?.message === 'AP-REP';
}
