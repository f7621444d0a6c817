/**
 * An SPN was registered with a realm in it.
 *
 *     HTTP/portal.contoso.com@CONTOSO.COM
 *
 * Clients send the realm beside the name (RFC 4120 5.4.1, fields realm and sname), so no client asks
 * for such a name. It often comes from instructions for keytabs, where principals are written so.
 */
import type { Rule } from '../../../case/rule.ts';
import { spelled } from '../../../facts/names.ts';
import { finding, heldSpn, holder, lookUp, nameOf, ownersBySpn, remove } from './wording.ts';

export const spnWithRealm: Rule = {
  id: 'setspn.spn-with-realm',
  says: 'An SPN was registered with a realm in it.',
  needs: ['spnOwner'],
  settles: [
    {
      check: 'requested-name',
      state: 'known',
      says: 'No client asks for an SPN with a realm in it.',
    },
  ],
  judge: (facts) => {
    const wrong = facts.all('spnOwner').filter(({ spn }) => spn.realm && spn.service === 'HTTP');
    const [owner] = wrong;
    if (!owner) return [];
    const plain = spelled(owner.spn);
    const [twin] = ownersBySpn(facts).get(plain) ?? [];
    const parts = [
      heldSpn(owner),
      ' on ',
      holder(owner),
      ' contains a realm, and no client asks for such a name.',
      twin ? ` ${plain} is registered as well.` : '',
    ];
    return [
      finding('warning', 'setspn-guide', parts, twin ? [...wrong, twin] : wrong, {
        ...(!twin && { caveat: `Another account may hold ${plain}.` }),
        next: [remove(owner.spn, nameOf(owner)), lookUp(owner.spn)],
      }),
    ];
  },
};
