/** How pools, sites and accounts are set, and what names resolve to. */
import { run } from '../../../contract/step.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { bareName } from '../../../facts/names.ts';
import { COMPARED } from '../../../limits.ts';
import { command } from '../../../text/escape/command.ts';
import type { Claim, Topic } from './claim.ts';
import { listPools } from './owners.ts';

export function pools(facts: FactBase): Topic {
  const claims = facts
    .all('poolIdentity')
    .filter(({ pool, isStated }) => pool !== '' && isStated)
    .map(({ pool, type, account, at }): Claim => ({
      about: pool.toLowerCase(),
      value: account ? bareName(account) : type,
      shown: account?.written ?? type,
      by: 'a configuration',
      at,
    }));
  return {
    claims,
    words: (about) => `the identity of the pool ${about}`,
    because: 'one of them is older',
    caveat: 'Or they are of two servers.',
    article: 'app-pool-identity',
    settle: listPools,
  };
}

type Windows = FactOf<'windowsAuthentication'>;

/** What two configurations both write out for one location. */
export function windowsSettings(facts: FactBase): Topic {
  const claims = facts.all('windowsAuthentication').flatMap((one): Claim[] => {
    const { location, at } = one;
    if (location === undefined) return [];
    return valuesOf(one).map(([name, value]) => ({
      about: `${name} at ${location === '' ? 'the server' : location}`,
      value,
      shown: value,
      by: 'a configuration',
      at,
    }));
  });
  return {
    claims,
    words: (about) => about,
    because: 'one of them is older',
    caveat: 'Or they are of two servers: in a farm all must agree.',
    article: 'kernel-mode-authentication',
    settle: () => [
      run(
        'server',
        command`%windir%\\system32\\inetsrv\\appcmd.exe list config ${[undefined, 'SITE']} -section:windowsAuthentication`,
      ),
    ],
  };
}

function valuesOf(one: Windows): [name: string, value: string][] {
  const values: [string, string][] = [
    ['useKernelMode', String(one.kernelMode)],
    ['useAppPoolCredentials', String(one.useAppPoolCredentials)],
    ['tokenChecking', one.tokenChecking],
    ['providers', one.providers.join(', ')],
  ];
  return values.filter(([name]) =>
    one.stated.some((stated) => stated.toLowerCase() === name.toLowerCase()),
  );
}

/** The encryption types of one account in two listings. */
export function accountTypes(facts: FactBase): Topic {
  return {
    ...LISTING,
    claims: facts.all('directoryAccount').flatMap((one): Claim[] => {
      const { etypes, places, at } = one;
      if (etypes === undefined) return [];
      return listed(one, String(etypes), places['encryption-types'] ?? at);
    }),
    words: (about) => `the encryption types of ${about}`,
  };
}

/** Whether one account is enabled, in two listings. */
export function accountStates(facts: FactBase): Topic {
  return {
    ...LISTING,
    claims: facts.all('directoryAccount').flatMap((one): Claim[] => {
      const { flags, cleared, places, at } = one;
      const isDisabled = flags.includes('ACCOUNTDISABLE');
      if (!isDisabled && !cleared.includes('ACCOUNTDISABLE')) return [];
      return listed(one, isDisabled ? 'disabled' : 'enabled', places.enabled ?? at);
    }),
    words: (about) => `whether ${about} is enabled`,
  };
}

const LISTING: Pick<Topic, 'because' | 'caveat' | 'article' | 'settle'> = {
  because: 'one of them is older',
  caveat: 'Or one is from a domain controller that the change has not reached.',
  article: 'read-ad-account',
  settle: (about) => [
    run(
      'domain-controller',
      command`Get-ADUser ${[about, 'ACCOUNT']} -Properties Enabled, msDS-SupportedEncryptionTypes`,
    ),
  ],
};

function listed({ account }: FactOf<'directoryAccount'>, value: string, at: Claim['at']): Claim[] {
  if (!account) return [];
  return [{ about: bareName(account), value, shown: value, by: 'a listing of the directory', at }];
}

/** Answers that have no address in common. */
export function names(facts: FactBase): Topic {
  const answers = facts
    .all('dnsName')
    .slice(0, COMPARED)
    .filter(({ addresses, answer }) => answer === 'missing' || addresses.length > 0);
  const claims = answers.map((one): Claim => {
    const { name, answer, addresses, at } = one;
    const same = answers.find(
      (other) =>
        other.name === name && other.addresses.some((address) => addresses.includes(address)),
    );
    const shown = answer === 'missing' ? 'no such name' : addresses.join(', ');
    return {
      about: name,
      value: answer === 'missing' ? '' : (same ?? one).addresses.join(),
      shown,
      by: 'a DNS answer',
      at,
    };
  });
  return {
    claims,
    words: (about) => `the address of ${about}`,
    because: 'one of them is older',
    caveat: 'Or two DNS servers have two views of the name.',
    article: 'cname-alias-spn',
    settle: (about) => [run('client', command`Resolve-DnsName ${[about, 'NAME']}`)],
  };
}
