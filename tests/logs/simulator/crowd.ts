/** Draws the people of a company: accounts, machines, browsers, and what is wrong with some of them. */
import { CHROMIUM, OTHERS, WININET } from './agents.ts';
import { Browser, type Habits, type Identity } from './browser.ts';
import type { Chance } from './chance.ts';
import { type Account, CODES, type Directory } from './directory.ts';
import type { Network } from './network.ts';
import { Person, type Temper, Typist } from './person.ts';
import type { Site } from './site.ts';
import type { Visit } from './visit.ts';
import type { World } from './world.ts';

/** What is wrong with somebody, and how often. */
export type Trouble =
  | 'none'
  | 'state'
  | 'mistaken'
  | 'no-right'
  | 'unbound'
  | 'mute'
  | 'halfway'
  | 'ticket'
  | 'cancels';

export const TROUBLES: readonly (readonly [Trouble, number])[] = [
  ['none', 800],
  ['state', 25],
  ['mistaken', 45],
  ['no-right', 14],
  ['unbound', 30],
  ['mute', 20],
  ['halfway', 16],
  ['ticket', 16],
  ['cancels', 34],
];

const STATES = [CODES.expired, CODES.disabled, CODES.accountExpired, CODES.mustChange];
const FAULTS = [CODES.noPackage, CODES.wrongPrincipal, CODES.timeSkew];

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
  const account = directory.add({
    ...{ name: `user${number}`, password: `right${number}` },
    ...(trouble === 'state' && { state: chance.pick(STATES) }),
    ...(trouble === 'no-right' && { noRight: chance.pick(sites).name }),
  });
  const identity = identityOf(account, chance);
  const machine = machineOf(chance, trouble);
  const habits = habitsOf(chance, machine, identity, trouble);
  const parts = { actor: `person ${number}`, world, chance: chance.fork(), network, visits };
  const typist = new Typist(chance.fork(), identity, temperOf(chance, trouble));
  return new Person(world, chance.fork(), new Browser(parts, habits, typist));
}

/** People type their names in one of three ways, and stay with it. */
function identityOf({ name, password }: Account, chance: Chance): Identity {
  const typed = chance.pick([`CONTOSO\\${name}`, name, `${name}@contoso.com`]);
  return { name, typed, password };
}

function machineOf(chance: Chance, trouble: Trouble): Machine {
  const kind = chance.weigh([
    ['chromium', 70],
    ['wininet', 8],
    ['other', trouble === 'none' ? 14 : 22],
  ] as const);
  const agents = { chromium: CHROMIUM, wininet: WININET, other: OTHERS }[kind];
  const agent = chance.weigh(agents);
  return { agent, isOfDomain: kind !== 'other', isWinInet: kind === 'wininet' };
}

function habitsOf(
  chance: Chance,
  { agent, isOfDomain, isWinInet }: Machine,
  identity: Identity,
  trouble: Trouble,
): Habits {
  const hasTickets = isOfDomain && (trouble === 'ticket' || chance.is(0.45));
  // A saved password that is wrong is tried first; so is what a locked machine still knows.
  const ambient = trouble === 'mistaken' ? { ...identity, password: 'old' } : identity;
  return {
    agent,
    version: chance.is(0.2) ? 'HTTP/2.0' : 'HTTP/1.1',
    connections: 6,
    ambient: isOfDomain && trouble !== 'cancels' ? ambient : undefined,
    hasTickets,
    fault: trouble === 'ticket' ? chance.pick(FAULTS) : CODES.ok,
    isBound: trouble !== 'unbound',
    eager: isWinInet ? 'later' : 'never',
    prompts: isWinInet ? 3 : Infinity,
    leaves: trouble === 'halfway' ? 0.8 : 0.002,
    isMute: trouble === 'mute',
  };
}

const temperOf = (chance: Chance, trouble: Trouble): Temper => ({
  isMistaken: trouble === 'mistaken',
  slips: 0.12,
  cancels: trouble === 'cancels' ? 0.8 : trouble === 'none' ? 0.04 : 0.25,
  managed: chance.is(0.3) ? 1 : 0,
  patience: chance.weigh([
    [1, 3],
    [2, 4],
    [3, 4],
    [5, 2],
  ]),
});
