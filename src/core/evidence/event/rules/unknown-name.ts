/** The client was told that no account holds the SPN (100 of Kerberos/Operational). */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { grouped, MOST, placesOf, times } from './words.ts';

export const unknownName: Rule = {
  id: 'event.unknown-name',
  says: 'No account holds the SPN.',
  needs: ['unknownName'],
  settles: [
    {
      check: 'ticket-issued',
      state: 'failed',
      says: 'The Kerberos client recorded that the SPN is not registered.',
    },
  ],
  judge: (facts) =>
    grouped(facts.all('unknownName'), ({ spn }) => (spn ? spelled(spn) : ''))
      .slice(0, MOST)
      .map((group) => {
        const [{ spn, at }] = group;
        const name = [spn && spelled(spn), 'SPN'] as const;
        return {
          severity: 'error',
          ...told`No account holds ${stated(spn ? spelled(spn) : 'the SPN', at)}${times(group)}, so the client got no ticket.`,
          article: 'spn-missing',
          evidence: placesOf(group),
          next: [
            run('anywhere', command`setspn -F -Q ${name}`),
            run('anywhere', command`setspn -S ${name} ${[undefined, 'ACCOUNT']}`),
          ],
        };
      }),
};
