/**
 * Extended Protection ties a logon to the TLS connection and to the SPN.
 *
 *     <extendedProtection tokenChecking="Require" />
 *
 * `Allow` refuses only clients that send a binding, and a wrong one. Ruled out by a written `None`.
 */
import type { Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import { told } from '../../../text/told.ts';
import { levels, listConfig, SHOWN, where, WINDOWS } from './wording.ts';

export const extendedProtection: Rule = {
  id: 'config.extended-protection',
  says: 'Extended Protection refuses logons whose channel binding does not match.',
  needs: ['windowsAuthentication'],
  settles: [
    {
      check: 'nothing-between',
      state: 'known',
      says: 'Extended Protection is on: a proxy that ends TLS breaks the logon.',
    },
  ],
  judge: (facts) => {
    const all = facts
      .all('windowsAuthentication')
      .filter(({ stated }) => stated.includes('tokenChecking'));
    const on = all.filter(({ tokenChecking }) => tokenChecking !== 'None');
    if (on.length === 0) return all.length > 0 ? { ruledOut: all.map(({ at }) => at) } : [];
    return on.slice(0, SHOWN).map((one) => ({
      severity: one.tokenChecking === 'Require' ? 'warning' : 'info',
      ...(one.tokenChecking === 'Require'
        ? told`Extended Protection is required in ${where(one)}: IIS refuses clients without a channel binding, and all behind a proxy that ends TLS.`
        : told`Extended Protection is allowed in ${where(one)}: IIS refuses a logon whose channel binding does not match its TLS connection.`),
      article: 'extended-protection-401',
      evidence: [one.at],
      ...levels(one),
      next: [
        say('Such a refusal is a 401.1 row with sc-win32-status 2148074310 or 0xC000035B.'),
        listConfig(one, WINDOWS),
      ],
    }));
  },
};
