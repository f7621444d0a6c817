/**
 * The client was sent to another realm, and no ticket from there is listed:
 *
 *     Client: bob @ FABRIKAM.COM
 *     Server: krbtgt/CONTOSO.COM @ FABRIKAM.COM
 *
 * Proves that the two realms share a key: the KDC of the first one issued the referral. That the next
 * step failed is not proved, as the paste may not show all tickets.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { cachedTickets, isTgt, ownerOf } from './words.ts';

export const referral: Rule = {
  id: 'klist.referral',
  says: 'The client holds a referral to another realm and no ticket from there.',
  needs: ['ticket'],
  settles: [
    {
      check: 'trusted-domains',
      state: 'known',
      says: 'The KDC of the client issued a referral to another realm, so the two realms trust each other in that direction.',
    },
  ],
  judge(facts) {
    const tickets = cachedTickets(facts);
    const reached = new Set(
      tickets.flatMap((ticket) => (isTgt(ticket) ? [] : (ticket.realm?.toLowerCase() ?? []))),
    );
    const referrals = tickets.filter((ticket) => {
      const target = ticket.spn.host;
      const realm = ticket.realm?.toLowerCase();
      // A short name is the domain's own NetBIOS name.
      const isOther = realm !== undefined && realm !== target && target.includes('.');
      return isTgt(ticket) && isOther && !reached.has(target);
    });
    return referrals.slice(0, 1).map((ticket) => {
      const target = ticket.spn.host.toUpperCase();
      return {
        severity: 'info',
        ...told`${ownerOf(ticket)} was referred from ${ticket.realm ?? ''} to ${stated(target, ticket.at)}, and the paste shows no ticket from there.`,
        article: 'cross-forest',
        evidence: referrals.map(({ at }) => at),
        caveat: 'The paste may not show every ticket of the session.',
        next: [
          run('client', command`nltest /dsgetdc:${[ticket.spn.host, 'DOMAIN']} /force /kdc`),
          run('client', command`klist get HTTP/${[undefined, 'HOST']}`),
        ],
      };
    });
  },
};
