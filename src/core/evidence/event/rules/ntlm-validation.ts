/**
 * A password was checked with NTLM (4776, 680), on a domain controller or for a local account:
 *
 *     Logon Account:         alex
 *     Source Workstation:    PC081
 *     Error Code:            0xC000006A      the password is wrong; 0x0 that it was right
 *
 * Certain about the check. The event names the client and not the server that asked.
 */
import type { Diagnosis, Rule, Settles } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { logonReason } from './logon-statuses.ts';
import { fromOf, grouped, MOST, nameOf, placesOf, times } from './words.ts';

type Validation = FactOf<'ntlmValidation'>;

const PASSED = 'event.ntlm-validated';
const NTLM: Omit<Settles, 'finding'> = {
  check: 'client-sent',
  state: 'failed',
  says: 'A computer recorded that it checked a password with NTLM.',
};

export const ntlmValidation: Rule = {
  id: 'event.ntlm-refused',
  says: 'A computer checked a password with NTLM.',
  needs: ['ntlmValidation'],
  settles: [NTLM, { ...NTLM, finding: PASSED }],
  judge: (facts) =>
    grouped(
      facts.all('ntlmValidation'),
      ({ status, account, workstation }) =>
        `${status} ${account?.written ?? ''} ${workstation ?? ''}`,
    )
      .slice(0, MOST)
      .map(diagnose),
};

function diagnose(group: readonly [Validation, ...Validation[]]): Diagnosis {
  const [first] = group;
  const { status, account, at } = first;
  const who = `${nameOf(account, 'a user')}${fromOf(first)}`;
  const base = {
    evidence: placesOf(group),
    caveat: 'The event does not name the server that asked; 8004 does.',
  };
  if (status === 0) {
    return {
      ...base,
      id: PASSED,
      severity: 'info',
      ...told`The password of ${who} was checked with NTLM and was ${stated('right', at)}${times(group)}: this logon was not Kerberos.`,
      article: 'ntlm-audit-inventory',
      next: [
        run('client', command`klist get HTTP/${[undefined, 'HOST NAME OF THE SITE']}`),
        say('An error there says why Kerberos was not used.'),
      ],
    };
  }
  const { name, article, because, next } = logonReason(status, account);
  return {
    ...base,
    severity: 'error',
    ...told`NTLM of ${who} was refused${times(group)}: ${because} (${stated(name, at)}).`,
    article,
    next,
  };
}
