/** What asks without a person: probes, phones, services, Office, and pages of other sites. */
import { Browser } from './browser.ts';
import type { Company } from './crowd.ts';
import { CODES } from './directory.ts';
import type { Habits, Identity } from './habits.ts';
import type { Network } from './network.ts';
import type { Resource, Site } from './site.ts';
import type { Process } from './world.ts';

const MINUTE = 60_000;

/** Where a program runs, what it calls, and until when. */
export interface Job {
  readonly company: Company;
  readonly network: Network;
  readonly site: Site;
  /** Tells it from others of its kind. */
  readonly number: number;
  readonly end: number;
}

const PLAIN: Habits = {
  ...{ agent: '', version: 'HTTP/1.1', connections: 1, ambient: undefined, usesTickets: false },
  ...{ fault: CODES.ok, isBound: true, eager: 'never', prompts: 0, leaves: 0, isMute: false },
};

export function programOf({ company, network }: Job, actor: string, habits: Partial<Habits>) {
  const { world, visits } = company;
  const parts = { actor, world, chance: company.chance.fork(), network, visits };
  return new Browser(parts, { ...PLAIN, ...habits });
}

/** An account for a program. */
export function accountOf({ company }: Job, name: string, password = 'right'): Identity {
  company.directory.add({ name, password });
  return { name, typed: `CONTOSO\\${name}`, password, hasTickets: true };
}

/** A load balancer that looks whether the site answers. */
export function* probe(job: Job, agent: string, everyMs: number): Process {
  const { world, chance } = job.company;
  const browser = programOf(job, `probe ${job.number}`, { agent, isMute: true });
  const [resource] = job.site.pages;
  while (resource && world.now < job.end) {
    yield* browser.fetch(job.site, { resource });
    browser.quit();
    yield everyMs + chance.below(40);
  }
}

/** Devices of one person whose password has been changed: they try the old one until it is typed. */
export function* phone(job: Job): Process {
  const { world, chance } = job.company;
  const agents = ['Apple-iPhone15C2/2107.102', 'Apple-iPhone14C5/2206.66', 'Android-Mail/2025.10'];
  const devices = [chance.pick(agents), ...(chance.is(0.5) ? ['MacOutlook/16.92.0.24'] : [])];
  const right = accountOf(job, `mobile${job.number}`);
  const changed = world.now + chance.below(job.end - world.now);
  const fixed = changed + chance.about(12 * MINUTE, 2.2);
  const isOld = () => world.now >= changed && world.now < fixed;
  yield* world.all(devices.map((agent) => device(job, agent, right, isOld)));
}

function* device(job: Job, agent: string, right: Identity, isOld: () => boolean): Process {
  const { world } = job.company;
  const chance = job.company.chance.fork();
  const eager = chance.is(0.7) ? 'always' : 'never';
  const use = (ambient: Identity) =>
    programOf(job, `${agent} of ${right.name}`, { agent, ambient, eager });
  const good = use(right);
  const bad = use({ ...right, password: 'old' });
  const resource = { stem: '/Microsoft-Server-ActiveSync/default.eas', method: 'POST', ms: 120 };
  yield chance.below(MINUTE);
  while (world.now < job.end) {
    const isBad = isOld();
    yield* (isBad ? bad : good).fetch(job.site, { resource, query: 'Cmd=Sync' });
    bad.quit();
    yield isBad ? MINUTE + chance.below(500) : chance.about(5 * MINUTE, 1.6);
  }
}

/** Calls an interface again and again, over a new connection each time; some have an old password. */
export function* service(job: Job): Process {
  const { world } = job.company;
  const chance = job.company.chance.fork();
  const agent = chance.pick(['feed/1.0', 'python-requests/2.32.3', 'curl/8.9.1', '']);
  const identity = accountOf(job, `svc${job.number}`);
  const ambient = chance.is(0.15) ? { ...identity, password: 'old' } : identity;
  const browser = programOf(job, identity.name, { agent, ambient });
  const resource = { stem: `${job.site.parts[2]?.stem ?? '/api'}/feed${job.number}`, ms: 40 };
  const everyMs = chance.pick([1, 2, 5, 10]) * MINUTE;
  yield chance.below(everyMs);
  while (world.now < job.end) {
    yield* browser.fetch(job.site, { resource });
    browser.quit();
    yield everyMs + chance.below(2_000);
  }
}

/** A page of another site calls an interface here: its browser asks leave first, without credentials. */
export function* page(job: Job, agent: string): Process {
  const { world } = job.company;
  const chance = job.company.chance.fork();
  const browser = programOf(job, `page ${job.number}`, { agent, isMute: true });
  const resource = { stem: job.site.parts[6]?.stem ?? '/api', method: 'OPTIONS' };
  const referer = chance.pick(['https://apps.fabrikam.com/', 'http://localhost:4200/']);
  yield chance.below(job.end - world.now);
  for (let left = chance.between(1, 5); left > 0; left--) {
    yield* browser.fetch(job.site, { resource, referer, known: 'preflight' });
    yield chance.about(40_000);
  }
}

/** Office and Explorer open a folder of the site; some machines send no credentials. */
export function* folder(job: Job): Process {
  const { world } = job.company;
  const chance = job.company.chance.fork();
  const agent = chance.pick([
    'Microsoft-WebDAV-MiniRedir/10.0.26100',
    'Microsoft Office Protocol Discovery',
    'Microsoft Office Existence Discovery',
  ]);
  const ambient = accountOf(job, `author${job.number}`);
  const browser = programOf(job, ambient.name, { agent, ambient, isMute: chance.is(0.25) });
  const stem = `${job.site.pages[5]?.stem ?? '/docs'}/team${job.number % 5}`;
  const resource: Resource = { stem };
  yield chance.below(job.end - world.now);
  for (let left = chance.between(1, 8); left > 0; left--) {
    const method = chance.pick(['OPTIONS', 'PROPFIND', 'HEAD']);
    const { refused } = yield* browser.fetch(job.site, { resource, method });
    yield refused ? chance.about(30_000) : chance.about(600);
  }
}
