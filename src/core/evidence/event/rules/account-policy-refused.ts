/**
 * The account may not use NTLM, or weak pre-authentication: a member of Protected Users, or an authentication
 * policy (4820 to 4824 of the Security log, 100 to 106 of the logs under Authentication).
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { grouped, MOST, nameOf, placesOf, times } from './words.ts';

export const accountPolicyRefused: Rule = {
  id: 'event.account-policy-refused',
  says: 'A policy on the account forbids this kind of logon.',
  needs: ['accountPolicyRefused'],
  judge: (facts) =>
    grouped(
      facts.all('accountPolicyRefused'),
      ({ event, account }) => `${event} ${account?.written ?? ''}`,
    )
      .slice(0, MOST)
      .map((group) => {
        const [{ account, protocol, by, device, policy, at }] = group;
        const who = stated(nameOf(account, 'The user'), at);
        const from = device === undefined ? '' : ` from ${device}`;
        const isProtected = by === 'protected-users';
        const what = protocol === 'NTLM' ? 'NTLM' : 'Kerberos with RC4 or DES';
        return {
          severity: 'error',
          ...(isProtected
            ? told`${who} is in Protected Users and was refused ${what}${from}${times(group)}: such accounts log on with Kerberos and AES only.`
            : told`${who} was refused ${protocol}${from}${times(group)} by an authentication policy${policy === undefined ? '' : ` (${policy})`}.`),
          article:
            protocol === 'NTLM'
              ? 'ntlm-disabled-or-blocked'
              : isProtected
                ? 'rc4-disabled-etype'
                : '401-1-bad-credentials',
          evidence: placesOf(group),
          next:
            protocol === 'NTLM'
              ? [
                  say('Find out why the client did not use Kerberos.'),
                  run('client', command`klist get HTTP/${[undefined, 'HOST NAME OF THE SITE']}`),
                ]
              : [],
        };
      }),
};
