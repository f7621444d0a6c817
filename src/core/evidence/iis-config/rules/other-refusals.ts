/** Three settings that have one sentence each: addresses, ASP.NET Core and the size of a header. */
import type { Rule } from '../../../case/rule.ts';
import { told } from '../../../text/told.ts';
import { SHOWN, where } from './wording.ts';

/** `<ipSecurity allowUnlisted="false" denyAction="Unauthorized" />`; other actions make no 401. */
export const ipRestriction: Rule = {
  id: 'config.ip-restriction',
  says: 'Refused addresses get a 401.',
  needs: ['ipRestriction'],
  judge: (facts) =>
    facts
      .all('ipRestriction')
      .filter(({ denyAction }) => /^unauthorized$/i.test(denyAction ?? ''))
      .slice(0, SHOWN)
      .map((one) => ({
        severity: 'warning',
        ...told`IP restrictions in ${where(one)} answer refused addresses with a 401, which browsers take for a wrong password.`,
        article: '401-501-504-ip-restriction',
        evidence: [one.at],
      })),
};

/** `<aspNetCore forwardWindowsAuthToken="false" />`: the application does not see the user. */
export const aspNetCoreToken: Rule = {
  id: 'config.aspnetcore-token',
  says: 'IIS does not forward the user to the ASP.NET Core application.',
  needs: ['aspNetCore'],
  judge: (facts) =>
    facts
      .all('aspNetCore')
      .filter(({ forwardWindowsAuthToken }) => !forwardWindowsAuthToken)
      .slice(0, SHOWN)
      .map((one) => ({
        severity: 'warning',
        ...told`forwardWindowsAuthToken is off in ${where(one)}: an ASP.NET Core application out of process does not learn who the user is.`,
        article: 'aspnet-core-401',
        evidence: [one.at],
      })),
};

/** `<add header="Authorization" sizeLimit="4096" />`: request filtering refuses with 404.10. */
export const headerLimit: Rule = {
  id: 'config.header-limit',
  says: 'Request filtering limits the size of the Authorization header.',
  needs: ['headerLimit'],
  judge: (facts) =>
    facts
      .all('headerLimit')
      .filter(({ header }) => /^authorization$/i.test(header))
      .slice(0, SHOWN)
      .map((one) => ({
        severity: 'warning',
        ...told`Request filtering in ${where(one)} refuses an Authorization header of more than ${one.bytes} bytes: the ticket of a user in many groups may be larger.`,
        article: 'http-400-header-too-long',
        evidence: [one.at],
      })),
};
