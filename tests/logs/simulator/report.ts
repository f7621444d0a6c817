/** A comparison as text for a terminal. */
import type { Outcome } from '../../../src/core/contract/decoded.ts';
import type { Comparison } from './compare.ts';

export interface Total {
  readonly outcome: string;
  readonly truth: number;
  readonly reported: number;
}

/** How often each outcome is true, and how often it was reported. */
export function totalsOf({ pairs, reported }: Comparison): Total[] {
  const truth = new Map<string, number>();
  for (const [pair, count] of pairs) {
    const [outcome = ''] = pair.split(' ');
    truth.set(outcome, (truth.get(outcome) ?? 0) + count);
  }
  const outcomes = [...new Set([...truth.keys(), ...reported.keys()])].sort();
  return outcomes.map((outcome) => ({
    outcome,
    truth: truth.get(outcome) ?? 0,
    reported: reported.get(outcome as Outcome) ?? 0,
  }));
}

export function tableOf(comparison: Comparison): string {
  const { attempts, wrong, rows, pairs } = comparison;
  const share = percent(wrong, attempts);
  const lines = [`${attempts} attempts in ${rows} rows, ${wrong} reported wrongly: ${share}`];
  lines.push(
    `  ${'outcome'.padEnd(24)}${'true'.padStart(8)}${'reported'.padStart(10)}${'off'.padStart(9)}  reported instead`,
  );
  for (const { outcome, truth, reported } of totalsOf(comparison)) {
    const off = truth === 0 ? '' : percent(reported - truth, truth);
    const others = [...pairs]
      .map(([pair, count]) => [...pair.split(' '), count] as const)
      .filter(([is, said]) => is === outcome && said !== outcome)
      .sort((a, b) => Number(b[2]) - Number(a[2]))
      .map(([, said, count]) => `${count} ${said}`);
    lines.push(
      `  ${outcome.padEnd(24)}${String(truth).padStart(8)}${String(reported).padStart(10)}${off.padStart(9)}  ${others.join(', ')}`,
    );
  }
  return lines.join('\n');
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)}%`;
