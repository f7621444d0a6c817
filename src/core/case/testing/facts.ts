/** Facts of made-up evidence, in one line each, for the tests of rules and joins. */
import type { Kind, Message, Token } from '../../contract/decoded.ts';
import { FactBase } from '../../facts/fact-base.ts';
import type { Fact, FactOf } from '../../facts/fact.ts';
import { accountOf, spnOf, type Spn } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import type { Rule } from '../rule.ts';

/** Places differ by source, so that a test can see which sources a finding draws on. */
export const place = (source: string): Span => ({ start: 0, end: 1, source });

export function spn(text: string): Spn {
  const found = spnOf(text);
  if (!found) throw new Error(`${text} is no SPN`);
  return found;
}

export const ticket = (name: string): FactOf<'ticket'> => ({
  kind: 'ticket',
  at: place('klist'),
  spn: spn(name),
  seen: 'cache',
});

/** STATUS_NO_TRUST_SAM_ACCOUNT: no account holds the SPN. */
export const refused = (name: string, code = 0xc000018b): FactOf<'ticketRefused'> => ({
  kind: 'ticketRefused',
  at: place('klist'),
  spn: spn(name),
  code,
  space: 'ntstatus',
  told: 'klist',
});

export const owner = (
  name: string,
  account: string,
  isComputer?: boolean,
  logon?: string,
): FactOf<'spnOwner'> => ({
  kind: 'spnOwner',
  at: place('setspn'),
  spn: spn(name),
  account: accountOf(account),
  ...(isComputer !== undefined && { isComputer }),
  ...(logon !== undefined && { logon: accountOf(logon) }),
});

export const search = (
  name: string,
  scope: 'domain' | 'forest' = 'forest',
): FactOf<'spnSearch'> => ({
  kind: 'spnSearch',
  at: place('setspn'),
  spn: spn(name),
  owners: 0,
  scope,
});

type Windows = FactOf<'windowsAuthentication'>;

export const windows = (more: Partial<Windows> = {}): Windows => ({
  kind: 'windowsAuthentication',
  at: place('config'),
  enabled: true,
  kernelMode: true,
  useAppPoolCredentials: false,
  providers: ['Negotiate', 'NTLM'],
  tokenChecking: 'None',
  stated: ['enabled', 'useKernelMode', 'useAppPoolCredentials'],
  ...more,
});

/** A domain user, or one of the built-in identities by its name. */
export function pool(name: string, runsAs: string): FactOf<'poolIdentity'> {
  const builtIn = [
    'ApplicationPoolIdentity',
    'NetworkService',
    'LocalSystem',
    'LocalService',
  ] as const;
  const type = builtIn.find((one) => one === runsAs) ?? 'SpecificUser';
  const account = type === 'SpecificUser' ? { account: accountOf(runsAs) } : {};
  return {
    kind: 'poolIdentity',
    at: place('config'),
    pool: name,
    type,
    ...account,
    isStated: true,
  };
}

export const application = (site: string, path: string, runs: string): FactOf<'application'> => ({
  kind: 'application',
  at: place('config'),
  site,
  path,
  pool: runs,
});

export const binding = (site: string, host: string): FactOf<'binding'> => ({
  kind: 'binding',
  at: place('config'),
  site,
  protocol: 'http',
  address: '*',
  port: '80',
  host,
});

export const aliasOf = (name: string, canonical: string): FactOf<'dnsName'> => ({
  kind: 'dnsName',
  at: place('dns'),
  name,
  canonical,
  addresses: [],
  answer: 'alias',
});

const bare = { bytes: 1, complete: true, layers: [], fields: [] };

export const kerberosToken = (sname: string): Token => ({
  ...bare,
  at: place('http'),
  kerberos: { message: 'AP-REQ', sname },
});

export const ntlmToken = (type: 2 | 3, targetInfo: Record<string, string>): Token => ({
  ...bare,
  at: place('http'),
  ntlm: { type, targetInfo },
});

export const request = (host: string): Message => ({
  direction: 'request',
  host,
  at: place('http'),
});

interface More {
  readonly tokens?: readonly Token[];
  readonly messages?: readonly Message[];
  readonly texts?: Readonly<Record<string, string>>;
}

export function factBase(
  facts: readonly Fact[],
  { tokens = [], messages = [], texts = {} }: More = {},
) {
  const kinds: Kind[] = [];
  const sources = ['klist', 'setspn', 'config', 'dns', 'http'].map((id) => ({
    id,
    text: texts[id] ?? '',
  }));
  return new FactBase(sources, {
    kinds,
    tokens: [...tokens],
    messages: [...messages],
    facts: [...facts],
  });
}

/** In brief: `id: title`, `out`, `undecided: config`, or '' for a rule that does not apply. */
export function judged(rules: readonly Rule[], facts: FactBase): string {
  const all = rules
    .filter(({ needs }) => needs.every((need) => facts.has(need)))
    .flatMap((rule) => {
      const judgement = rule.judge(facts);
      if ('ruledOut' in judgement) return ['out'];
      if ('undecided' in judgement) return [`undecided: ${judgement.missing.join(' ')}`];
      return judgement.map(({ id, title }) => `${id ?? rule.id}: ${title}`);
    });
  return all.join('\n');
}

/** Every command that the findings of `rules` offer, and every one that they ask for. */
export function commandsOf(rules: readonly Rule[], facts: FactBase): string[] {
  const steps = rules.flatMap((rule) => {
    const judgement = rule.needs.every((need) => facts.has(need)) ? rule.judge(facts) : [];
    const asked = Object.values(rule.asks ?? {}).flatMap((ask) => ask(facts)?.step ?? []);
    const found = 'ruledOut' in judgement || 'undecided' in judgement ? [] : judgement;
    return [...asked, ...found.flatMap(({ next = [] }) => next)];
  });
  return steps.flatMap((step) => ('run' in step ? [step.run] : []));
}
