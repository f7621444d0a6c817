/**
 * Which account decrypts the tickets of a site: with kernel mode the computer account, whatever the
 * pool runs as, unless useAppPoolCredentials is on; otherwise the identity of the pool, which for
 * ApplicationPoolIdentity, NetworkService and LocalSystem is the computer account on the network.
 * Source: windowsAuthentication in the IIS configuration reference; Authentication, HTTP Server API.
 */
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import type { Account, Host } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { poolsAt, settingsOf, sitesOf, type WindowsSettings } from './site-settings.ts';

export interface Decrypting {
  /** `none`: the identity has no key in the directory. `unknown`: the evidence does not say. */
  readonly as: 'computer' | 'account' | 'none' | 'unknown';
  /** With `account`. */
  readonly account?: Account;
  /** True where kernel mode decides, so that the pool's identity does not matter. */
  readonly isKernel: boolean;
  /** Continues "..., and": why it is this account. */
  readonly why: string;
  readonly evidence: readonly Span[];
  /** What the settings leave open. */
  readonly caveat?: string;
  readonly location?: string;
  /** What decides. */
  readonly settings: WindowsSettings;
}

type PoolIdentity = FactOf<'poolIdentity'>;

/**
 * Every account that may decrypt for the site at `host`, each once: several where the configuration
 * has several sites, locations or pools and does not tell which of them is meant. Empty where
 * Windows authentication is on nowhere that is known, or the bindings are of other names.
 */
export function decryptingAccounts(host: Host, facts: FactBase): Decrypting[] {
  return decryptingFor(sitesOf(host, facts), facts);
}

/** The same for sites by their names in lower case; for all that are known where they are undefined. */
export function decryptingFor(
  sites: ReadonlySet<string> | undefined,
  facts: FactBase,
): Decrypting[] {
  if (sites?.size === 0) return [];
  const all = settingsOf(sites, facts).flatMap((settings) => accountsBy(settings, sites, facts));
  const distinct = new Map<string, Decrypting>();
  for (const one of all) {
    const key = `${one.as} ${one.account?.written ?? ''} ${one.isKernel ? '' : one.why}`;
    if (!distinct.has(key)) distinct.set(key, one);
  }
  return [...distinct.values()];
}

function accountsBy(
  settings: WindowsSettings,
  sites: ReadonlySet<string> | undefined,
  facts: FactBase,
): Decrypting[] {
  const { at, location, kernelMode, useAppPoolCredentials } = settings;
  const base = {
    settings,
    ...(location !== undefined && location !== '' && { location }),
    ...caveatOf(settings),
  };
  if (kernelMode && !useAppPoolCredentials) {
    const why = 'kernel mode leaves decryption to the computer account';
    return [{ ...base, as: 'computer', isKernel: true, why, evidence: [at] }];
  }
  const unknown: Decrypting = {
    ...base,
    as: 'unknown',
    isKernel: false,
    why: 'the identity of the pool is not known',
    evidence: [at],
  };
  const identities = facts.all('poolIdentity');
  const pools = poolsAt(location, sites, facts);
  if (!pools) {
    if (identities.length === 0) return [unknown];
    return identities.map((one) => ({ ...base, ...identityOf(one, at) }));
  }
  return pools.map((pool) => {
    const own = identities.find((one) => one.pool.toLowerCase() === pool.toLowerCase());
    return own ? { ...base, ...identityOf(own, at) } : unknown;
  });
}

type Identity = Omit<Decrypting, 'settings'>;

function identityOf({ pool, type, account, at }: PoolIdentity, settings: Span): Identity {
  const runs = pool === '' ? 'the pool runs as' : `the pool ${pool} runs as`;
  const evidence = [settings, at];
  if (type === 'SpecificUser') {
    return account
      ? { as: 'account', account, isKernel: false, why: `${runs} ${account.written}`, evidence }
      : { as: 'unknown', isKernel: false, why: `${runs} a user that is not shown`, evidence };
  }
  return type === 'LocalService'
    ? {
        as: 'none',
        isKernel: false,
        why: `${runs} ${type}, which has no key in the directory`,
        evidence,
      }
    : {
        as: 'computer',
        isKernel: false,
        why: `${runs} ${type}, which is the computer account on the network`,
        evidence,
      };
}

/** A fragment leaves to other levels what it does not write out. */
function caveatOf({ stated, file, kernelMode }: WindowsSettings): { caveat?: string } {
  const decides = kernelMode ? ['useKernelMode', 'useAppPoolCredentials'] : ['useKernelMode'];
  const names = stated.map((name) => name.toLowerCase());
  const open = decides.filter((name) => !names.includes(name.toLowerCase()));
  if (file === 'applicationHost.config' || open.length === 0) return {};
  return {
    caveat: `The evidence does not set ${open.join(' or ')}; the default is assumed, and another level of the configuration may set it.`,
  };
}
