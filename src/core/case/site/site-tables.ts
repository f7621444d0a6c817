/**
 * Expected versus actual: a table for each IIS site that the case names, and one for names that belong
 * to none of them. Nothing is concluded from silence: a cell without proof has the command that fills
 * it. Undefined where the evidence names neither a site nor a name that clients use.
 */
import type { Problem } from '../../contract/decoded.ts';
import type { Repair, SiteTable } from '../../contract/site.ts';
import { say } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { SITE_ROWS, SITE_TABLES } from '../../limits.ts';
import { counted } from '../../text/counted.ts';
import { settingsOf, sitesOf } from '../join/site-settings.ts';
import { askedSpns, type Asked } from './asked.ts';
import { missing } from './cells.ts';
import { clientNames, SEEN, type ClientName } from './client-names.ts';
import { expectedSpns, type Expected } from './expected-spn.ts';
import { repairsOf } from './repairs.ts';
import { madeRow, nameCell, type MadeRow, type Scope } from './rows.ts';

const CAVEAT =
  'It holds if the configuration is that of the server that answers, and if what the directory lists is current.';

export function siteTables(facts: FactBase, problems: Problem[]): SiteTable[] | undefined {
  const asked = askedSpns(facts);
  const names = clientNames(facts, asked);
  const sites = siteNames(facts);
  const taken = new Set<string>();
  const tables = [...sites].flatMap(([key, site]): SiteTable[] => {
    const own = names.filter((name) => isOf(key, name, sites, facts));
    if (!isOfInterest(key, own, facts)) return [];
    for (const { host } of own) taken.add(host);
    return [table({ site, sites: new Set([key]) }, own, asked, facts)];
  });
  const left = names.filter(({ host }) => !taken.has(host));
  const isAnswered = names.some(({ host, seen }) => taken.has(host) && seen !== SEEN.binding);
  const others = isAnswered ? [] : left.filter(({ seen }) => seen !== SEEN.binding);
  if (others.length > 0)
    tables.push(table({ sites: scopeOf(others, facts) }, others, asked, facts));
  const more = tables.length - SITE_TABLES;
  if (more > 0) {
    const message = `${counted(more, 'more site')} with Windows authentication ${more === 1 ? 'is' : 'are'} not compared with what ${more === 1 ? 'it needs' : 'they need'}.`;
    problems.push({ message, at: { start: 0, end: 0 } });
  }
  return tables.length > 0 ? tables.slice(0, SITE_TABLES) : undefined;
}

/** Sites as the evidence spells them, by their names in lower case. */
function siteNames(facts: FactBase): Map<string, string> {
  const names = [
    ...facts.all('binding').map(({ site }) => site),
    ...facts.all('application').map(({ site }) => site),
    ...facts.all('windowsAuthentication').map(({ location = '' }) => location.split('/')[0] ?? ''),
  ];
  const sites = new Map<string, string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (name !== '' && !sites.has(key)) sites.set(key, name);
  }
  return sites;
}

/** By the bindings; without any, the only site there is. */
function isOf(
  key: string,
  { host }: ClientName,
  sites: ReadonlyMap<string, string>,
  facts: FactBase,
): boolean {
  return sitesOf(host, facts)?.has(key) ?? sites.size === 1;
}

/** A site without Windows authentication is one only if somebody is seen to ask for it. */
function isOfInterest(key: string, own: readonly ClientName[], facts: FactBase): boolean {
  if (!facts.has('windowsAuthentication')) return own.length > 0;
  const isOn = settingsOf(new Set([key]), facts).length > 0;
  return isOn || own.some(({ seen }) => seen !== SEEN.binding && seen !== SEEN.search);
}

/** Nothing is known of who answers to names that no binding has. */
function scopeOf(names: readonly ClientName[], facts: FactBase): ReadonlySet<string> | undefined {
  const isElsewhere = names.every(({ host }) => sitesOf(host, facts)?.size === 0);
  return isElsewhere ? new Set() : undefined;
}

function table(
  scope: Scope,
  names: readonly ClientName[],
  asked: readonly Asked[],
  facts: FactBase,
): SiteTable {
  const named = names.flatMap((name) =>
    expectedSpns(name, asked, facts).map((expected) => ({ name, expected })),
  );
  const made: MadeRow[] = named
    .slice(0, SITE_ROWS)
    .map(({ name, expected }) => madeRow(nameCell(name), expected, scope, facts));
  if (made.length === 0) made.push(madeRow(NO_NAME, NO_SPN, scope, facts));
  const repairs = made.flatMap(({ toRepair }) => (toRepair ? repairsOf(toRepair, facts) : []));
  const left = named.length - made.length;
  return {
    ...(scope.site !== undefined && { site: scope.site }),
    rows: made.map(({ row }) => row),
    ...(left > 0 && { left }),
    repairs: distinct(repairs),
    caveat: CAVEAT,
  };
}

/** A site that answers to every name, and nobody is seen to use one. */
const NO_NAME = missing(
  say('Add the address that people open, or a request with its Host header.'),
  'The site answers to every name.',
);
const NO_SPN: Expected = {
  isCertain: false,
  at: [],
  cell: missing(say('It follows from the name.')),
};

function distinct(repairs: readonly Repair[]): Repair[] {
  const bySteps = new Map<string, Repair>();
  for (const repair of repairs) {
    const key = JSON.stringify(repair.commands);
    if (!bySteps.has(key)) bySteps.set(key, repair);
  }
  return [...bySteps.values()];
}
