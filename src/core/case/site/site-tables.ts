/**
 * Expected versus actual: a table for each IIS site that the case names, and one for names that belong
 * to none of them. Nothing is concluded from silence: a cell without proof has the command that fills
 * it. Undefined where the evidence names neither a site nor a name that clients use.
 */
import type { Problem } from '../../contract/decoded.ts';
import type { Repair, SiteRow, SiteTable } from '../../contract/site.ts';
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
import { SHOW_CONFIG } from './steps.ts';

const CAVEAT =
  'It holds if the configuration is that of the server that answers, and if what the directory lists is current.';

export function siteTables(facts: FactBase, problems: Problem[]): SiteTable[] | undefined {
  const asked = askedSpns(facts);
  const names = clientNames(facts, asked);
  const sites = sitesWithNames(names, facts).filter((one) => isOfInterest(one, facts));
  const taken = new Set(sites.flatMap(({ own }) => own));
  const others = [...taken].some(isUsed)
    ? []
    : names.filter((one) => isUsed(one) && !taken.has(one));
  const scopes: (Scope & { own: readonly ClientName[] })[] = [
    ...sites.map(({ key, site, own }) => ({ site, sites: new Set([key]), own })),
    ...(others.length > 0 ? [{ sites: scopeOf(others, facts), own: others }] : []),
  ];
  // A site that somebody is seen to use goes before those that are only configured.
  scopes.sort((a, b) => Number(b.own.some(isUsed)) - Number(a.own.some(isUsed)));
  const more = scopes.length - SITE_TABLES;
  if (more > 0) problems.push({ message: notCompared(more), at: { start: 0, end: 0 } });
  const tables = scopes.slice(0, SITE_TABLES).map((one) => table(one, one.own, asked, facts));
  return tables.length > 0 ? tables : undefined;
}

const notCompared = (count: number): string =>
  `${counted(count, 'more site')} with Windows authentication ${count === 1 ? 'has' : 'have'} no table of expected and actual.`;

/** A name that the configuration alone has is none that somebody is seen to use. */
const isUsed = ({ seen }: ClientName): boolean => seen !== SEEN.binding;

interface Site {
  /** Its name in lower case. */
  readonly key: string;
  readonly site: string;
  readonly own: readonly ClientName[];
}

/** By the bindings; without any, all names are those of the only site there is. */
function sitesWithNames(names: readonly ClientName[], facts: FactBase): Site[] {
  const sites = siteNames(facts);
  const answering = names.map((name) => [name, sitesOf(name.host, facts)] as const);
  return [...sites].map(([key, site]) => ({
    key,
    site,
    own: answering.flatMap(([name, all]) => ((all?.has(key) ?? sites.size === 1) ? [name] : [])),
  }));
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

/** A site without Windows authentication is one only if somebody is seen to ask for it. */
function isOfInterest({ key, own }: Site, facts: FactBase): boolean {
  if (!facts.has('windowsAuthentication')) return own.length > 0;
  const isOn = settingsOf(new Set([key]), facts).length > 0;
  return isOn || own.some((name) => isUsed(name) && name.seen !== SEEN.search);
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
  if (made.length === 0) made.push(madeRow(noName(facts), NO_SPN, scope, facts));
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

/** A site that answers to every name, or whose bindings are not known, and nobody is seen to use one. */
function noName(facts: FactBase): SiteRow['name'] {
  return facts.has('binding')
    ? missing(say(ADDRESS), 'The site answers to every name.')
    : missing(SHOW_CONFIG, 'The bindings of the site are not known.');
}

const ADDRESS = 'Add the address that people open, or a request with its Host header.';

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
