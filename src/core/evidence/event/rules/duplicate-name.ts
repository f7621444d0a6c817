/**
 * The KDC found a name on more than one account, so it gives no ticket for it (KDC 11), or the client was
 * told so (101 of Kerberos/Operational).
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { grouped, MOST, placesOf, times } from './words.ts';

export const duplicateName: Rule = {
  id: 'event.duplicate-name',
  says: 'More than one account holds the SPN.',
  needs: ['duplicateName'],
  settles: [
    {
      check: 'one-owner',
      state: 'failed',
      says: 'The KDC recorded that more than one account holds a name.',
    },
  ],
  judge: (facts) =>
    grouped(facts.all('duplicateName'), ({ name, spn }) => (spn ? spelled(spn) : (name ?? '')))
      .slice(0, MOST)
      .map((group) => {
        const [{ name, spn, at }] = group;
        const shown = spn ? spelled(spn) : name;
        return {
          severity: 'error',
          ...told`More than one account holds ${stated(shown ?? 'the same name', at)}${times(group)}, so the KDC gives no ticket for it and clients fall back to NTLM or fail.`,
          article: 'spn-duplicate',
          evidence: placesOf(group),
          next: [
            run('anywhere', command`setspn -F -Q ${[spn && spelled(spn), 'SPN']}`),
            run('anywhere', command`setspn -X -F`),
            say('Remove it from every account but the one that decrypts.'),
          ],
        };
      }),
};
