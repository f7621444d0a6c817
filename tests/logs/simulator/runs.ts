/** Which visits belong to one attempt: somebody was refused, and soon came back. */
import type { Visit } from './visit.ts';

const AGAIN_MS = 15 * 60_000;

export function runsOf(visits: readonly Visit[]): Visit[][] {
  const chains = new Map<string, Visit[]>();
  for (const visit of visits) {
    const key = [visit.actor, visit.site.name, visit.method, visit.stem].join(' ');
    const chain = chains.get(key);
    if (chain) chain.push(visit);
    else chains.set(key, [visit]);
  }
  return [...chains.values()].flatMap(split);
}

/** Splits the visits of one actor to one resource, which are in the order of their begin. */
function split(visits: readonly Visit[]): Visit[][] {
  const runs: Visit[][] = [];
  for (const visit of visits) {
    const run = runs.at(-1);
    if (run && goesOn(run, visit)) run.push(visit);
    else runs.push([visit]);
  }
  return runs;
}

function goesOn(run: readonly Visit[], visit: Visit): boolean {
  const before = run.at(-1);
  if (!before || !run.some(wasRefused) || isIn(before)) return false;
  return visit.begin >= before.end && visit.begin - before.end <= AGAIN_MS;
}

const isIn = (visit: Visit): boolean => visit.events.at(-1)?.kind === 'in';

const wasRefused = (visit: Visit): boolean =>
  !isIn(visit) &&
  visit.events.some(
    (event) => event.kind === 'refused' && (event.refused === 'logon' || event.refused === 'acl'),
  );
