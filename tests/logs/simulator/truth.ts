/**
 * Visits become attempts, which is what the reader should report. An attempt is what one person or
 * program meets on the way into one resource, until the answer that decides:
 *
 * - Getting in, a refusal and silence decide.
 * - Whoever is refused again within 15 minutes, and for the same cause, is still at the same attempt.
 *   Passwords and the state of the account are one cause; what an application or a rule refuses is
 *   refused each time anew. Within one request a wrong password is a slip, if something else refused.
 * - Whoever gets in within 15 minutes of a wrong password, and of nothing worse, was at it all along.
 *   After any other refusal it is an attempt of its own, if it met a 401.
 */
import type { Outcome } from '../../../src/core/contract/decoded.ts';
import type { Row } from './row.ts';
import { type Ending, type Try, triesOf } from './tries.ts';
import type { Met, Oddity, Visit } from './visit.ts';

export interface Attempt {
  readonly actor: string;
  readonly outcome: Outcome;
  /** Its 401s, in the order in which they were met. */
  readonly rows: readonly Row[];
  /** What decided: the answer that let in, the refusal, or the 401 that was left alone. */
  readonly decisive: Row;
  /** What makes it hard to read. */
  readonly odd: readonly Oddity[];
}

const AGAIN_MS = 15 * 60_000;
/** So many wrong passwords are a prompt loop. */
const LOOP = 3;

/** All attempts of a log. */
export function attemptsOf(visits: readonly Visit[]): Attempt[] {
  const chains = Map.groupBy(visits, ({ actor, site, method, stem }) =>
    [actor, site.name, method, stem].join(' '),
  );
  return [...chains.values()].flatMap(attemptsOfChain);
}

/** Tries that belong together. */
interface Pending {
  /** Which further tries do; undefined for none. */
  cause: Ending | undefined;
  readonly tries: Try[];
  readonly visits: Set<Visit>;
}

/** The visits of one actor to one resource. */
function attemptsOfChain(visits: readonly Visit[]): Attempt[] {
  const all: Pending[] = [];
  for (const visit of visits) {
    let current: Pending | undefined;
    for (const one of triesOf(visit)) {
      const isSlip = one.ending === 'silence' || one.ending === 'wrong-password';
      const begun = current && (isSlip || isTakenOver(current, one)) ? current : undefined;
      const before = begun ?? all.findLast((it) => goesOn(it, one));
      if (before) {
        if (!isSlip) before.cause = causeOf(one.ending);
        before.tries.push(one);
        before.visits.add(visit);
        current = before;
      } else if (one.met.length > 0) {
        current = { cause: causeOf(one.ending), tries: [one], visits: new Set([visit]) };
        all.push(current);
      }
    }
  }
  return all.map(attemptOf);
}

/** A wrong password says no more about a request that is then refused for another cause. */
const isTakenOver = ({ cause, tries }: Pending, { ending }: Try): boolean =>
  cause === 'wrong-password' && ending !== 'in' && !has(tries, 'account-state');

function causeOf(ending: Ending): Ending | undefined {
  const isOnce = ['in', 'silence', 'application', 'filter-or-handler', 'authorization-rule'];
  if (isOnce.includes(ending)) return undefined;
  return ending === 'account-state' ? 'wrong-password' : ending;
}

function goesOn({ cause, tries }: Pending, next: Try): boolean {
  const last = tries.at(-1)?.last;
  const first = next.met[0]?.row ?? next.last;
  if (!last || first.end - first.taken - last.end > AGAIN_MS) return false;
  if (next.ending !== 'in') return cause !== undefined && cause === causeOf(next.ending);
  return cause === 'wrong-password' && !has(tries, 'account-state');
}

const has = (tries: readonly Try[], ending: Ending): boolean =>
  tries.some((one) => one.ending === ending);

const isSlipOrSilence = ({ ending }: Try): boolean =>
  ending === 'wrong-password' || ending === 'silence';

function attemptOf({ tries, visits }: Pending): Attempt {
  const [visit] = visits;
  const met = tries.flatMap((one) => one.met);
  const decided =
    tries.findLast((one) => !isSlipOrSilence(one)) ??
    tries.findLast(({ ending }) => ending === 'wrong-password') ??
    tries.at(-1);
  if (!visit || !decided) throw new Error('An attempt has no end.');
  return {
    actor: visit.actor,
    outcome: outcomeOf(decided, tries, visit),
    rows: met.map(({ row }) => row),
    decisive: decided.last,
    odd: [...new Set([...visits].flatMap(({ odd }) => [...odd]))],
  };
}

function outcomeOf({ ending }: Try, tries: readonly Try[], { known }: Visit): Outcome {
  const met = tries.flatMap((one) => one.met);
  if (ending === 'in') {
    const isPerson = tries.some(({ isAsked }) => isAsked) || has(tries, 'wrong-password');
    if (isPerson) return 'accepted-after-prompt';
    return isMet(met, 'handshake') ? 'accepted-two-legs' : 'accepted-one-leg';
  }
  if (ending === 'wrong-password') {
    const wrong = tries.filter((one) => one.ending === ending).length;
    return known ?? (wrong >= LOOP ? 'prompt-loop' : 'refused');
  }
  if (ending !== 'silence') return ending;
  if (known) return known;
  if (!isMet(met, 'handshake')) return 'never-answered';
  return isMet(met, 'challenge') ? 'abandoned' : 'preauthenticated';
}

const isMet = (met: readonly Met[], kind: Met['refused']): boolean =>
  met.some(({ refused }) => refused === kind);
