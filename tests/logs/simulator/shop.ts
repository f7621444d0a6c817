/** Sites of a company, with what is on them. */
import type { Resource, Site } from './site.ts';

const page = (stem: string, more: Partial<Resource> = {}): Resource => ({ stem, ...more });

/** The start page first: it is asked for most. */
const PAGES: readonly Resource[] = [
  page('/'),
  page('/app/default.aspx'),
  page('/app/search.aspx', { ms: 400 }),
  page('/reports/'),
  page('/app/old.aspx', { status: 302 }),
  page('/docs/handbook.pdf', { ms: 900 }),
  page('/app/orders.aspx'),
  page('/app/missing.aspx', { status: 404, win32: 2 }),
  page('/hr/salaries.aspx', { guard: 'acl' }),
  page('/reports/yearly.aspx', { ms: 9_000 }),
  page('/app/customers.aspx'),
  page('/admin/', { guard: 'rule' }),
  page('/cgi-bin/print.exe', { guard: 'cgi' }),
  page('/media/training.mp4', { ms: 150_000 }),
  page('/app/stock.aspx'),
];

const PARTS: readonly Resource[] = [
  page('/content/site.css'),
  page('/scripts/app.js'),
  page('/api/user'),
  page('/images/logo.png', { isAnonymous: true }),
  page('/favicon.ico', { status: 404, win32: 2 }),
  page('/signalr/connect', { isSocket: true }),
  page('/api/news', { ms: 60 }),
  page('/api/token', { guard: 'application' }),
  page('/scripts/grid.js'),
  page('/content/grid.css'),
  page('/api/orders', { ms: 250, method: 'POST' }),
  ...Array.from({ length: 14 }, (_, i) => page(`/images/icon${i}.png`)),
];

const PORTAL: Site = {
  ...{ id: 1, name: 'portal', host: 'portal.contoso.com', address: '10.0.4.21', port: 443 },
  ...{ scheme: 'windows', isKernelMode: true, keepsKerberos: true, needsBinding: false },
  ...{ named: 'basic', pages: PAGES, parts: PARTS },
};

const under = (prefix: string, list: readonly Resource[]): Resource[] =>
  list.map((resource) => ({ ...resource, stem: prefix + resource.stem }));

/** An application below a site: it logs on in its own way, into the log of the site. */
const application = (name: string, more: Partial<Site>): Site => ({
  ...PORTAL,
  name,
  pages: under(`/${name}`, PAGES),
  parts: under(`/${name}`, PARTS),
  ...more,
});

/** What differs from one application to the next. */
const INTRANET = { isKernelMode: false, keepsKerberos: false, needsBinding: true } as const;
const PARTNERS = { scheme: 'basic' } as const;

/** One site with applications that log on with Windows or with Basic. */
export const ONE_SITE: readonly Site[] = [
  PORTAL,
  application('intranet', INTRANET),
  application('partners', PARTNERS),
];

/** Four sites with the same paths. */
export const FOUR_SITES: readonly Site[] = [
  PORTAL,
  { ...PORTAL, ...INTRANET, id: 2, name: 'intranet', host: 'intranet.contoso.com', port: 8443 },
  {
    ...PORTAL,
    ...PARTNERS,
    id: 3,
    name: 'partners',
    host: 'partners.contoso.com',
    address: '10.0.4.22',
  },
  { ...PORTAL, id: 4, name: 'legacy', host: 'legacy', port: 80, address: '10.0.4.23' },
];
