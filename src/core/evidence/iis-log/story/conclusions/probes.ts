/**
 * Health probes, told apart from people: one program at one address asks for one resource at a
 * steady pace, and never takes up the 401.
 *
 *     08:00:00 GET / 10.0.0.2 - 401 2 5
 *     08:00:30 GET / 10.0.0.2 - 401 2 5
 *
 * Wrong when a program that should have credentials polls without them: it looks the same, so the
 * sentence names the address and the pace. A browser is never taken for a probe, as a page that
 * reloads itself has the same pace.
 */
import { NO_NAME, OTHERS } from '../../attempts/name-table.ts';
import { isBrowser } from '../agents.ts';
import { grouped, largest } from './groups.ts';
import { PairIds } from './pair-ids.ts';
import { Kind, type TimedAttempts } from './timed-attempts.ts';
import { type Who, whoOf } from './who.ts';

/** Attempts from which on a pace can be seen. */
const FEWEST = 10;
/** Share of the gaps that are as long as the middle one, give or take a tenth or a second. */
const STEADY = 0.8;
const TENTH = 0.1;
const SECOND = 1_000;
/** Nodes of one device that probe by turns. */
const TURNS = 4;
/** Probes told one by one. */
const MOST = 3;

export interface Probe extends Who {
  /** Milliseconds from one attempt to the next. */
  readonly interval: number;
  /** True when the log names agents and these attempts have none. */
  readonly isNameless: boolean;
}

export interface Probes {
  /** Those with most attempts first. */
  readonly told: readonly Probe[];
  /** How many there are besides. */
  readonly others: number;
}

/** Finds the probes and sets their attempts aside. */
export function findProbes(all: TimedAttempts): Probes {
  if (all.lacks('never-answered')) return { told: [], others: 0 };
  const { client, agent, ms } = all.table.columns;
  const { groups, isCandidate } = candidates(all);
  if (!isCandidate.includes(1)) return { told: [], others: 0 };
  const groupOf = (attempt: number) => groups.find(client[attempt] ?? 0, agent[attempt] ?? 0);
  const silent = all.those((attempt) => isCandidate[groupOf(attempt)] === 1);
  const attemptsOf = grouped(silent, groupOf, () => groups.size);
  const found: { own: Uint32Array; interval: number; isNameless: boolean }[] = [];
  const hasAgents = all.table.agents.size > OTHERS + 1;
  for (let group = 0; group < groups.size; group++) {
    const own = attemptsOf(group);
    const interval = intervalOf(Float64Array.from(own, (attempt) => ms[attempt] ?? NaN));
    if (interval === undefined) continue;
    all.setAside(own, Kind.probe);
    found.push({ own, interval, isNameless: hasAgents && groups.secondOf(group) === NO_NAME });
  }
  const told = largest(found, ({ own }) => own.length, MOST);
  return {
    told: told.map(({ own, ...more }) => ({ ...whoOf(all, own), ...more })),
    others: found.length - told.length,
  };
}

/** Programs at an address that do nothing but leave the 401 of one resource unanswered. */
function candidates(all: TimedAttempts): { groups: PairIds; isCandidate: Uint8Array } {
  const { table, order, timed } = all;
  const { client, agent, user, resource, ending } = table.columns;
  const isSilent = all.endingsThat(({ outcome }) => outcome === 'never-answered');
  const isBusy = clientsThatAreSilent(all, isSilent);
  const groups = new PairIds();
  const counts: number[] = [];
  const resources: number[] = [];
  for (let i = 0, end = order.length; i < end; i++) {
    const attempt = order[i] ?? 0;
    if (isBusy[client[attempt] ?? 0] === 0) continue;
    const own = groups.idOf(client[attempt] ?? 0, agent[attempt] ?? 0);
    const at = resource[attempt] ?? 0;
    const isOut =
      isSilent[ending[attempt] ?? 0] === 0 ||
      user[attempt] !== NO_NAME ||
      (resources[own] ?? at) !== at ||
      i >= timed;
    resources[own] = at;
    counts[own] = isOut ? NaN : (counts[own] ?? 0) + 1;
  }
  const isCandidate = Uint8Array.from(counts, (count, own) =>
    count >= FEWEST && !isBrowser(table.agents.nameOf(groups.secondOf(own))) ? 1 : 0,
  );
  return { groups, isCandidate };
}

/** By client: 1 where enough of its attempts end in silence. */
function clientsThatAreSilent({ table, order }: TimedAttempts, isSilent: Uint8Array): Uint8Array {
  const { client, ending } = table.columns;
  const counts = new Uint32Array(table.clients.size);
  for (let i = 0, end = order.length; i < end; i++) {
    const attempt = order[i] ?? 0;
    const id = client[attempt] ?? 0;
    counts[id] = (counts[id] ?? 0) + (isSilent[ending[attempt] ?? 0] ?? 0);
  }
  return Uint8Array.from(counts, (count, id) => (id > OTHERS && count >= FEWEST ? 1 : 0));
}

/** The length of a steady pace; undefined when there is none. Several nodes may take turns. */
function intervalOf(times: Float64Array): number | undefined {
  if (times.length < FEWEST) return undefined;
  for (let turns = 1; turns <= TURNS; turns++) {
    const gaps = times.slice(turns).map((at, i) => at - (times[i] ?? NaN));
    gaps.sort();
    const middle = gaps[gaps.length >> 1] ?? 0;
    const most = Math.max(TENTH * middle, SECOND);
    const steady = gaps.filter((gap) => Math.abs(gap - middle) <= most).length;
    if (middle >= 2 * SECOND && steady >= STEADY * gaps.length) return middle / turns;
  }
  return undefined;
}
