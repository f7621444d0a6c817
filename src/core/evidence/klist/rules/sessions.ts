/**
 * `klist sessions` says how the session in which it ran was signed in:
 *
 *     Current LogonId is 0:0x977a31
 *     [3] Session 0 0:0x977a31 CONTOSO\alice Kerberos:Batch
 *
 * `NTLM` there means a session without Kerberos tickets. `Negotiate` leaves it open.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

export const sessions: Rule = {
  id: 'klist.sessions',
  says: 'The list of sessions says how the user signed in.',
  needs: ['logonSession'],
  judge(facts) {
    const current = facts.all('logonSession').find(({ isCurrent }) => isCurrent);
    if (!current) return [];
    const { account, id, authenticationPackage, at } = current;
    const isNtlm = /^ntlm$/i.test(authenticationPackage);
    return [
      {
        severity: isNtlm ? 'warning' : 'info',
        ...told`klist ran in session ${id} of ${stated(account.written, at)}, which was signed in with ${authenticationPackage}${isNtlm ? ' and so has no Kerberos tickets' : ''}.`,
        article: isNtlm ? 'ntlm-fallback-reasons' : 'klist-guide',
        evidence: [at],
        next: [run('client', command`klist -li ${[id, 'LOGONID']}`)],
      },
    ];
  },
};
