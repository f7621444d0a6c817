/**
 * Ansible used Kerberos, and the server rejected it:
 *
 *     fatal: [box62]: UNREACHABLE! => {"msg": "kerberos: the specified credentials were rejected by the server"}
 *
 * The ticket was there: without one, Ansible says so instead. So it is not the password. Certain about
 * the 401; which of the three reasons it is, is not in it.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';

export const kerberosRejected: Rule = {
  id: 'dotnet.kerberos-rejected',
  says: 'The server rejected the Kerberos ticket of Ansible.',
  needs: ['clientRefused'],
  settles: [
    {
      check: 'ticket-issued',
      state: 'known',
      says: 'Without a ticket Ansible says so, so it had one to send.',
    },
  ],
  judge: (facts) =>
    facts
      .all('clientRefused')
      .filter(({ program, scheme }) => program === 'ansible' && scheme === 'kerberos')
      .slice(0, 1)
      .map(({ host, at }): Diagnosis => ({
        severity: 'error',
        title: `${host ?? 'The server'} rejected the Kerberos ticket of Ansible: the SPN is on another account, the user may not use WinRM, or a channel binding is wanted.`,
        article: 'spn-identity-match',
        evidence: [at],
        caveat: 'It is not the password: without a ticket Ansible would say so.',
        next: [
          run('anywhere', command`setspn -F -Q */${[host, 'HOST']}`),
          say(
            'HTTP/ of that name must be on no account, or on the computer itself; WSMAN/ and HOST/ belong to the computer.',
          ),
          run('server', command`winrm get winrm/config/service/auth`),
          say('The user must be in Administrators or Remote Management Users of the server.'),
        ],
      })),
};
