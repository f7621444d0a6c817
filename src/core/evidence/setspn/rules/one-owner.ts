/**
 * A search found exactly one account that holds the SPN.
 *
 *     setspn -F -Q HTTP/portal.contoso.com
 *     CN=svc-portal,OU=Service Accounts,DC=contoso,DC=com
 *             HTTP/portal.contoso.com
 *
 * Without -F an account of another domain may hold it, too.
 */
import type { Rule } from '../../../case/rule.ts';
import {
  finding,
  heldSpn,
  holder,
  isWeb,
  lookUp,
  onlyDomain,
  ownersBySpn,
  SHOWN,
  spnText,
} from './wording.ts';
import { WHO_DECRYPTS } from './wording.ts';

export const oneOwner: Rule = {
  id: 'setspn.one-owner',
  says: 'Exactly one account holds the SPN.',
  needs: ['spnSearch', 'spnOwner'],
  asks: {
    spnSearch: (facts) => ({
      wants: 'setspn',
      why: 'Shows whether another account holds the SPN, too.',
      step: lookUp(facts.all('spnOwner').find((owner) => isWeb(owner.spn))?.spn),
    }),
  },
  settles: [
    { check: 'one-owner', state: 'passed', says: 'A search found one account that holds the SPN.' },
  ],
  judge: (facts) => {
    const owners = ownersBySpn(facts);
    const found = new Set<string>();
    const all = facts.all('spnSearch').flatMap((search) => {
      const { spn, scope } = search;
      const name = spn && spnText(spn);
      const [owner, second] = owners.get(name ?? '') ?? [];
      if (!name || !owner || second || search.owners !== 1 || found.has(name)) return [];
      found.add(name);
      const parts = [
        `Exactly one account in the ${scope} holds `,
        heldSpn(owner),
        ': ',
        holder(owner),
        '.',
      ];
      const site = isWeb(owner.spn);
      return [
        finding('ok', site ? 'spn-identity-match' : 'setspn-guide', parts, [owner, search], {
          ...(scope === 'domain' && { caveat: onlyDomain(scope) }),
          ...(site && { next: WHO_DECRYPTS }),
        }),
      ];
    });
    return all.slice(0, SHOWN);
  },
};
