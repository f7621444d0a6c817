/**
 * Nothing in the state of the account stands in the way:
 *
 *     Enabled : True, LockedOut : False, PasswordExpired : False
 *
 * Says nothing of its password being the one that the application pool has.
 */
import type { Rule } from '../../../case/rule.ts';
import { told } from '../../../text/told.ts';
import { placeOf, SHOWN, who } from './wording.ts';

export const enabled: Rule = {
  id: 'ad-object.enabled',
  says: 'An account is enabled and not locked out.',
  needs: ['directoryAccount'],
  judge: (facts) =>
    facts
      .all('directoryAccount')
      .filter(
        ({ cleared, isLockedOut, isPasswordExpired, mustChangePassword }) =>
          cleared.includes('ACCOUNTDISABLE') &&
          isLockedOut !== true &&
          isPasswordExpired !== true &&
          mustChangePassword !== true,
      )
      .slice(0, SHOWN)
      .map((account) => {
        const unlocked = account.isLockedOut === false ? ' and not locked out' : '';
        return {
          severity: 'ok',
          ...told`${who(account)} is enabled${unlocked}.`,
          article: 'service-account-state',
          evidence: [placeOf(account, 'enabled', 'control')],
          caveat: 'Whether the application pool has its current password is not shown.',
        } as const;
      }),
};
