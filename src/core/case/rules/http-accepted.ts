/**
 * A logon that the server asked for, and an answer that is no 401 any more: accepted.
 *
 *     HTTP/1.1 401 Unauthorized
 *     Authorization: NTLM TlRMTVNTUAADAAAA...       (type 3)
 *     HTTP/1.1 200 OK
 *
 * Certain where a 401 came before, or where the answer holds the server's own acceptance: without
 * either the page may be open to everybody. Access to the page was granted as well, as the status
 * is one of success.
 */
import type { Token } from '../../contract/decoded.ts';
import { proof, spnOf, userOf } from '../../evidence/token/rules/words.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { isChallenge, lastToken, legsOf, type Leg } from '../join/legs.ts';
import type { Diagnosis, Rule } from '../rule.ts';

interface Accepted {
  readonly token: Token;
  readonly leg: Leg;
}

/** The last logon of each source that was accepted, with nothing refused after it. */
function accepted(facts: FactBase): Accepted[] {
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

function finding({ token, leg }: Accepted, what: string): Diagnosis {
  const { answer } = leg;
  return {
    severity: 'info',
    title: `The server accepted ${what}: it answers ${answer?.status ?? ''}.`,
    article: token.ntlm ? 'ntlm-flow' : 'normal-401-sequence',
    evidence: [...proof(token, 'UserName', 'sname'), ...(answer ? [answer.at] : [])],
  };
}

export const httpAccepted: Rule = {
  id: 'http.accepted',
  says: 'The server accepted the logon.',
  needs: ['messages'],
  judge: (facts) =>
    accepted(facts)
      .filter(({ token }) => !token.kerberos)
      .map((one) => {
        const { basic } = one.token;
        const who = basic ? basic.user : userOf(one.token);
        return finding(one, `the ${basic ? 'Basic' : 'NTLM'} logon${who ? ` of ${who}` : ''}`);
      }),
};

export const httpTicketAccepted: Rule = {
  id: 'http.ticket-accepted',
  says: 'The server accepted the Kerberos ticket.',
  needs: ['messages'],
  settles: [
    {
      check: 'decrypting-account',
      state: 'passed',
      says: 'The server accepted the ticket, so it could decrypt it.',
    },
  ],
  judge: (facts) =>
    accepted(facts)
      .filter(({ token }) => token.kerberos)
      .map((one) => {
        const spn = spnOf(one.token);
        return finding(one, `the Kerberos ticket${spn === undefined ? '' : ` for ${spn}`}`);
      }),
};
