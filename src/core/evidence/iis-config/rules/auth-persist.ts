/**
 * A connection's logon does not last: each request is authenticated again.
 *
 *     <windowsAuthentication enabled="true" authPersistSingleRequest="true" />
 */
import type { Rule } from '../../../case/rule.ts';
import { told } from '../../../text/told.ts';
import { levels, SHOWN, where } from './wording.ts';

export const authPersist: Rule = {
  id: 'config.auth-persist',
  says: 'Each request is authenticated again.',
  needs: ['windowsAuthentication'],
  judge: (facts) =>
    facts
      .all('windowsAuthentication')
      .filter((one) => one.authPersistSingleRequest === true || one.authPersistNonNTLM === false)
      .slice(0, SHOWN)
      .map((one) => ({
        severity: 'info',
        ...told`${one.authPersistSingleRequest ? 'authPersistSingleRequest is on' : 'authPersistNonNTLM is off'} in ${where(one)}: IIS asks for a ${one.authPersistSingleRequest ? 'logon' : 'Kerberos ticket'} with every request, so a 401 before each 200 is normal.`,
        article: 'auth-persistence',
        evidence: [one.at],
        ...levels(one),
      })),
};
