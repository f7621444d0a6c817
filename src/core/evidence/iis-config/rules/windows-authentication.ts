/**
 * Which account decrypts tickets, as far as configuration says so.
 *
 *     <windowsAuthentication enabled="true" useKernelMode="true" useAppPoolCredentials="false" />
 *
 * With kernel mode on and useAppPoolCredentials off it is the computer account, else that of the pool.
 * A default is told as one: a level that is not in the evidence may have changed it.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import { command } from '../../../text/escape/command.ts';
import { told } from '../../../text/told.ts';
import { levels, SHOWN, where, type Windows } from './wording.ts';

const CHECK = { check: 'decrypting-account', state: 'known' } as const;

export const windowsAuthentication: Rule = {
  id: 'config.windows-authentication',
  says: 'Kernel mode and useAppPoolCredentials decide which account decrypts tickets.',
  needs: ['windowsAuthentication'],
  settles: [
    {
      ...CHECK,
      finding: 'config.pool-decrypts',
      says: 'The account of the application pool decrypts tickets.',
    },
    {
      ...CHECK,
      finding: 'config.computer-decrypts',
      says: 'Kernel mode is on and useAppPoolCredentials is off: the computer account decrypts tickets.',
    },
    {
      ...CHECK,
      says: 'Nothing in the evidence changes the default: the computer account decrypts.',
    },
    {
      check: 'negotiate-offered',
      state: 'known',
      says: 'Windows authentication is configured; which providers it inherits is not shown.',
    },
  ],
  judge: (facts) =>
    facts
      .all('windowsAuthentication')
      .filter((one) => one.enabled || isSilentOnEnabled(one))
      .slice(0, SHOWN)
      .map((one) => decrypts(one, facts)),
};

/** A fragment that sets something and leaves out whether Windows authentication is on. */
function isSilentOnEnabled({ file, stated }: Windows): boolean {
  return file !== 'applicationHost.config' && stated.length > 0 && !stated.includes('enabled');
}

function decrypts(one: Windows, facts: FactBase): Diagnosis {
  const place = where(one);
  const host = facts.all('binding').find((binding) => binding.host !== '')?.host;
  const base = {
    severity: 'info',
    evidence: [one.at],
    ...levels(one),
    next: [
      say('The SPN of the site belongs on that account. Look up who holds it:'),
      run('anywhere', command`setspn -F -Q HTTP/${[host, 'HOST']}`),
    ],
  } as const;
  if (!one.kernelMode || one.useAppPoolCredentials) {
    const why = one.kernelMode ? 'useAppPoolCredentials is on' : 'Kernel mode is off';
    return {
      ...base,
      id: 'config.pool-decrypts',
      ...told`${why} in ${place}: the account of the application pool decrypts tickets.`,
      article: 'kernel-mode-authentication',
    };
  }
  const isStated = ['useKernelMode', 'useAppPoolCredentials'].every((name) =>
    one.stated.includes(name),
  );
  if (isStated || one.file === 'applicationHost.config') {
    return {
      ...base,
      id: 'config.computer-decrypts',
      ...told`Kernel mode is on and useAppPoolCredentials is off in ${place}: the computer account decrypts tickets.`,
      article: 'kernel-mode-authentication',
    };
  }
  return {
    ...base,
    ...told`Nothing in ${place} changes which account decrypts tickets: by default, the computer account does.`,
    article: 'kernel-mode-authentication',
  };
}
