/**
 * Application pools, and the sites and applications that they run. A pool without a `processModel`
 * takes that of `applicationPoolDefaults`, and else ApplicationPoolIdentity (IIS 7.5 and later).
 */
import type { Fact, FactOf } from '../../facts/fact.ts';
import { accountOf, hostOf } from '../../facts/names.ts';
import { attribute, childrenOf, type File, type Node, placeOf, valueOf } from './section.ts';

type Identity = FactOf<'poolIdentity'>['type'];

/** In the order of their numbers, which PowerShell and older tools show. */
const IDENTITIES: readonly Identity[] = [
  'LocalSystem',
  'LocalService',
  'NetworkService',
  'SpecificUser',
  'ApplicationPoolIdentity',
];

export function poolFacts({ sections }: File): Fact[] {
  const nodes = (name: string) =>
    sections.filter((section) => section.name === name).map(({ node }) => node);
  const defaults = childrenOf(nodes('applicationpooldefaults')[0], 'processModel')[0];
  const pools = nodes('pool');
  const owned = new Set(
    [...pools, ...nodes('applicationpooldefaults')].flatMap((node) => node.children),
  );
  const loose = nodes('processmodel').filter((node) => !owned.has(node));
  return [
    ...pools.flatMap((node) => poolOf(node, defaults)),
    ...loose.map((node) => identityFact('', node, node, true)),
    ...nodes('site').flatMap((node) => siteFacts(node, nodes('applicationdefaults')[0])),
  ];
}

function poolOf(node: Node, defaults: Node | undefined): Fact[] {
  const pool = valueOf(node, 'name') ?? '';
  const own = childrenOf(node, 'processModel').find((one) => attribute(one, 'identityType'));
  const inherited = attribute(defaults, 'identityType') ? defaults : undefined;
  const mode = valueOf(node, 'managedPipelineMode');
  const identity = own ?? inherited;
  return [
    identityFact(pool, identity, own ?? node, identity !== undefined),
    ...(mode === undefined
      ? []
      : [{ kind: 'applicationPool', at: placeOf(node, 'name'), pool, ...modeOf(mode) } as const]),
  ];
}

/** `Integrated` or 0, `Classic` or 1. */
export function modeOf(mode: string): Pick<FactOf<'applicationPool'>, 'pipelineMode'> {
  return { pipelineMode: /^(?:classic|1)$/i.test(mode) ? 'Classic' : 'Integrated' };
}

function identityFact(
  pool: string,
  identity: Node | undefined,
  shown: Node,
  isStated: boolean,
): FactOf<'poolIdentity'> {
  const written = valueOf(identity, 'identityType') ?? '4';
  const type =
    IDENTITIES[Number(written)] ??
    IDENTITIES.find((one) => one.toLowerCase() === written.toLowerCase()) ??
    'SpecificUser';
  const user = valueOf(identity, 'userName') ?? '';
  return {
    kind: 'poolIdentity',
    at: shown.at,
    pool,
    type,
    ...(type === 'SpecificUser' && user !== '' && { account: accountOf(user) }),
    isStated,
  };
}

function siteFacts(node: Node, defaults: Node | undefined): Fact[] {
  const site = valueOf(node, 'name') ?? '';
  const bindings = childrenOf(node, 'bindings').flatMap((one) => childrenOf(one, 'binding'));
  const applications = childrenOf(node, 'application');
  return [
    ...applications.flatMap((one): Fact[] => {
      const pool = valueOf(one, 'applicationPool') ?? valueOf(defaults, 'applicationPool');
      const path = valueOf(one, 'path') ?? '/';
      return pool === undefined ? [] : [{ kind: 'application', at: one.at, site, path, pool }];
    }),
    ...bindings.flatMap((one) => {
      const { value = '', at } = attribute(one, 'bindingInformation') ?? { at: one.at };
      return bindingFacts(site, valueOf(one, 'protocol') ?? '', value, at);
    }),
  ];
}

/** `*:80:portal.contoso.com`, `[::1]:80:`; other protocols have no host to sign in to. */
export function bindingFacts(
  site: string,
  protocol: string,
  information: string,
  at: Fact['at'],
): FactOf<'binding'>[] {
  const [, address, port, host] =
    /^(\*|\[[^\]]*\]|[^:]*):(\d{1,5}):(.*)$/.exec(information.trim()) ?? [];
  if (!/^https?$/i.test(protocol) || address === undefined || port === undefined) return [];
  const name = hostOf(host ?? '');
  return [
    { kind: 'binding', at, site, protocol: protocol.toLowerCase(), address, port, host: name },
  ];
}
