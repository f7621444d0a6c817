/** Which of the settings in the case apply to the site that answers to a name. */
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { compareHosts, type Host } from '../../facts/names.ts';

export type WindowsSettings = FactOf<'windowsAuthentication'>;

const key = (name: string): string => name.toLowerCase();
const siteIn = (location: string): string => key(location.split('/')[0] ?? '');

/**
 * Names of the sites that answer to `host`, in lower case: those bound to it or to an alias of it,
 * else those that are bound to every name. Undefined where no binding is known; empty where
 * the bindings are of other names.
 */
export function sitesOf(host: Host, facts: FactBase): ReadonlySet<string> | undefined {
  const bindings = facts.all('binding');
  if (bindings.length === 0) return undefined;
  const aliases = facts.all('dnsName').filter(({ canonical }) => canonical === host);
  const names = [host, ...aliases.map(({ name }) => name)];
  const bound = (fits: (own: Host) => boolean) =>
    new Set(bindings.filter((one) => fits(one.host)).map(({ site }) => key(site)));
  const exact = bound((own) => names.includes(own));
  if (exact.size > 0) return exact;
  const open = bound((own) => own === '');
  if (open.size > 0) return open;
  // A short name in the binding, the full one in the SPN.
  return bound((own) => compareHosts(own, host) === 'unknown');
}

/** Where Windows authentication is on and a request to one of `sites` may get to. */
export function settingsOf(
  sites: ReadonlySet<string> | undefined,
  facts: FactBase,
): WindowsSettings[] {
  const all = facts.all('windowsAuthentication');
  const own = all.filter(({ location }) => location !== undefined && location !== '');
  const isRoot = (location = '') => !location.includes('/');
  const known = sites && own.filter(({ location = '' }) => sites.has(siteIn(location)));
  const roots = new Set(
    known?.filter(({ location }) => isRoot(location)).map(({ location = '' }) => key(location)),
  );
  // The level of the server counts where a site has no settings of its own.
  const isCovered = sites !== undefined && [...sites].every((site) => roots.has(site));
  const general = all.filter(({ location }) => location === undefined || location === '');
  return [...(known ?? own), ...(isCovered ? [] : general)].filter(({ enabled }) => enabled);
}

/**
 * The pools that run what is at `location` of `sites`; the applications at and below it, for a
 * location inside an application the one that it is in. Undefined where no application is known.
 */
export function poolsAt(
  location: string | undefined,
  sites: ReadonlySet<string> | undefined,
  facts: FactBase,
): string[] | undefined {
  const applications = facts.all('application');
  if (applications.length === 0) return undefined;
  const site = location ? siteIn(location) : undefined;
  const own = applications.filter((one) =>
    site === undefined ? (sites?.has(key(one.site)) ?? true) : key(one.site) === site,
  );
  const path = `/${(location ?? '').split('/').slice(1).join('/')}`.toLowerCase();
  const isWithin = (inner: string, outer: string) =>
    outer === '/' || inner === outer || inner.startsWith(`${outer}/`);
  const below = own.filter((one) => isWithin(key(one.path), path));
  const [around] = own
    .filter((one) => isWithin(path, key(one.path)))
    .sort((a, b) => b.path.length - a.path.length);
  const found = [...(around ? [around] : []), ...below].map(({ pool }) => pool);
  return [...new Set(found)];
}
