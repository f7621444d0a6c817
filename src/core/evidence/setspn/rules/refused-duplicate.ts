/**
 * An SPN was not registered, as an account holds it already.
 *
 *     CN=WEB01,OU=Servers,DC=contoso,DC=com
 *             HTTP/portal.contoso.com
 *     Duplicate SPN found, aborting operation!
 *
 * Also code 8647, with which a domain controller refuses a duplicate that setspn did not see
 * (MS-ADTS 3.1.1.5.1.3). Can be out of date when the holder gave the SPN up afterwards.
 */
import type { Rule } from '../../../case/rule.ts';
import { spelled } from '../../../facts/names.ts';
import { stated } from '../../../text/told.ts';
import { finding, holder, listed, lookUp, nameOf, ownersBySpn, remove, SHOWN } from './wording.ts';

const SAYS = 'An account holds the SPN already.';

export const refusedDuplicate: Rule = {
  id: 'setspn.refused-duplicate',
  says: SAYS,
  needs: ['spnRefused'],
  settles: [{ check: 'one-owner', state: 'known', says: SAYS }],
  judge: (facts) => {
    const owners = ownersBySpn(facts);
    const refused = facts.all('spnRefused').filter(({ why }) => why === 'duplicate');
    return refused.slice(0, SHOWN).map((one) => {
      const { spn, account, at } = one;
      const holders = (spn && owners.get(spelled(spn))) ?? [];
      const [first, second] = holders;
      const target = account && nameOf({ account });
      // Only where both sources spell the name in one way.
      const isSame = !second && account !== undefined && first?.account.name === account.name;
      const parts = [
        stated(spn ? spelled(spn) : 'The SPN', at),
        ` was not registered${target === undefined || isSame ? '' : ` on ${target}`}: `,
        ...(first ? listed(holders.map(holder)) : ['another account of the forest']),
        `${second ? ' hold' : ' holds'} it already.`,
      ];
      return finding(isSame ? 'info' : 'error', 'spn-duplicate', parts, [one, ...holders], {
        caveat: 'The holder may have given the SPN up since.',
        next: [lookUp(spn), ...(isSame ? [] : [remove(spn, first && nameOf(first))])],
      });
    });
  },
};
