/**
 * Ansible logged on with a name and a password, and WinRM refused them:
 *
 *     fatal: [box62]: UNREACHABLE! => {"msg": "basic: the specified credentials were rejected by the server"}
 *
 * Certain about the 401 and the method; which of the reasons it is, is not in it. Source: Ansible's guide
 * to WinRM: Basic is for local accounts only.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';

const METHODS: ReadonlyMap<string, string> = new Map([
  ['basic', 'Basic'],
  ['ntlm', 'NTLM'],
  ['credssp', 'CredSSP'],
]);

const BASIC = 'Basic is not enabled there, the account is one of the domain, ';
const REASONS = 'the name or the password is wrong, or the user may not use WinRM.';

export const passwordRejected: Rule = {
  id: 'dotnet.password-rejected',
  says: 'The server rejected the name and the password that Ansible sent.',
  needs: ['clientRefused'],
  judge: (facts) =>
    facts
      .all('clientRefused')
      .filter(({ program }) => program === 'ansible')
      .flatMap(({ host, scheme, at }): Diagnosis[] => {
        const method = METHODS.get(scheme ?? '');
        if (method === undefined) return [];
        const reasons = method === 'Basic' ? `${BASIC}${REASONS}` : REASONS;
        return [
          {
            severity: 'error',
            title: `${host ?? 'The server'} rejected Ansible's logon with ${method}: ${reasons}`,
            article: 'linux-macos-clients',
            evidence: [at],
            next: [
              run('server', command`winrm get winrm/config/service/auth`),
              ...(method === 'Basic'
                ? [say('WinRM takes local accounts only with Basic: for the domain, use Kerberos.')]
                : []),
              say('The user must be in Administrators or Remote Management Users of the server.'),
            ],
          },
        ];
      })
      .slice(0, 1),
};
