/** What asks for things without a person: probes, phones, services, preflights, attackers. */
import { Browser, type Habits, type Identity } from './browser.ts';
import type { Company } from './crowd.ts';
import { CODES } from './directory.ts';
import type { Network } from './network.ts';
import type { Resource, Site } from './site.ts';
import type { Process } from './world.ts';

const PLAIN: Habits = {
  ...{ agent: '', version: 'HTTP/1.1', connections: 1, ambient: undefined, hasTickets: false },
  ...{ fault: CODES.ok, isBound: true, eager: 'never', prompts: 0, leaves: 0, isMute: false },
};

function programOf(
  { world, chance, visits }: Company,
  actor: string,
  network: Network,
  habits: Partial<Habits>,
): Browser {
  const parts = { actor, world, chance: chance.fork(), network, visits };
  return new Browser(parts, { ...PLAIN, ...habits });
}

const MINUTE = 60_000;

/** A load balancer that looks whether the site answers. */
export function* probe(
  company: Company,
  network: Network,
  { site, agent, everyMs, end }: { site: Site; agent: string; everyMs: number; end: number },
): Process {
  const { world, chance } = company;
  const browser = programOf(company, `probe ${agent}`, network, { agent, isMute: true });
  const resource = { stem: site.pages[0]?.stem ?? '/' };
  while (world.now < end) {
    yield* browser.fetch(site, { resource });
    browser.quit();
    yield everyMs + chance.below(40);
  }
}

/** A phone with a password that has been changed: it tries again until somebody types the new one. */
export function* phone(
  company: Company,
  network: Network,
  { site, number, end }: { site: Site; number: number; end: number },
): Process {
  const { world, directory } = company;
  const chance = company.chance.fork();
  const account = directory.add({ name: `mobile${number}`, password: 'new' });
  const identity = { name: account.name, typed: `CONTOSO\\${account.name}`, password: 'new' };
  const agent = chance.pick([
    'Apple-iPhone15C2/2107.102',
    'Apple-iPhone14C5/2206.66',
    'Android-Mail/2025.10',
  ]);
  const devices = [agent, ...(chance.is(0.5) ? ['MacOutlook/16.92.0.24'] : [])];
  const changed = world.now + chance.below(end - world.now);
  const fixed = changed + chance.about(25 * MINUTE, 1.8);
  function* device(name: string): Process {
    const eager = chance.is(0.7) ? 'always' : 'never';
    const use = (ambient: Identity) =>
      programOf(company, `${name} of ${account.name}`, network, { agent: name, ambient, eager });
    const right = use(identity);
    const wrong = use({ ...identity, password: 'old' });
    const resource: Resource = {
      stem: '/Microsoft-Server-ActiveSync/default.eas',
      method: 'POST',
      ms: 120,
    };
    yield chance.below(MINUTE);
    while (world.now < end) {
      const isOld = world.now >= changed && world.now < fixed;
      yield* (isOld ? wrong : right).fetch(site, { resource, query: 'Cmd=Sync' });
      if (isOld) wrong.quit();
      yield isOld ? MINUTE + chance.below(500) : chance.about(9 * MINUTE, 1.6);
    }
  }
  yield* world.all(devices.map(device));
}

/** A program that calls an interface again and again, over a new connection each time. */
export function* service(
  company: Company,
  network: Network,
  { site, number, end }: { site: Site; number: number; end: number },
): Process {
  const { world, directory } = company;
  const chance = company.chance.fork();
  const agent = chance.pick(['feed/1.0', 'python-requests/2.32.3', 'curl/8.9.1', '']);
  const { name } = directory.add({ name: `svc${number}`, password: 'right' });
  const isOld = chance.is(0.15);
  const ambient = { name, typed: `CONTOSO\\${name}`, password: isOld ? 'old' : 'right' };
  const browser = programOf(company, `service ${number}`, network, { agent, ambient });
  const resource = { stem: `${site.parts[2]?.stem ?? '/api'}/feed${number}`, ms: 40 };
  const everyMs = chance.pick([1, 2, 5, 10]) * MINUTE;
  yield chance.below(everyMs);
  while (world.now < end) {
    yield* browser.fetch(site, { resource });
    browser.quit();
    yield everyMs + chance.below(2_000);
  }
}

/** A page of another site calls an interface here: the browser asks leave first, without credentials. */
export function* preflights(
  company: Company,
  network: Network,
  { site, number, agent, end }: { site: Site; number: number; agent: string; end: number },
): Process {
  const { world } = company;
  const chance = company.chance.fork();
  const browser = programOf(company, `page ${number}`, network, { agent, isMute: true });
  const resource = { stem: site.parts[6]?.stem ?? '/api', method: 'OPTIONS' };
  const referer = chance.pick(['https://apps.fabrikam.com/', 'http://localhost:4200/']);
  yield chance.below(end - world.now);
  for (let left = chance.between(1, 6); left > 0; left--) {
    yield* browser.fetch(site, { resource, referer, known: 'preflight' });
    yield chance.about(40_000);
  }
}

/** Office and Explorer open a folder of the site. */
export function* folder(
  company: Company,
  network: Network,
  { site, number, end }: { site: Site; number: number; end: number },
): Process {
  const { world, directory } = company;
  const chance = company.chance.fork();
  const { name } = directory.add({ name: `author${number}`, password: 'right' });
  const isMute = chance.is(0.25);
  const agent = chance.pick([
    'Microsoft-WebDAV-MiniRedir/10.0.26100',
    'Microsoft Office Protocol Discovery',
    'Microsoft Office Existence Discovery',
  ]);
  const ambient = { name, typed: name, password: 'right' };
  const browser = programOf(company, `folder ${number}`, network, { agent, ambient, isMute });
  const stem = `${site.pages[5]?.stem ?? '/docs'}/team${number % 5}`;
  yield chance.below(end - world.now);
  for (let left = chance.between(1, 8); left > 0; left--) {
    const method = chance.pick(['OPTIONS', 'PROPFIND', 'HEAD']);
    const answer = yield* browser.fetch(site, { resource: { stem }, method });
    yield answer.refused ? chance.about(30_000) : chance.about(600);
  }
}

/** Tries one password with many names; now and then one is right. */
export function* spray(
  company: Company,
  network: Network,
  { site, number, names, hits }: { site: Site; number: number; names: number; hits: number },
): Process {
  const chance = company.chance.fork();
  const { directory } = company;
  const isEager = chance.is(0.6);
  const resource: Resource = { stem: '/EWS/Exchange.asmx', method: 'POST', ms: 60 };
  const right = new Set(Array.from({ length: hits }, () => chance.below(names)));
  const paceMs = chance.pick([150, 1_000, 20_000, 90_000]);
  for (let i = 0; i < names; i++) {
    const name = `victim${number}-${i}`;
    directory.add({ name, password: right.has(i) ? 'Autumn2026' : 'better' });
    const ambient = { name, typed: `CONTOSO\\${name}`, password: 'Autumn2026' };
    const browser = programOf(company, `spray ${number} ${i}`, network, {
      ...{ agent: 'python-requests/2.31.0', ambient, eager: isEager ? 'always' : 'never' },
    });
    yield* browser.fetch(site, { resource, known: 'password-spray' });
    yield chance.about(paceMs, 1.3);
  }
}

/** Tries many passwords with one name, until the account is locked and a while longer. */
export function* guesses(
  company: Company,
  network: Network,
  { site, number, passwords }: { site: Site; number: number; passwords: number },
): Process {
  const chance = company.chance.fork();
  const { name } = company.directory.add({ name: `target${number}`, password: 'better' });
  const resource: Resource = { stem: '/EWS/Exchange.asmx', method: 'POST', ms: 60 };
  const ambient = { name, typed: name, password: 'guess' };
  const habits = { agent: 'python-requests/2.28.1', ambient, eager: 'always' } as const;
  const browser = programOf(company, `guesser ${number}`, network, habits);
  for (let i = 0; i < passwords; i++) {
    yield* browser.fetch(site, { resource });
    browser.quit();
    yield chance.about(4_000, 1.5);
  }
}
