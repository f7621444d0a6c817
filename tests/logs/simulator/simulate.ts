/** A morning of a company: its log, and what is true of it. */
import { CHROMIUM } from './agents.ts';
import { Chance } from './chance.ts';
import { type Company, personOf } from './crowd.ts';
import { Directory } from './directory.ts';
import { Iis } from './iis.ts';
import { Direct, Multiplexer, type Network } from './network.ts';
import { folder, guesses, phone, preflights, probe, service, spray } from './programs.ts';
import { writeLog } from './row.ts';
import type { Setting } from './settings.ts';
import { type Attempt, attemptsOf } from './truth.ts';
import type { Visit } from './visit.ts';
import { World } from './world.ts';

export interface Simulated {
  readonly text: string;
  readonly attempts: readonly Attempt[];
  /** Rows of the log. */
  readonly rows: number;
}

const BEGIN = Date.UTC(2026, 8, 1, 7);
const HOURS = 3;
const END = BEGIN + HOURS * 3_600_000;
/** One person in so many is behind a proxy that mixes up connections. */
const MIXED_UP = 20;

export function simulate(setting: Setting, seed: number): Simulated {
  const chance = new Chance(seed);
  const world = new World(BEGIN);
  const directory = new Directory();
  const visits: Visit[] = [];
  const iis = new Iis(world, chance.fork(), directory);
  const layout = setting.layout(chance);
  const company: Company = {
    world,
    chance: chance.fork(),
    directory,
    visits,
    sites: setting.sites,
  };
  const networks = new Networks(setting, layout.forwarded, { world, iis, chance: chance.fork() });
  for (let number = 0; number < setting.people; number++) {
    const person = personOf(company, number, networks.next(number % MIXED_UP === 0));
    const sessions = chance.between(1, 3);
    const day = { sites: setting.sites, end: END, sessions, pages: 3, thinkMs: 45_000 };
    world.start(person.live(day));
  }
  startPrograms(company, networks);
  world.run();
  const custom = layout.forwarded?.split(':')[0];
  const shown = { columns: layout.columns, ...(custom !== undefined && { forwarded: custom }) };
  const text = writeLog(iis.rows, shown, chance.fork());
  return { text, attempts: attemptsOf(visits), rows: iis.rows.length };
}

/** Gives each client its way to the server. */
class Networks {
  readonly #setting: Setting;
  readonly #way: Pick<ConstructorParameters<typeof Direct>[0], 'world' | 'iis' | 'chance'>;
  readonly #forwarded: string;
  readonly #mixer: Multiplexer;
  #count = 0;

  constructor(setting: Setting, forwarded: string | undefined, way: Networks['way']) {
    this.#setting = setting;
    this.#forwarded = forwarded ?? '';
    this.#way = way;
    this.#mixer = new Multiplexer({ ...way, peer: this.#peer('10.0.0.7'), forwarded: '', rtt: 6 });
  }

  get way() {
    return this.#way;
  }

  /** The network of the next client; behind the proxy that mixes up connections or not. */
  next(isMixed = false): Network {
    const number = this.#count++;
    const own = `10.${1 + (number >> 14)}.${(number >> 6) & 255}.${10 + (number & 63)}`;
    const forwarded = this.#forwarded === '' ? '' : this.#header(own);
    if (isMixed) return this.#mixer.network(forwarded);
    const { chance } = this.#way;
    const rtt = chance.weigh([
      [3, 5],
      [15, 3],
      [50, 1],
    ]);
    return new Direct({
      ...this.#way,
      chance: chance.fork(),
      peer: this.#peer(own),
      forwarded,
      rtt,
    });
  }

  #peer(own: string): string {
    const { addresses } = this.#setting;
    return addresses === 'own' ? own : addresses === 'shared' ? '192.0.2.10' : '10.0.0.5';
  }

  #header(own: string): string {
    const [, form] = this.#forwarded.split(':');
    const { chance } = this.#way;
    if (form === 'port') return `${own}:${chance.between(49_152, 65_535)}`;
    return form === 'list' ? `${own}, 10.0.9.9` : own;
  }
}

function startPrograms(company: Company, networks: Networks): void {
  const { world, sites } = company;
  const chance = company.chance.fork();
  const of = (scheme: 'windows' | 'basic') => sites.filter((site) => site.scheme === scheme);
  const windows = () => chance.pick(of('windows'));
  const basic = () => chance.pick(of('basic'));
  const end = END;
  const early = () => chance.below(END - BEGIN - 3_600_000);
  const agents = ['HAProxy/health-check', 'Site24x7', ''];
  for (const [i, agent] of agents.entries()) {
    const everyMs = [10_000, 60_000, 15_000][i] ?? 30_000;
    world.start(probe(company, networks.next(), { site: windows(), agent, everyMs, end }));
  }
  for (let number = 0; number < 8; number++) {
    world.start(phone(company, networks.next(), { site: basic(), number, end }));
    world.start(folder(company, networks.next(), { site: windows(), number, end }));
  }
  for (let number = 0; number < 14; number++) {
    const agent = chance.weigh(CHROMIUM);
    world.start(service(company, networks.next(), { site: windows(), number, end }));
    world.start(preflights(company, networks.next(), { site: windows(), number, agent, end }));
  }
  for (const [number, names] of [40, 12, 90].entries()) {
    const hits = number === 1 ? 0 : 1;
    world.start(spray(company, networks.next(), { site: basic(), number, names, hits }), early());
  }
  for (let number = 0; number < 2; number++) {
    const passwords = chance.pick([6, 30]);
    world.start(guesses(company, networks.next(), { site: basic(), number, passwords }), early());
  }
}
