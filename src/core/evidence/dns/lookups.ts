/** From what the lines of answers say to what each name that was asked for resolves to. */
import type { FactOf } from '../../facts/fact.ts';
import { hostOf, type Host } from '../../facts/names.ts';
import { cover, type Span } from '../../facts/span.ts';
import type { Statement } from './statement.ts';

type DnsName = FactOf<'dnsName'>;

/** Aliases of aliases that are followed; resolvers give up earlier. */
const CHAIN = 16;

/** Addresses that are kept of one name. */
const ADDRESSES = 32;

interface Lookup {
  readonly aliases: Map<Host, { readonly target: Host; readonly at: Span }>;
  readonly addresses: Map<Host, { readonly value: string; readonly at: Span }[]>;
  readonly missing: Map<Host, Span>;
}

/** The facts, in the order of the text; a name in the middle of a chain has none of its own. */
export function dnsNames(statements: readonly Statement[]): DnsName[] {
  return lookups(statements)
    .flatMap(namesOf)
    .sort((a, b) => a.at.start - b.at.start);
}

function lookups(statements: readonly Statement[]): Lookup[] {
  const all: Lookup[] = [empty()];
  const ordered = [...statements].sort((a, b) => a.at.start - b.at.start);
  for (const statement of ordered) {
    const lookup = all.at(-1) ?? empty();
    if (statement.says === 'begins') all.push(empty());
    else if (statement.says !== 'nothing') note(lookup, statement);
  }
  return all;
}

const empty = (): Lookup => ({ aliases: new Map(), addresses: new Map(), missing: new Map() });

function note(
  { aliases, addresses, missing }: Lookup,
  statement: Exclude<Statement, { says: 'begins' | 'nothing' }>,
): void {
  const name = hostOf(statement.name);
  const { at } = statement;
  if (statement.says === 'missing') missing.set(name, at);
  else if (statement.says === 'alias') {
    const target = hostOf(statement.value);
    if (!aliases.has(name) && target !== name) aliases.set(name, { target, at });
  } else {
    const before = addresses.get(name) ?? [];
    const isKnown = before.some(({ value }) => value === statement.value);
    if (!isKnown && before.length < ADDRESSES) {
      addresses.set(name, [...before, { value: statement.value, at }]);
    }
  }
}

function namesOf(lookup: Lookup): DnsName[] {
  const targets = new Set([...lookup.aliases.values()].map(({ target }) => target));
  const names = new Set([
    ...lookup.aliases.keys(),
    ...lookup.addresses.keys(),
    ...lookup.missing.keys(),
  ]);
  return [...names].filter((name) => !targets.has(name)).map((name) => resolved(name, lookup));
}

function resolved(name: Host, { aliases, addresses, missing }: Lookup): DnsName {
  const places: Span[] = [];
  let canonical = name;
  for (let steps = 0; steps < CHAIN; steps++) {
    const alias = aliases.get(canonical);
    if (!alias) break;
    places.push(alias.at);
    canonical = alias.target;
  }
  const found = addresses.get(canonical) ?? [];
  const gone = missing.get(name);
  const at = cover([...places, ...found.map((one) => one.at), ...(gone ? [gone] : [])]);
  return {
    kind: 'dnsName',
    at: at ?? { start: 0, end: 0 },
    name,
    ...(canonical !== name && { canonical }),
    addresses: found.map(({ value }) => value),
    answer: canonical !== name ? 'alias' : found.length > 0 ? 'address' : 'missing',
  };
}
