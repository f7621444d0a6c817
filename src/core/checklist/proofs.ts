/** Which checks a case settles, and the marks that follow from it. */
import type { CheckResult, Finding } from '../contract/decoded.ts';
import type { Check, Mark, Marks, State } from './check.ts';
import { withMark } from './marks.ts';

/** A check that the evidence settles. */
export interface Settled {
  readonly check: Check;
  readonly state: State;
  /** Id of the finding or rule that settles it. */
  readonly by: string;
  readonly says: string;
  /** Absent when a cause was ruled out. */
  readonly finding?: Finding;
}

/** The checks that `results` settle, in the order of the list. */
export function settledBy(
  checks: readonly Check[],
  results: readonly CheckResult[],
  findings: readonly Finding[],
): Settled[] {
  return checks.flatMap((check): Settled[] => {
    const result = results.find(({ id }) => id === check.id);
    if (!result || result.state === 'unknown' || result.by === undefined) return [];
    const { by, state, says = '' } = result;
    const finding = findings.find(({ id }) => id === by);
    return [{ check, state, by, says, ...(finding && { finding }) }];
  });
}

/**
 * The marks with what was settled at `at` (ISO 8601). What the same finding marked before keeps its
 * time. Nothing from the evidence goes in: ids and words are this guide's own.
 */
export function withSettled(marks: Marks, settled: readonly Settled[], at: string): Marks {
  return settled.reduce((marked, { check, state, by, says }) => {
    const before = marked[check.id];
    if (before?.finding === by && before.state === state) return marked;
    const mark: Mark = { state, at, finding: by, ...(says !== '' && { says }) };
    return withMark(marked, check.id, mark);
  }, marks);
}

/** What proved the mark, in a sentence; undefined for a mark by hand. */
export function saidOf({ finding, says }: Mark): string | undefined {
  return finding === undefined ? undefined : (says ?? `Finding ${finding}.`);
}
