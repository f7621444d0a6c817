/**
 * The header that WCF quotes has NTLM and no Negotiate:
 *
 *     The authentication header received from the server was 'NTLM'.
 *
 * Can be wrong where a proxy removed the header, or several headers were not put together.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';

export const negotiateNotOffered: Rule = {
  id: 'dotnet.negotiate-not-offered',
  says: 'The server offers no Negotiate.',
  needs: ['clientRefused'],
  settles: [
    {
      check: 'negotiate-offered',
      state: 'failed',
      says: 'The header of the server that the client quotes has no Negotiate.',
    },
    {
      check: 'negotiate-offered',
      state: 'passed',
      when: 'ruled-out',
      says: 'The header of the server that the client quotes has Negotiate.',
    },
  ],
  judge: (facts) => {
    const quoting = facts.all('clientRefused').filter(({ offered = [] }) => offered.length > 0);
    const lacking = quoting.find(({ offered = [] }) => !offered.includes('Negotiate'));
    if (!lacking) return quoting.length > 0 ? { ruledOut: quoting.map(({ at }) => at) } : [];
    return [
      {
        severity: 'warning',
        title: `The server offers ${(lacking.offered ?? []).join(', ')} and no Negotiate, so no client can use Kerberos.`,
        article: 'negotiate-header-missing',
        evidence: [lacking.at],
        caveat:
          'Only if the program quotes the whole header and no proxy has removed a line of it.',
        next: [
          run(
            'server',
            command`appcmd list config "<site>" -section:system.webServer/security/authentication/windowsAuthentication`,
          ),
        ],
      },
    ];
  },
};
