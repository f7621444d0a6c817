/**
 * IIS found Kerberos misconfigured while it refused a logon:
 *
 *     AUTH_KERBEROS_FAILED   KMUsed="false", APUserName="CONTOSO\svc-portal",
 *                            SPNName="HTTP/portal.contoso.com", ADConfigIsOK="false"
 *
 * The event is in no documentation. From its fields: IIS looked for the SPN among those of the account
 * of the application pool. With kernel mode the computer account decrypts, whatever the pool runs as.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { displayName, spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

export const kerberosFailed: Rule = {
  id: 'freb.kerberos-failed',
  says: 'IIS looked for the SPN on the account of the pool.',
  needs: ['tracedKerberosFailure'],
  settles: [
    {
      check: 'decrypting-account',
      state: 'known',
      says: 'IIS compared the SPN with the account of the application pool after a logon with Kerberos failed.',
    },
  ],
  judge: (facts) => {
    const [failure] = facts.all('tracedKerberosFailure');
    if (!failure) return [];
    const { at, spn, account, isSpnOnAccount, isKernelMode } = failure;
    const name = spn ? stated(spelled(spn), at) : 'the SPN';
    const owner = account ? displayName(account) : 'the account of the pool';
    const holds = isSpnOnAccount === false ? 'does not hold it' : 'holds it';
    return [
      {
        severity: isSpnOnAccount === false ? 'error' : 'warning',
        ...told`A logon with Kerberos failed. IIS looked for ${name} on ${owner}, which runs the application pool and ${isSpnOnAccount === undefined ? 'may hold it' : holds}.`,
        article: 'spn-identity-match',
        evidence: [at],
        caveat:
          isKernelMode === true
            ? 'With kernel mode, the computer account decrypts unless useAppPoolCredentials is on. The event is not documented.'
            : 'The event is not documented; this is how its fields read.',
        next: [run('anywhere', command`setspn -F -Q ${[spn && spelled(spn), 'SPN']}`)],
      },
    ];
  },
};
