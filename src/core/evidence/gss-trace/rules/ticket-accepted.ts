/**
 * An acceptor could decrypt the ticket of a client:
 *
 *     [1234] 1700000000.1: Decrypted AP-REQ with server principal HTTP/web@CONTOSO.COM: aes256-cts/65A2
 *
 * Certain; what is refused after that is refused for another reason.
 */
import { cipherOf } from '../../../codes/etypes.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { spelled } from '../../../facts/names.ts';
import { told, stated } from '../../../text/told.ts';

export const ticketAccepted: Rule = {
  id: 'gss-trace.ticket-accepted',
  says: 'The server could decrypt the ticket.',
  needs: ['ticketAccepted'],
  settles: [
    {
      check: 'decrypting-account',
      state: 'passed',
      says: 'The server decrypted the ticket with its key.',
    },
  ],
  judge: (facts) =>
    facts
      .all('ticketAccepted')
      .filter(({ spn }) => spn === undefined || spn.service === 'HTTP')
      .slice(0, 1)
      .map(({ spn, etype, at }): Diagnosis => {
        const cipher = etype === undefined ? undefined : cipherOf(etype);
        const name = spn ? spelled(spn) : 'the service';
        return {
          severity: 'ok',
          ...told`The server decrypted the ticket for ${stated(name, at)}${cipher === undefined ? '' : ` with its key for ${cipher}`}.`,
          article: 'spn-identity-match',
          evidence: [at],
        };
      }),
};
