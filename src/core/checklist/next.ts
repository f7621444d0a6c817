/** Which check to do next, and how far the list has come. */
import type { Check, Marks, State } from './check.ts';

export type Next =
  /** This check failed: repair what it found, then mark it anew. */
  | { do: 'repair'; check: Check }
  /** This check is open; `after` names the check that leads to it past open ones. */
  | { do: 'check'; check: Check; after?: Check }
  | { do: 'nothing' };

/**
 * A failed check comes first, as the later ones depend on it, wherever its proof came from. Else
 * the list is walked from the top: a mark may lead on past checks that it settles.
 */
export function nextCheck(checks: readonly Check[], marks: Marks): Next {
  const stateOf = ({ id }: Check) => marks[id]?.state;
  const failed = checks.find((check) => stateOf(check) === 'failed' && !check.then?.failed);
  if (failed) return { do: 'repair', check: failed };
  let after: Check | undefined;
  for (let place = 0; place < checks.length;) {
    const check = checks[place];
    if (!check) break;
    const state = stateOf(check);
    if (!state) return { do: 'check', check, ...(after && { after }) };
    const to = leadsTo(checks, check, state);
    // Only ever onward: data that leads back would never end.
    if (to > place + 1) after = check;
    place = Math.max(to, place + 1);
  }
  return { do: 'nothing' };
}

function leadsTo(checks: readonly Check[], check: Check, state: State): number {
  const id = state === 'not-applicable' ? undefined : check.then?.[state];
  return id === undefined ? -1 : checks.findIndex((other) => other.id === id);
}

/** `3 of 17 checks marked: 2 passed, 1 failed.` */
export function progress(checks: readonly Check[], marks: Marks): string {
  const count = (state: State) => checks.filter(({ id }) => marks[id]?.state === state).length;
  const parts = [
    [count('passed'), 'passed'],
    [count('failed'), 'failed'],
    [count('not-applicable'), count('not-applicable') === 1 ? 'does not apply' : 'do not apply'],
  ] as const;
  const marked = parts.reduce((sum, [number]) => sum + number, 0);
  const said = parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  const end = said.length > 0 ? `: ${said.join(', ')}.` : '.';
  return `${marked} of ${checks.length} checks marked${end}`;
}
