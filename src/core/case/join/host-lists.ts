/**
 * Whether a list of a browser names a host, by the browser's own way of reading it.
 * Source: Chromium, net/proxy_resolution (rules of HttpAuthFilterAllowlist); Firefox, nsIAuthModule and
 * nsHttpNegotiateAuth.cpp (MatchesBaseURI).
 */
import { hostOf, withoutPort, type Host } from '../../facts/names.ts';

export interface HostList {
  readonly browser: 'edge' | 'chrome' | 'firefox' | 'chromium';
  readonly entries: readonly string[];
}

export function entriesOf(value: string): string[] {
  return value.split(',').flatMap((entry) => (entry.trim() === '' ? [] : entry.trim()));
}

/** True when an entry names the host; a port or scheme in the entry is taken for the right one. */
export function isListed(host: Host, { browser, entries }: HostList): boolean {
  const matches = browser === 'firefox' ? firefoxMatches : chromiumMatches;
  return entries.some((entry) => !isDropped(entry) && matches(entry, hostOf(host)));
}

/** An entry with a slash behind the host, which both browsers drop without a word. */
export function isDropped(entry: string): boolean {
  return withoutScheme(entry).includes('/');
}

const withoutScheme = (entry: string): string => entry.replace(/^[a-z]{2,10}:\/\//i, '');

const bare = (entry: string): string => withoutPort(withoutScheme(entry));

/** `*.contoso.com`: the hosts below it. `contoso.com`: that host alone. */
function chromiumMatches(entry: string, host: Host): boolean {
  const pattern = bare(entry);
  if (pattern.startsWith('.')) return host.endsWith(pattern);
  if (!pattern.includes('*')) return host === pattern;
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.at(-1) ?? '';
  return host.length >= pattern.length - 1 && host.startsWith(first) && host.endsWith(last);
}

/** `contoso.com`: the host and all below it; no wildcards. */
function firefoxMatches(entry: string, host: Host): boolean {
  const pattern = bare(entry);
  if (pattern === '') return true;
  if (pattern.startsWith('.')) return host.endsWith(pattern);
  return host === pattern || host.endsWith(`.${pattern}`);
}
