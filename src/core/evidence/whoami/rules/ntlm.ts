/**
 * The session was authenticated with NTLM:
 *
 *     NT AUTHORITY\NTLM Authentication   Well-known group S-1-5-64-10  Mandatory group, Enabled group
 *
 * Certain for the session in which whoami ran. In a network logon, such as that of a request, the client sent NTLM. A
 * user who is signed in to a computer with NTLM has no ticket-granting ticket, so a browser there sends NTLM, too.
 * Can be wrong when the command ran in another session than the one in question.
 * Source: MS-DTYP 2.4.2.4, NTLM_AUTHENTICATION.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { displayName } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

const INTERACTIVE = 'whoami.ntlm-interactive';

export const ntlm: Rule = {
  id: 'whoami.ntlm',
  says: 'The session was authenticated with NTLM.',
  needs: ['accessToken'],
  settles: [
    {
      check: 'client-sent',
      state: 'failed',
      says: 'The session in which whoami ran was authenticated with NTLM.',
    },
    {
      check: 'client-sent',
      finding: INTERACTIVE,
      state: 'known',
      says: 'The user is signed in to this computer with NTLM. What a browser there sent is not shown.',
    },
  ],
  judge(facts) {
    const [token] = facts
      .all('accessToken')
      .filter(({ authentication }) => authentication === 'NTLM');
    if (!token) return [];
    const { at, account, logon } = token;
    const whose = account === undefined ? 'This session' : `The session of ${displayName(account)}`;
    const isInteractive = logon === 'interactive';
    return [
      {
        ...(isInteractive && { id: INTERACTIVE }),
        severity: 'warning',
        ...told`${whose} was authenticated with NTLM (${stated('S-1-5-64-10', at)})${isInteractive ? ', so Windows holds no ticket-granting ticket for it' : ''}.`,
        article: 'kerberos-or-ntlm',
        evidence: [at],
        caveat: isInteractive
          ? 'A local account, or a sign-in without a domain controller. A later unlock with a domain controller in reach can bring tickets.'
          : 'Only for the session in which whoami ran, such as that of the request or of a remote shell.',
        next: [run('client', command`klist`), run('client', command`klist tgt`)],
      },
    ];
  },
};
