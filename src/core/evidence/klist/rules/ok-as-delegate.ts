/**
 * The KDC marks the service as trusted for delegation to any service (RFC 4120 2.8):
 *
 *     Server: HTTP/portal.contoso.com @ CONTOSO.COM
 *     Ticket Flags 0x40a50000 -> forwardable renewable pre_authent ok_as_delegate name_canonicalize
 *
 * Certain. It matters to a second hop only, and the browser has a list of its own. The flag's absence
 * says nothing about constrained delegation.
 */
import type { Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import { spelled } from '../../../facts/names.ts';
import { stated, told } from '../../../text/told.ts';
import { httpTickets } from './words.ts';

export const okAsDelegate: Rule = {
  id: 'klist.ok-as-delegate',
  says: 'The account of the site is trusted for delegation to any service.',
  needs: ['ticket'],
  settles: [
    {
      check: 'second-hop',
      state: 'known',
      says: 'The KDC marks the service as trusted for delegation. The browser must also allow delegation to the host.',
    },
  ],
  judge(facts) {
    const trusted = httpTickets(facts).filter(({ flags }) => flags?.includes('ok_as_delegate'));
    return trusted.slice(0, 1).map((ticket) => ({
      severity: 'info',
      ...told`The account that holds ${stated(spelled(ticket.spn), ticket.at)} is trusted for delegation to any service (ok_as_delegate).`,
      article: 'double-hop-checklist',
      evidence: [ticket.at, ...(ticket.flagsAt ? [ticket.flagsAt] : [])],
      next: [
        say(
          'For a second hop with Edge or Chrome, add the host to AuthNegotiateDelegateAllowlist. Signing in needs no delegation.',
        ),
      ],
    }));
  },
};
