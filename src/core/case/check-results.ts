/** Which checks of the list the rules have settled, and what proves it. */
import { articleAt } from '../articles.ts';
import { CHECKS } from '../checklist/checks.ts';
import type { CheckResult } from '../contract/decoded.ts';
import type { FactBase } from '../facts/fact-base.ts';
import type { Span } from '../facts/span.ts';
import { CONTRADICTION, isOn } from './doubt.ts';
import type { Judged, Settles } from './rule.ts';

/** What one finding, or one rule that was ruled out, settles, and with which proof. */
export interface Settled extends Settles {
  readonly by: string;
  readonly evidence: readonly Span[];
}

/** A failure goes before a pass, and an answer before half of one. */
const STATES: readonly Settles['state'][] = ['failed', 'passed', 'not-applicable', 'known'];

/** All checks in their order; those that nothing settles are `unknown`. */
export function checkResults(judged: readonly Judged[], facts: FactBase): CheckResult[] {
  const settled = settledIn(judged);
  return CHECKS.map(({ id }) => {
    const all = settled.filter(({ check }) => check === id);
    const [first] = STATES.flatMap((state) => all.filter((one) => one.state === state));
    if (!first) return { id, state: 'unknown' };
    const { by, says, state, evidence } = first;
    const sources = sourcesOf(evidence, facts);
    return state === 'known'
      ? { id, state: 'unknown', known: says, sources }
      : { id, state, by, says, sources };
  });
}

/** All that is settled, a check possibly several times. */
export function settledIn(judged: readonly Judged[]): Settled[] {
  return undisputed(judged.flatMap(settledBy));
}

/** Without passes that rest on a place which another source contradicts. */
function undisputed(settled: readonly Settled[]): Settled[] {
  const disputes = settled.filter(({ by }) => by === CONTRADICTION);
  const isDisputed = ({ state, check, evidence }: Settled) =>
    state === 'passed' &&
    disputes.some((one) => one.check === check && isOn(one.evidence, evidence));
  return settled.filter((one) => !isDisputed(one));
}

function settledBy({ rule, findings, ruledOut }: Judged): Settled[] {
  return (rule.settles ?? []).flatMap((settles): Settled[] => {
    if (settles.when === 'ruled-out') {
      return ruledOut ? [{ ...settles, by: rule.id, evidence: ruledOut }] : [];
    }
    const found = findings.find(
      ({ id, article }) =>
        id === (settles.finding ?? rule.id) &&
        (settles.article === undefined || settles.article === articleAt(article)),
    );
    return found ? [{ ...settles, by: found.id, evidence: found.evidence }] : [];
  });
}

/** Ids of the sources of the proof; in a case of one source, that one. */
function sourcesOf(evidence: readonly Span[], { sources }: FactBase): string[] {
  const [only] = sources;
  if (sources.length === 1 && only) return [only.id];
  return [...new Set(evidence.flatMap(({ source }) => source ?? []))];
}
