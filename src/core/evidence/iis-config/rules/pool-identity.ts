/**
 * What an application pool runs as: the account that decrypts tickets when the computer account does
 * not, and the one that the back end sees.
 *
 *     <processModel identityType="SpecificUser" userName="CONTOSO\svc-portal" password="..." />
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { SHOWN } from './wording.ts';

export const poolIdentity: Rule = {
  id: 'config.pool-identity',
  says: 'The application pool runs as this account.',
  needs: ['poolIdentity'],
  judge: (facts) => {
    const all = facts.all('poolIdentity').filter(({ isStated }) => isStated);
    const own = all.filter(({ account }) => account !== undefined);
    return (own.length > 0 ? own : all).slice(0, SHOWN).map(runsAs);
  },
};

function runsAs({ pool, type, account, at }: FactOf<'poolIdentity'>): Diagnosis {
  const name = pool === '' ? 'The application pool' : `The pool ${pool}`;
  const base = { severity: 'info', article: 'app-pool-identity', evidence: [at] } as const;
  if (account) {
    return {
      ...base,
      ...told`${name} runs as ${stated(account.written, at)}: unless the computer account decrypts tickets, the SPN belongs on that account.`,
      next: [run('anywhere', command`setspn -L ${[account.written, 'ACCOUNT']}`)],
    };
  }
  if (type === 'LocalService') {
    return {
      ...base,
      severity: 'warning',
      ...told`${name} runs as ${stated(type, at)}, which has no account in the domain: it cannot decrypt tickets.`,
    };
  }
  return {
    ...base,
    ...told`${name} runs as ${stated(type, at)}: on the network, that is the computer account.`,
  };
}
