/** Draws the people of a company: accounts, machines, browsers, and what is wrong with some of them. */
import { CHROMIUM, OTHERS, WININET } from './agents.ts';
import { Browser } from './browser.ts';
import type { Chance } from './chance.ts';
import { CODES, type Directory } from './directory.ts';
import type { Habits, Identity } from './habits.ts';
import type { Network } from './network.ts';
import { Person } from './person.ts';
import type { Site } from './site.ts';
import { type Temper, Typist } from './typist.ts';
import type { Visit } from './visit.ts';
import type { World } from './world.ts';

type Trouble =
  | 'none'
  /** Disabled, expired and so on. */
  | 'state'
  /** A wrong password, which this person takes for right. */
  | 'mistaken'
  /** May not log on to one of the sites. */
  | 'no-right'
  /** Channel bindings do not match. */
  | 'unbound'
  /** The browser never logs on. */
  | 'mute'
  /** The browser stops between the legs of NTLM. */
  | 'halfway'
  /** Something is wrong with the tickets. */
  | 'ticket'
  /** Cancels prompts. */
  | 'cancels';

/** How often each is met among a thousand people: more often than in life, so that each can be counted. */
const TROUBLES: readonly (readonly [Trouble, number])[] = [
  ['none', 730],
  ['state', 40],
  ['mistaken', 60],
  ['no-right', 40],
  ['unbound', 45],
  ['mute', 15],
  ['halfway', 30],
  ['ticket', 20],
  ['cancels', 20],
];

const STATES = [
  CODES.expired,
  CODES.disabled,
  CODES.accountExpired,
  CODES.mustChange,
  CODES.locked,
];
const FAULTS = [CODES.noPackage, CODES.wrongPrincipal, CODES.timeSkew];

/** What people and programs of one company share. */
export interface Company {
  readonly world: World;
  readonly chance: Chance;
  readonly directory: Directory;
  readonly visits: Visit[];
  readonly sites: readonly Site[];
}

/** A machine of the domain logs on unasked; any other one asks its person. */
interface Machine {
  readonly agent: string;
  readonly isOfDomain: boolean;
  readonly isWinInet: boolean;
}

export function personOf(company: Company, number: number, network: Network): Person {
  const { world, directory, visits, sites } = company;
  const chance = company.chance.fork();
  const trouble = chance.weigh(TROUBLES);
  const [name, password] = [`user${number}`, `right${number}`];
  const state = trouble === 'state' ? chance.pick(STATES) : undefined;
  const noRight = trouble === 'no-right' ? chance.pick(sites).name : undefined;
  directory.add({ name, password, state, noRight });
  // People type their names in one of three ways, and stay with it.
  const typed = chance.pick([`CONTOSO\\${name}`, name, `${name}@contoso.com`]);
  const hasTickets = trouble !== 'state' && trouble !== 'mistaken';
  const identity = { name, typed, password, hasTickets };
  const habits = habitsOf(chance, machineOf(chance), identity, trouble);
  const parts = { actor: name, world, chance: chance.fork(), network, visits };
  const typist = new Typist(chance.fork(), identity, temperOf(chance, trouble));
  return new Person(world, chance.fork(), new Browser(parts, habits, typist));
}

function machineOf(chance: Chance): Machine {
  const kind = chance.weigh([
    ['chromium', 70],
    ['wininet', 8],
    ['other', 18],
  ] as const);
  const agent = chance.weigh({ chromium: CHROMIUM, wininet: WININET, other: OTHERS }[kind]);
  return { agent, isOfDomain: kind !== 'other', isWinInet: kind === 'wininet' };
}

function habitsOf(
  chance: Chance,
  { agent, isOfDomain, isWinInet }: Machine,
  identity: Identity,
  trouble: Trouble,
): Habits {
  // What Windows still knows is as wrong as what the person types.
  const ambient = trouble === 'mistaken' ? { ...identity, password: 'old' } : identity;
  return {
    agent,
    version: chance.is(0.2) ? 'HTTP/2.0' : 'HTTP/1.1',
    connections: 6,
    ambient: isOfDomain && trouble !== 'cancels' ? ambient : undefined,
    usesTickets: isOfDomain && trouble !== 'halfway' && (trouble === 'ticket' || chance.is(0.45)),
    fault: trouble === 'ticket' ? chance.pick(FAULTS) : CODES.ok,
    isBound: trouble !== 'unbound',
    eager: isWinInet ? 'later' : 'never',
    prompts: isWinInet ? 3 : Infinity,
    leaves: trouble === 'halfway' ? 0.7 : 0.001,
    isMute: trouble === 'mute',
  };
}

const temperOf = (chance: Chance, trouble: Trouble): Temper => ({
  isMistaken: trouble === 'mistaken',
  slips: 0.12,
  cancels: trouble === 'cancels' ? 0.8 : trouble === 'none' ? 0.05 : 0.25,
  isManaged: chance.is(0.2),
  patience: chance.weigh([
    [1, 3],
    [2, 3],
    [3, 3],
    [5, 2],
  ]),
});
