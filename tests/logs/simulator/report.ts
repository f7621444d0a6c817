/** A comparison in figures, and as text for a terminal. */
import type { Outcome } from '../../../src/core/contract/decoded.ts';
import type { Comparison } from './compare.ts';

export interface Total {
  readonly outcome: Outcome;
  /** How often it is true, and how often it was reported. */
  readonly truth: number;
  readonly reported: number;
}

export function totalsOf({ attempts, reported }: Comparison): Total[] {
  const truth = Map.groupBy(attempts, ({ outcome }) => outcome);
  const outcomes = [...new Set([...truth.keys(), ...reported.keys()])].sort();
  return outcomes.map((outcome) => ({
    outcome,
    truth: truth.get(outcome)?.length ?? 0,
    reported: reported.get(outcome) ?? 0,
  }));
}

/** Share of attempts reported wrongly. */
export const wrongShare = ({ attempts, mistakes }: Comparison): number =>
  mistakes.length / attempts.length;

export function tableOf(comparison: Comparison): string {
  const { attempts, rows, mistakes } = comparison;
  const share = percent(wrongShare(comparison));
  return [
    `${attempts.length} attempts in ${rows} rows, ${mistakes.length} reported wrongly: ${share}`,
    `  of these the log does not tell: ${reasons(mistakes)}`,
    lineOf('outcome', ['true', 'reported', 'off'], 'reported instead'),
    ...totalsOf(comparison).map(({ outcome, truth, reported }) => {
      const off = truth === 0 ? '' : percent((reported - truth) / truth);
      return lineOf(outcome, [truth, reported, off], insteadOf(comparison, outcome));
    }),
  ].join('\n');
}

function insteadOf({ mistakes }: Comparison, outcome: Outcome): string {
  const own = mistakes.filter(({ attempt }) => attempt.outcome === outcome);
  return [...Map.groupBy(own, ({ reported }) => reported)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reported, list]) => `${list.length} ${reported}`)
    .join(', ');
}

/** How many of the mistakes have each reason; one may have several. */
function reasons(mistakes: Comparison['mistakes']): string {
  const whys = mistakes.flatMap(({ why }) => why);
  const open = mistakes.filter(({ why }) => why.length === 0);
  const counts = [...Map.groupBy(whys, (why) => why)].map(
    ([why, { length }]) => `${length} ${why}`,
  );
  return [...counts, `${open.length} other`].join(', ');
}

const lineOf = (name: string, values: readonly (string | number)[], rest: string): string =>
  `  ${name.padEnd(22)}${values.map((value) => String(value).padStart(9)).join('')}   ${rest}`;

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
