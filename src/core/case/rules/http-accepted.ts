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
import { proof, spnOf, userOf } from '../../evidence/token/rules/words.ts';
import { acceptedLogons, type Accepted } from '../join/accepted-logons.ts';
import type { Diagnosis, Rule } from '../rule.ts';

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
    acceptedLogons(facts)
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
    acceptedLogons(facts)
      .filter(({ token }) => token.kerberos)
      .map((one) => {
        const spn = spnOf(one.token);
        return finding(one, `the Kerberos ticket${spn === undefined ? '' : ` for ${spn}`}`);
      }),
};
