/**
 * A ticket for another service, such as a database, is encrypted with RC4 or DES:
 *
 *     Server: MSSQLSvc/sql01.contoso.com @ CONTOSO.COM
 *     KerbTicket Encryption Type: RSADSI RC4-HMAC(NT)
 *
 * It says nothing about the site, whose account may have other keys. The type of a ticket-granting
 * ticket depends on the key of the domain, so it is left out.
 */
import type { Rule } from '../../../case/rule.ts';
import { weakTickets } from './weak-tickets.ts';
import { cachedTickets, isTgt, isWeak } from './words.ts';

export const rc4OtherTicket: Rule = {
  id: 'klist.rc4-other-ticket',
  says: 'A ticket for another service is encrypted with RC4 or DES.',
  needs: ['ticket'],
  settles: [
    {
      check: 'encryption-type',
      state: 'known',
      says: 'A ticket for another service is encrypted with RC4 or DES. The ticket for the site may differ.',
    },
  ],
  judge(facts) {
    const others = cachedTickets(facts).filter(
      (ticket) => ticket.spn.service !== 'HTTP' && !isTgt(ticket),
    );
    return weakTickets(
      others.filter(isWeak),
      'This ticket is not for a web site; the account of the site may have other keys.',
      () => [],
    );
  },
};
