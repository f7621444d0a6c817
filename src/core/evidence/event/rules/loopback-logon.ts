/**
 * NTLM from the computer to itself, refused without a reason: the loopback check, and no password.
 *
 *     Event ID:                537, or 4625
 *     Authentication Package:  NTLM
 *     Workstation Name:        WEB01          the computer that wrote the event
 *     Status code:             0xC000006D
 *     Substatus code:          0x0
 *
 * Can be wrong where a test on the server used a password that is wrong; then the sub status is 0xC000006A.
 * Source: KB 896861.
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { LOGON_FAILURE } from './logon-statuses.ts';
import { isLoopback, isSameComputer, nameOf, placesOf, times } from './words.ts';

const NETWORK = 3;

export function isLoopbackLogon(one: FactOf<'logonFailed'>): boolean {
  const { status, subStatus = 0, package: name, logonType = NETWORK } = one;
  const isNtlm = /^NTLM$/i.test(name ?? '') || /^NtLmSsp/i.test(one.logonProcess ?? '');
  if (!isNtlm || status !== LOGON_FAILURE || subStatus !== 0 || logonType !== NETWORK) return false;
  return isSameComputer(one.workstation, one.computer) || isLoopback(one.address);
}

export const loopbackLogon: Rule = {
  id: 'event.loopback-logon',
  says: 'The computer refused NTLM from itself.',
  needs: ['logonFailed'],
  settles: [
    {
      check: 'two-machines',
      state: 'failed',
      says: 'The server recorded an NTLM logon from itself that it refused without a reason.',
    },
  ],
  judge(facts) {
    const [first, ...others] = facts.all('logonFailed').filter(isLoopbackLogon);
    if (!first) return [];
    const { workstation, address, account, at } = first;
    return [
      {
        severity: 'error',
        ...told`${nameOf(account, 'Somebody')} was refused on the server itself (NTLM from ${workstation ?? address ?? 'its own address'}, ${stated('STATUS_LOGON_FAILURE', at)} without a sub status)${times([first, ...others])}: this is the loopback check and not the password.`,
        article: 'loopback-check',
        evidence: placesOf([first, ...others]),
        caveat:
          'Only if the name in the URL is not the computer name. A wrong password has sub status 0xC000006A.',
        next: [
          say('Browse from another computer. If it works there, the site needs no change.'),
          run(
            'server',
            command`reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\MSV1_0 /v BackConnectionHostNames`,
          ),
        ],
      },
    ];
  },
};
