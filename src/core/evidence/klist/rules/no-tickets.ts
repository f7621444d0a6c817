/**
 * The session holds no ticket at all:
 *
 *     Cached Tickets: (0)
 *
 * Proves that this session has nothing to send now. It says nothing about the site: an elevated window
 * and a remote session are sessions of their own, and tickets are fetched when they are needed.
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { klistArticle } from './words.ts';

export const noTickets: Rule = {
  id: 'klist.no-tickets',
  says: 'The logon session holds no Kerberos tickets.',
  needs: ['ticketCache'],
  settles: [
    {
      check: 'requested-name',
      state: 'known',
      says: 'The session in which klist ran holds no ticket for any name.',
    },
  ],
  judge(facts) {
    const empty = facts.all('ticketCache').filter(({ count }) => count === 0);
    const [first] = empty;
    if (!first) return [];
    const isWindows = first.tool === 'windows';
    return [
      {
        severity: 'warning',
        title: isWindows
          ? 'This logon session holds no Kerberos tickets, not even a ticket-granting ticket.'
          : 'There is no ticket cache for this user: nobody has run kinit, or the cache is elsewhere.',
        article: klistArticle(facts),
        evidence: empty.map(({ at }) => at),
        caveat: isWindows
          ? 'An elevated window, a service and a remote session are other sessions with other tickets. A session that signed in offline or with NTLM has none.'
          : 'KRB5CCNAME may name another cache.',
        next: isWindows
          ? [
              say('Run klist again as the user, at the desktop, in a window that is not elevated.'),
              run('client', command`klist get krbtgt`),
            ]
          : [run('client', command`kinit ${[undefined, 'USER@REALM']}`)],
      },
    ];
  },
};
