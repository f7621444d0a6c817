/**
 * An authorization rule refuses users, signed in or not; the 401 looks like a wrong password.
 *
 *     <deny users="*" />                    <add accessType="Deny" users="?" />
 *
 * In ASP.NET the first rule that matches decides, so an allow rule above it can admit some.
 */
import type { Rule } from '../../../case/rule.ts';
import { told } from '../../../text/told.ts';
import { SHOWN, where } from './wording.ts';

export const authorizationDeny: Rule = {
  id: 'config.authorization-deny',
  says: 'An authorization rule refuses the user.',
  needs: ['authorizationRule'],
  judge: (facts) =>
    facts
      .all('authorizationRule')
      .filter(({ access }) => access === 'deny')
      .slice(0, SHOWN)
      .map((rule) => {
        const who = [...rule.users.map(named), ...rule.roles].join(', ') || 'users';
        const isAnonymous = rule.users.every((user) => user === '?') && rule.roles.length === 0;
        return {
          severity: isAnonymous ? 'info' : 'warning',
          ...told`An authorization rule of ${rule.of === 'iis' ? 'IIS' : 'ASP.NET'} in ${where(rule)} refuses ${who}: they get a 401${isAnonymous ? ' until they sign in' : ' although they are signed in'}.`,
          article: '401-7-url-authorization',
          evidence: [rule.at],
          ...(rule.of === 'asp.net' && {
            caveat:
              'The first ASP.NET rule that matches decides: an allow rule above it can admit some.',
          }),
        };
      }),
};

function named(user: string): string {
  return user === '*' ? 'everybody' : user === '?' ? 'anonymous users' : user;
}
