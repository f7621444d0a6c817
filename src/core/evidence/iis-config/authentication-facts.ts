/**
 * The settings of authentication at each location: defaults < the file's own level < each location on
 * the path, with what the evidence writes out. Source of the defaults: IIS_schema.xml of IIS 10, and
 * for the list of providers the applicationHost.config that IIS installs.
 */
import type { Fact, FactOf } from '../../facts/fact.ts';
import { accountOf } from '../../facts/names.ts';
import {
  attribute,
  booleanOf,
  childrenOf,
  type File,
  listOf,
  locationOf,
  type Node,
  valueOf,
} from './section.ts';

const PROVIDERS = ['Negotiate', 'NTLM'];

const STATED = [
  'enabled',
  'useKernelMode',
  'useAppPoolCredentials',
  'providers',
  'tokenChecking',
  'flags',
  'authPersistNonNTLM',
  'authPersistSingleRequest',
];

const OTHERS: readonly (readonly [string, FactOf<'otherAuthentication'>['method']])[] = [
  ['anonymousauthentication', 'anonymous'],
  ['basicauthentication', 'basic'],
  ['digestauthentication', 'digest'],
  ['clientcertificatemappingauthentication', 'clientCertificate'],
  ['iisclientcertificatemappingauthentication', 'iisClientCertificate'],
];

/** Facts of one file, a location at a time. */
export function authenticationFacts(file: File): Fact[] {
  const named = file.sections.filter(({ name }) => name.endsWith('authentication'));
  const paths = [...new Set(named.map(({ path }) => path))];
  const byName = Map.groupBy(named, ({ name, path }) => `${name}|${path.toLowerCase()}`);
  return paths.flatMap((path): Fact[] => {
    const chain = (name: string) =>
      levelsOf(path).flatMap((level) =>
        (byName.get(`${name}|${level}`) ?? []).map(({ node }) => node),
      );
    const place = locationOf(file, path);
    const windows = windowsFact(chain('windowsauthentication'), file.kind);
    return [
      ...(windows ? [{ ...place, ...windows }] : []),
      ...OTHERS.flatMap(([name, method]) => {
        const fact = otherFact(chain(name), method);
        return fact ? [{ ...place, ...fact }] : [];
      }),
      ...formsFacts(chain('authentication')).map((fact) => ({ ...place, ...fact })),
    ];
  });
}

/** `A/b/c` -> '', `a`, `a/b`, `a/b/c` */
function levelsOf(path: string): string[] {
  if (path === '') return [''];
  const parts = path.toLowerCase().split('/').slice(0, 30);
  return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}

/** The last level that sets an attribute decides. */
function last<Value>(chain: readonly Node[], get: (node: Node) => Value | undefined) {
  return chain.map(get).findLast((value) => value !== undefined);
}

function windowsFact(
  chain: readonly Node[],
  file: File['kind'],
): FactOf<'windowsAuthentication'> | undefined {
  const own = chain.at(-1);
  if (!own) return undefined;
  const bool = (name: string) => last(chain, (node) => booleanOf(node, name));
  const protections = chain.flatMap((node) => childrenOf(node, 'extendedProtection'));
  const checking = last(protections, (node) => valueOf(node, 'tokenChecking'));
  const flags = last(protections, (node) => valueOf(node, 'flags'));
  const spns = protections.flatMap((node) =>
    childrenOf(node, 'spn').flatMap((spn) => valueOf(spn, 'name') ?? []),
  );
  const written = new Set(
    [...chain, ...protections].flatMap((node) =>
      node.attributes.map(({ name }) => name.toLowerCase()),
    ),
  );
  const { providers, isStated, isWhole } = providersOf(chain);
  const nonNtlm = bool('authPersistNonNTLM');
  const single = bool('authPersistSingleRequest');
  return {
    kind: 'windowsAuthentication',
    at: own.at,
    enabled: bool('enabled') ?? false,
    kernelMode: bool('useKernelMode') ?? true,
    useAppPoolCredentials: bool('useAppPoolCredentials') ?? false,
    providers,
    tokenChecking: checkingOf(checking),
    stated: STATED.filter((name) =>
      name === 'providers' ? isStated : written.has(name.toLowerCase()),
    ),
    ...(file && { file }),
    isProviderListWhole: isWhole || file === 'applicationHost.config',
    ...(flags !== undefined && { flags: listOf(flags).filter((flag) => !/^none$/i.test(flag)) }),
    ...(spns.length > 0 && { spns }),
    ...(nonNtlm !== undefined && { authPersistNonNTLM: nonNtlm }),
    ...(single !== undefined && { authPersistSingleRequest: single }),
  };
}

function checkingOf(value = ''): 'None' | 'Allow' | 'Require' {
  if (/^(?:allow|1)$/i.test(value)) return 'Allow';
  return /^(?:require|2)$/i.test(value) ? 'Require' : 'None';
}

/** A list without `<clear />` adds to an inherited one; IIS refuses an entry that is there already. */
function providersOf(chain: readonly Node[]) {
  const steps = chain.flatMap((node) =>
    childrenOf(node, 'providers').flatMap((one) => one.children),
  );
  const adds = steps.filter(({ name }) => /^add$/i.test(name));
  const first = steps[0]?.name.toLowerCase();
  const isFresh = adds.some((node) => PROVIDERS.includes(valueOf(node, 'value') ?? ''));
  let providers = first === 'add' && isFresh ? [] : PROVIDERS;
  for (const step of steps) {
    const value = valueOf(step, 'value') ?? '';
    if (/^clear$/i.test(step.name)) providers = [];
    else providers = providers.filter((one) => one.toLowerCase() !== value.toLowerCase());
    if (/^add$/i.test(step.name)) providers = [...providers, value];
  }
  const isWhole = steps.some(({ name }) => /^clear$/i.test(name));
  return { providers, isStated: steps.length > 0, isWhole };
}

/** Silence proves nothing: a method that no level switches on or off is left out. */
function otherFact(
  chain: readonly Node[],
  method: FactOf<'otherAuthentication'>['method'],
): FactOf<'otherAuthentication'> | undefined {
  const own = chain.findLast((node) => attribute(node, 'enabled'));
  if (!own) return undefined;
  const user = last(chain, (node) => valueOf(node, 'userName')) ?? '';
  return {
    kind: 'otherAuthentication',
    at: own.at,
    method,
    enabled: booleanOf(own, 'enabled') ?? false,
    ...(user !== '' && { user: accountOf(user) }),
  };
}

function formsFacts(chain: readonly Node[]): FactOf<'otherAuthentication'>[] {
  return chain.slice(-1).map((node) => ({
    kind: 'otherAuthentication',
    at: node.at,
    method: 'forms',
    enabled: /^forms$/i.test(valueOf(node, 'mode') ?? ''),
  }));
}
