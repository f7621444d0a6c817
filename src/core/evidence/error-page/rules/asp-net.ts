/**
 * The page that ASP.NET itself writes:
 *
 *     Server Error in '/' Application.
 *     Access is denied.
 *     Error message 401.2.: Unauthorized: Logon failed due to server configuration. ...
 *
 * System.Web prints 401.2 for its authorization rules only (UrlAuthorizationModule), and 401.3 for the
 * permissions of the file (FileAuthorizationModule); the log of IIS has other numbers. Whether the user
 * was nobody or somebody whom a rule excludes, the page does not tell.
 * Source: .NET reference source, UrlAuthFailedErrorFormatter and FileAccessFailedErrorFormatter.
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import type { Diagnosis } from '../../../case/rule.ts';
import type { Page } from './wording.ts';

const BY_ACL = 'error-page.asp-net-file';
const NO_USER = 'error-page.asp-net-logon';

export const aspNet: Rule = {
  id: 'error-page.asp-net-rules',
  says: 'ASP.NET refused the request.',
  needs: ['errorPage'],
  settles: [
    {
      check: 'negotiate-offered',
      state: 'known',
      says: 'The authorization rules of ASP.NET refused the request. The page does not show whether IIS asked for a logon.',
    },
  ],
  judge: (facts) => {
    const page = facts.all('errorPage').find(({ by }) => by === 'asp.net');
    if (!page) return [];
    if (page.substatus === 3) return [byAcl(page)];
    return page.substatus === 2 ? [byRule(page)] : [byLogon(page)];
  },
};

function byRule({ at }: Page): Diagnosis {
  return {
    severity: 'error',
    ...told`ASP.NET answered ${stated('401.2', at)}: its authorization rules refuse whom IIS handed over. That is nobody where no enabled method of IIS signed the user in.`,
    article: '401-2-server-configuration',
    evidence: [at],
    caveat:
      'A user who is signed in gets the same page where a rule in <authorization> excludes that user.',
    next: [
      say(
        'In web.config, <deny users="?" /> refuses everybody whom IIS did not sign in. Windows authentication has to be on for the site, and Anonymous off:',
      ),
      run(
        'server',
        command`%windir%\\system32\\inetsrv\\appcmd.exe list config ${[undefined, 'SITE']} -section:system.webServer/security/authentication`,
      ),
      say(
        'If the log has a user name in the row of this 401, read the rules of <authorization> from top to bottom: the first one that matches decides.',
      ),
    ],
  };
}

function byAcl({ at }: Page): Diagnosis {
  return {
    id: BY_ACL,
    severity: 'error',
    ...told`ASP.NET answered ${stated('401.3', at)}: the user is known, and the permissions of the file refuse that user.`,
    article: '401-3-acl',
    evidence: [at],
    next: [run('server', command`icacls ${[undefined, 'FILE']}`)],
  };
}

function byLogon({ at }: Page): Diagnosis {
  return {
    id: NO_USER,
    severity: 'warning',
    ...told`ASP.NET answered ${stated('401.1', at)}: it did not recognize the credentials.`,
    article: '401-1-logon-failed',
    evidence: [at],
  };
}
