/**
 * Tickets are listed, and none is for a web site:
 *
 *     Cached Tickets: (2)
 *     Server: krbtgt/CONTOSO.COM @ CONTOSO.COM
 *     Server: LDAP/dc01.contoso.com/contoso.com @ CONTOSO.COM
 *
 * It is no proof of a fault: nobody may have browsed since the sign-in. Only where the count is that of
 * the tickets in the paste does it say that there is none.
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { command } from '../../../text/escape/command.ts';
import { cachedTickets, httpTickets, isTgt, klistArticle, ownerOf } from './words.ts';

export const noHttpTicket: Rule = {
  id: 'klist.no-http-ticket',
  says: 'The client holds Kerberos tickets and none for the site.',
  needs: ['ticket'],
  settles: [
    {
      check: 'requested-name',
      state: 'known',
      says: 'No HTTP name is among the tickets that the paste shows. This proves nothing unless someone browsed before.',
    },
    {
      check: 'domain-controller',
      state: 'known',
      says: 'A domain controller issued tickets to the client.',
    },
  ],
  judge(facts) {
    const tickets = cachedTickets(facts);
    const [first] = tickets;
    if (!first || httpTickets(facts).length > 0) return [];
    return [
      {
        severity: 'info',
        title: titleFor(facts, first, tickets),
        article: klistArticle(facts),
        evidence: tickets.map(({ at }) => at),
        caveat:
          'This proves nothing about the site unless someone browsed to it in this session before. A browser that used NTLM leaves no ticket.',
        next: [
          say('Browse to the site as this user, and list the tickets again.'),
          run('client', command`klist get HTTP/${[undefined, 'HOST']}`),
        ],
      },
    ];
  },
};

function titleFor(
  facts: FactBase,
  first: FactOf<'ticket'>,
  tickets: readonly FactOf<'ticket'>[],
): string {
  const caches = facts.all('ticketCache');
  const counted = caches.reduce((sum, { count }) => sum + count, 0);
  const owner = ownerOf(first);
  if (counted > tickets.length && caches.some(({ isComplete }) => !isComplete)) {
    return `The paste shows ${tickets.length} of ${counted} tickets of ${owner}, and none for HTTP/.`;
  }
  if (tickets.every(isTgt)) {
    return `${owner} holds a ticket-granting ticket and no ticket for a web site.`;
  }
  return `${owner} holds ${tickets.length === 1 ? 'a ticket' : `${tickets.length} tickets`}, none of them for HTTP/.`;
}
