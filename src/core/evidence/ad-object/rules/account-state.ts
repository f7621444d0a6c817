/**
 * The account cannot log on, or not for long:
 *
 *     Enabled         : False          userAccountControl 0x2
 *     LockedOut       : True           net user: Account active  Locked
 *     PasswordExpired : True           pwdLastSet 0: must change the password
 *
 * Certain about the account. Which job it has for a site - owner of the SPN, identity of the pool, user -
 * is for the case to tell: a running pool does not notice, and tickets for a locked account go on.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { told } from '../../../text/told.ts';
import { logonOf, placeOf, SHOWN, who, type Directory } from './wording.ts';

export const accountState: Rule = {
  id: 'ad-object.account-state',
  says: 'An account is disabled, locked out, or its password has expired.',
  needs: ['directoryAccount'],
  judge: (facts) => facts.all('directoryAccount').flatMap(diagnosis).slice(0, SHOWN),
};

interface State {
  readonly id: string;
  readonly severity: 'error' | 'warning';
  readonly is: string;
  /** What follows for an application pool that runs as the account. */
  readonly then: string;
  readonly places: readonly string[];
}

function stateOf({
  flags,
  isLockedOut,
  isPasswordExpired,
  mustChangePassword,
}: Directory): State | undefined {
  if (flags.includes('ACCOUNTDISABLE')) {
    return {
      id: 'ad-object.disabled',
      severity: 'error',
      is: 'is disabled',
      then: 'does not start again (0xC0000072)',
      places: ['enabled', 'disabled', 'control'],
    };
  }
  if (isLockedOut === true) {
    return {
      id: 'ad-object.locked-out',
      severity: 'error',
      is: 'is locked out',
      then: 'does not start again until it is unlocked (0xC0000234)',
      places: ['locked-out', 'computed-control', 'enabled'],
    };
  }
  if (isPasswordExpired === true) {
    return {
      id: 'ad-object.password-expired',
      severity: 'error',
      is: 'has an expired password',
      then: 'does not start again (0xC0000071)',
      places: ['password-expired', 'computed-control', 'control'],
    };
  }
  if (mustChangePassword !== true) return undefined;
  return {
    id: 'ad-object.must-change-password',
    severity: 'warning',
    is: 'has to change its password before it can log on',
    then: 'does not start again (0xC0000224)',
    places: ['password-set', 'must-change-password'],
  };
}

function diagnosis(account: Directory): Diagnosis[] {
  const state = stateOf(account);
  if (!state) return [];
  const name = logonOf(account);
  return [
    {
      id: state.id,
      severity: state.severity,
      ...told`${who(account)} ${state.is}: it cannot log on, and an application pool that runs as it ${state.then}.`,
      article: 'service-account-state',
      evidence: [placeOf(account, ...state.places)],
      caveat:
        'It depends on what the account does for the site. A pool that runs already goes on with the logon that it has.',
      next: [
        run('anywhere', command`setspn -L ${[name, 'ACCOUNT']}`),
        run(
          'server',
          command`%windir%\\system32\\inetsrv\\appcmd.exe list apppool /processModel.userName:${[name, 'ACCOUNT']}`,
        ),
        say('The first lists the SPNs that it holds, the second the pools that run as it.'),
      ],
    },
  ];
}
