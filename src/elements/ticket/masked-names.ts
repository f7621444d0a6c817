/** The names of a case that a stranger should not read, collected from what was read of it. */
import type { Decoded } from '../../core/index.ts';

export interface Names {
  readonly accounts: ReadonlySet<string>;
  readonly hosts: ReadonlySet<string>;
  /** DNS names and NetBIOS names of domains, and realms. */
  readonly domains: ReadonlySet<string>;
}

/** Fields of facts, tokens and rows that hold a name as plain text, by what they name. */
const FIELDS: Readonly<Record<string, keyof Names>> = {
  user: 'accounts',
  cname: 'accounts',
  sname: 'accounts',
  account: 'accounts',
  workstation: 'hosts',
  host: 'hosts',
  kdc: 'hosts',
  computer: 'hosts',
  domain: 'domains',
  realm: 'domains',
};

/** Accounts that every computer has: they name nobody. */
const EVERYWHERE = new Set([
  ...['anonymous', 'anonymous logon', 'system', 'local system', 'network service', 'local service'],
  ...['applicationpoolidentity', 'localsystem', 'networkservice', 'localservice', 'iusr', 'krbtgt'],
]);
const NOT_DOMAINS = new Set(['nt authority', 'iis apppool', 'builtin', 'nt service', '.']);

/** Lower-case names; what is no name, such as `-` and addresses, is left out. */
export function namesIn({ facts, tokens, messages, exchanges, log }: Decoded): Names {
  const names = {
    accounts: new Set<string>(),
    hosts: new Set<string>(),
    domains: new Set<string>(),
  };
  const left: unknown[] = [facts, tokens, messages, exchanges, log?.entries];
  for (let next = left.pop(); left.length > 0 || next !== undefined; next = left.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (isAccount(next)) takeAccount(next.name, next.domain, names);
    for (const [key, value] of Object.entries(next)) {
      if (typeof value === 'string') take(FIELDS[key], value, names);
      else left.push(value);
    }
  }
  for (const { name } of log?.story?.users.top ?? []) take('accounts', name, names);
  return names;
}

type Growing = Record<keyof Names, Set<string>>;

function take(kind: keyof Names | undefined, value: string, names: Growing): void {
  if (!kind || !/^[\w.$\\@ -]{2,120}$/.test(value)) return;
  if (kind !== 'accounts') {
    if (/[a-z]/i.test(value) && !NOT_DOMAINS.has(value.toLowerCase())) {
      const name = value.toLowerCase().replace(/\.$/, '');
      names[kind].add(name);
      // The same without its domain: `portal`, `contoso`.
      const [first = ''] = name.split('.');
      if (first.length > 1 && first !== 'localhost' && first !== 'www') names[kind].add(first);
    }
    return;
  }
  const parts = value.includes('\\') ? halves(value, '\\') : halves(value, '@').reverse();
  const [domain, name = value] = parts.length > 1 ? parts : [];
  takeAccount(name, domain, names);
}

function halves(value: string, between: string): string[] {
  const at = value.indexOf(between);
  return at < 0 ? [value] : [value.slice(0, at), value.slice(at + 1)];
}

function takeAccount(name: string, domain: string | undefined, names: Growing): void {
  const own = name.toLowerCase();
  if (/[a-z]/.test(own) && own.length > 1 && !own.includes('/') && !EVERYWHERE.has(own)) {
    names.accounts.add(own);
  }
  if (domain !== undefined) take('domains', domain, names);
}

function isAccount(value: object): value is { name: string; domain?: string } {
  return 'written' in value && 'form' in value && 'name' in value;
}
