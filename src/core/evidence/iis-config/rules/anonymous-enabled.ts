/**
 * Anonymous and Windows authentication are both on: IIS lets a request in without asking who it is.
 *
 *     <anonymousAuthentication enabled="true" /><windowsAuthentication enabled="true" />
 *
 * A rule or file rights that refuse anonymous users still make IIS ask.
 */
import type { Rule } from '../../../case/rule.ts';
import { told } from '../../../text/told.ts';
import { enabledOf, listConfig, methodsOf, SHOWN, where } from './wording.ts';

const SECTION = 'system.webServer/security/authentication/anonymousAuthentication';

export const anonymousEnabled: Rule = {
  id: 'config.anonymous-enabled',
  says: 'Anonymous authentication is on together with Windows authentication.',
  needs: ['windowsAuthentication', 'otherAuthentication'],
  judge: (facts) => {
    const methodAt = methodsOf(facts);
    const pairs = enabledOf(facts).flatMap((windows) => {
      const anonymous = methodAt('anonymous', windows);
      return anonymous ? [{ windows, anonymous }] : [];
    });
    const both = pairs.filter(({ anonymous }) => anonymous.enabled);
    if (both.length === 0) {
      const off = pairs.map(({ anonymous }) => anonymous.at);
      return off.length > 0 ? { ruledOut: off } : [];
    }
    return both.slice(0, SHOWN).map(({ windows, anonymous }) => ({
      severity: 'warning',
      ...told`Anonymous authentication is on next to Windows authentication in ${where(windows)}: IIS does not ask the browser for a user.`,
      article: 'who-am-i-on-the-server',
      evidence: [anonymous.at, windows.at],
      caveat:
        'An authorization rule or file rights that refuse anonymous users still make IIS ask.',
      next: [listConfig(windows, SECTION)],
    }));
  },
};
