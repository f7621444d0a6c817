/** The companies that are simulated: how clients reach the server, and what it logs of them. */
import type { Chance } from './chance.ts';
import { FOUR_SITES, ONE_SITE } from './shop.ts';
import { CENTRAL_COLUMNS, DEFAULT_COLUMNS, type Layout } from './row.ts';
import type { Site } from './site.ts';

export interface Setting {
  readonly name: string;
  readonly people: number;
  readonly sites: readonly Site[];
  readonly layout: (chance: Chance) => Layout;
  /** How the server sees a client. */
  readonly addresses: 'own' | 'forwarded' | 'shared';
}

/** The address that a proxy reports, in one of the ways in which proxies do. */
export const FORWARDED: readonly string[] = [
  'X-Forwarded-For',
  'X-Forwarded-For:port',
  'X-Forwarded-For:list',
  'ClientIP',
  'X-Original-For:port',
];

const columns =
  (names: readonly string[]): Setting['layout'] =>
  () => ({ columns: names });

export const SETTINGS: readonly Setting[] = [
  {
    name: 'own',
    people: 260,
    sites: ONE_SITE,
    addresses: 'own',
    layout: columns(DEFAULT_COLUMNS),
  },
  {
    name: 'forwarded',
    people: 260,
    sites: ONE_SITE,
    addresses: 'forwarded',
    layout: (chance) => ({ columns: DEFAULT_COLUMNS, forwarded: chance.pick(FORWARDED) }),
  },
  {
    name: 'central',
    people: 260,
    sites: FOUR_SITES,
    addresses: 'own',
    layout: columns(CENTRAL_COLUMNS),
  },
  {
    name: 'shared',
    people: 500,
    sites: ONE_SITE,
    addresses: 'shared',
    layout: columns(DEFAULT_COLUMNS),
  },
];
