/**
 * setspn registered a name.
 *
 *     Registering ServicePrincipalNames for CN=svc-portal,OU=Service Accounts,DC=contoso,DC=com
 *             HTTP/portal.contoso.com
 *     Updated object
 *
 * Certain at that moment. Whether another account holds the name as well is not shown: -S looks in one
 * domain unless -F is there, and -A of Windows Server 2008 does not look.
 */
import type { Rule } from '../../../case/rule.ts';
import {
  finding,
  heldSpn,
  holder,
  isWeb,
  listed,
  lookUp,
  nameOf,
  SHOWN,
  spnText,
  WHO_DECRYPTS,
} from './wording.ts';

export const registered: Rule = {
  id: 'setspn.registered',
  says: 'setspn registered a name on an account.',
  needs: ['spnOwner'],
  judge: (facts) => {
    const added = facts.all('spnOwner').filter(({ isAdded }) => isAdded);
    const searched = new Set(
      facts.all('spnSearch').flatMap(({ spn }) => (spn ? spnText(spn) : [])),
    );
    const accounts = new Map<string, typeof added>();
    for (const one of added.filter(({ spn }) => !searched.has(spnText(spn)))) {
      const name = nameOf(one).toLowerCase();
      accounts.set(name, [...(accounts.get(name) ?? []), one]);
    }
    return [...accounts.values()].slice(0, SHOWN).flatMap((names) => {
      const [first] = names;
      if (!first) return [];
      const parts = [
        'setspn registered ',
        ...listed(names.map(heldSpn)),
        ' on ',
        holder(first),
        '.',
      ];
      return [
        finding('info', 'setspn-guide', parts, names, {
          caveat:
            'Another account may hold the name, too; tickets that clients have stay as they are.',
          next: [lookUp(first.spn), ...(isWeb(first.spn) ? WHO_DECRYPTS : [])],
        }),
      ];
    });
  },
};
