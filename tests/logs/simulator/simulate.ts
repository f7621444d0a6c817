/** A morning of a company: its log, and what is true of it. */
import { guesses, spray } from './attackers.ts';
import { CHROMIUM } from './agents.ts';
import { Chance } from './chance.ts';
import { type Company, personOf } from './crowd.ts';
import { Directory } from './directory.ts';
import { Iis } from './iis.ts';
import { folder, type Job, page, phone, probe, service } from './programs.ts';
import { Proxies } from './proxies.ts';
import { type Row, writeLog } from './row.ts';
import type { Setting } from './settings.ts';
import type { Scheme } from './site.ts';
import { type Attempt, attemptsOf } from './truth.ts';
import type { Visit } from './visit.ts';
import { World } from './world.ts';

export interface Simulated {
  readonly text: string;
  readonly rows: readonly Row[];
  readonly attempts: readonly Attempt[];
}

const MINUTE = 60_000;
const BEGIN = Date.UTC(2026, 8, 1, 7);
const END = BEGIN + 180 * MINUTE;
/** No domain controller answers for a while. */
const DOWN = [BEGIN + 90 * MINUTE, BEGIN + 92 * MINUTE] as const;
/** One person in so many is behind a proxy that mixes up connections. */
const MIXED_UP = 20;

export function simulate(setting: Setting, seed: number): Simulated {
  const chance = new Chance(seedOf(setting.name, seed));
  const world = new World(BEGIN);
  const directory = new Directory(DOWN);
  const visits: Visit[] = [];
  const iis = new Iis(world, chance.fork(), directory);
  const { sites, addresses, people } = setting;
  const company: Company = { world, chance: chance.fork(), directory, visits, sites };
  const layout = setting.layoutOf(seed);
  const proxies = new Proxies({ world, iis, chance: chance.fork() }, addresses, layout.form);
  for (let number = 0; number < people; number++) {
    const person = personOf(company, number, proxies.person(number % MIXED_UP === 0));
    const sessions = chance.between(1, 3);
    world.start(person.live({ sites, end: END, sessions, pages: 3, thinkMs: 45_000 }));
  }
  startPrograms(company, proxies);
  world.run();
  const text = writeLog(iis.rows, layout, chance.fork());
  return { text, rows: iis.rows, attempts: attemptsOf(visits) };
}

/** Companies differ in more than their settings. */
const seedOf = (name: string, seed: number): number =>
  new TextEncoder().encode(name).reduce((sum, byte) => (31 * sum + byte) % 1_000_003, seed);

function startPrograms(company: Company, proxies: Proxies): void {
  const { world, sites } = company;
  const chance = company.chance.fork();
  const jobs = (scheme: Scheme, count: number, network = () => proxies.machine()): Job[] =>
    Array.from({ length: count }, (_, number) => {
      const site = chance.pick(sites.filter((one) => one.scheme === scheme));
      return { company, network: network(), site, number, end: END };
    });
  const desk = () => proxies.person();
  const early = () => chance.below(END - BEGIN - 60 * MINUTE);
  for (const job of jobs('windows', 2)) {
    if (job.number === 0) world.start(probe(job, 'HAProxy/health-check', 15_000));
    else world.start(probe(job, '', 60_000));
  }
  for (const job of jobs('basic', 8, desk)) world.start(phone(job));
  for (const job of jobs('windows', 10, desk)) world.start(folder(job));
  for (const job of jobs('windows', 12)) world.start(service(job));
  for (const job of jobs('windows', 14, desk)) world.start(page(job, chance.weigh(CHROMIUM)));
  const names = [40, 12, 60];
  for (const job of jobs('basic', names.length)) {
    const hits = job.number === 1 ? 0 : 1;
    world.start(spray(job, names[job.number] ?? 0, hits), early());
  }
  for (const job of jobs('basic', 2)) world.start(guesses(job, chance.pick([6, 30])), early());
}
