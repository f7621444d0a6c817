/** The companies that are simulated: what runs on the server, how it sees clients, what it logs. */
import type { Addresses, Form } from './proxies.ts';
import { CENTRAL_COLUMNS, DEFAULT_COLUMNS, type Layout } from './row.ts';
import { FOUR_SITES, ONE_SITE } from './shop.ts';
import type { NamedRefusals, Site } from './site.ts';

export interface Setting {
  readonly name: string;
  readonly people: number;
  readonly sites: readonly Site[];
  readonly addresses: Addresses;
  readonly layoutOf: (seed: number) => Layout & { readonly form: Form };
}

/** The column in which proxies report a client, and how they write it. */
const FORWARDED: readonly (readonly [column: string, form: Form])[] = [
  ['X-Forwarded-For', 'plain'],
  ['X-Forwarded-For', 'port'],
  ['X-Forwarded-For', 'list'],
  ['ClientIP', 'plain'],
  ['X-Original-For', 'port'],
];

const plain = (columns: readonly string[]) => () => ({ columns, form: 'plain' }) as const;

/** The log of one server with one site. */
const OWN: Setting = {
  name: 'own',
  people: 260,
  sites: ONE_SITE,
  addresses: 'own',
  layoutOf: plain(DEFAULT_COLUMNS),
};

/** One address for all people. */
const SHARED: Setting = { ...OWN, name: 'shared', people: 500, addresses: 'shared' };

const named = (refusals: NamedRefusals): Site[] =>
  ONE_SITE.map((site) => ({ ...site, named: refusals }));

const without = (...names: string[]) =>
  plain(DEFAULT_COLUMNS.filter((column) => !names.includes(column)));

export const SETTINGS: readonly Setting[] = [
  OWN,
  {
    ...OWN,
    name: 'forwarded',
    addresses: 'forwarded',
    layoutOf: (seed) => {
      const [forwarded, form] = FORWARDED[seed % FORWARDED.length] ?? ['X-Forwarded-For', 'plain'];
      return { columns: DEFAULT_COLUMNS, forwarded, form };
    },
  },
  { ...OWN, name: 'central', sites: FOUR_SITES, layoutOf: plain(CENTRAL_COLUMNS) },
  SHARED,
];

/** Logs that tell less or more; what is lost with a column is worth knowing. */
export const VARIANTS: readonly Setting[] = [
  { ...SHARED, name: 'shared by 1500', people: 1_500 },
  { ...OWN, name: 'without time-taken', layoutOf: without('time-taken') },
  { ...OWN, name: 'without agent', layoutOf: without('cs(User-Agent)') },
  { ...OWN, name: 'without referer', layoutOf: without('cs(Referer)') },
  { ...OWN, name: 'refusals without names', sites: named('none') },
  { ...OWN, name: 'all refusals with names', sites: named('all') },
];
