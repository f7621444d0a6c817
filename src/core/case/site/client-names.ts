/** The names under which clients open web sites, wherever the evidence has one. */
import type { FactBase } from '../../facts/fact-base.ts';
import { hostOf, withoutPort, type Host } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import type { Asked } from './asked.ts';

export interface ClientName {
  readonly host: Host;
  readonly at: Span;
  /** Where it is from, as the table says it. */
  readonly seen: (typeof SEEN)[keyof typeof SEEN];
}

export const SEEN = {
  request: 'In the Host header of a request.',
  url: 'In an address.',
  spn: 'In an SPN that a client asked for.',
  alias: 'An alias in DNS.',
  binding: 'In a binding of the site.',
  search: 'In an SPN that was searched for.',
  holder: 'In an SPN that an account holds.',
} as const;

/** Each name once, by what proves most that clients use it. */
export function clientNames(facts: FactBase, asked: readonly Asked[]): ClientName[] {
  const names = new Map<Host, ClientName>();
  const add = (seen: ClientName['seen'], host: Host | undefined, at: Span) => {
    if (isName(host) && !names.has(host)) names.set(host, { host, at, seen });
  };
  if (isAboutWindows(facts)) {
    for (const { direction, host, at } of facts.messages) {
      if (direction === 'request') add(SEEN.request, host && withoutPort(host), at);
    }
  }
  for (const { url, urlAt, at } of facts.all('errorPage')) add(SEEN.url, hostIn(url), urlAt ?? at);
  for (const { url, at } of facts.all('tracedRequest')) add(SEEN.url, hostIn(url), at);
  const bound = facts.all('binding');
  const targets = new Set(bound.map(({ host }) => host));
  // An SPN for the target of an alias is one for the alias.
  const aliases = facts.all('dnsName').filter(({ canonical }) => canonical !== undefined);
  for (const { name, canonical, at } of aliases) {
    const isAsked = asked.some(({ spn }) => spn.host === canonical);
    if (isAsked || targets.has(canonical ?? '')) add(SEEN.alias, name, at);
  }
  for (const { spn, at } of asked) {
    const isTarget = aliases.some(
      ({ name, canonical }) => canonical === spn.host && names.has(name),
    );
    if (!isTarget) add(SEEN.spn, spn.host, at);
  }
  for (const { host, at } of bound) add(SEEN.binding, host, at);
  for (const { spn, at } of facts.all('spnSearch')) {
    if (spn?.service === 'HTTP') add(SEEN.search, spn.host, at);
  }
  if (names.size === 0 && facts.has('windowsAuthentication')) {
    for (const { spn, at } of facts.all('spnOwner')) {
      if (spn.service === 'HTTP') add(SEEN.holder, spn.host, at);
    }
  }
  return [...names.values()];
}

/** A Host header is in every request; it is of interest where Windows authentication is. */
function isAboutWindows(facts: FactBase): boolean {
  const isWindows = (scheme: string) => /^(?:negotiate|ntlm|nego2|kerberos)$/i.test(scheme);
  return (
    (['windowsAuthentication', 'spnOwner', 'spnSearch', 'ticket', 'ticketRefused'] as const).some(
      (kind) => facts.has(kind),
    ) ||
    facts.tokens.some(({ kerberos, ntlm, spnego }) => kerberos ?? ntlm ?? spnego) ||
    facts.messages.some(({ schemes = [] }) => schemes.some(isWindows))
  );
}

/** No name, and nothing that a resolver is asked for: `` , `*`, `localhost`. */
function isName(host: Host | undefined): host is Host {
  return host !== undefined && host !== 'localhost' && /^[^\s/*+]{1,253}$/.test(host);
}

function hostIn(url = ''): Host | undefined {
  const host = /^https?:\/\/(\[[^\]\s]{1,60}\]|[^\s/?#:@]{1,253})(?=[/:?#]|$)/i.exec(url)?.[1];
  return host === undefined ? undefined : hostOf(host);
}
