/** Facts of a paste as far as tokens and HTTP go, and what the token checks find in them. */
import type { Diagnosis } from '../../../case/rule.ts';
import { TOKEN_CHECKS } from '../rules/rules.ts';
import type { Facts } from '../../../facts/facts.ts';
import { read } from './paste.ts';

export async function factsOf(text: string): Promise<Facts> {
  return { text, kinds: [], ...(await read(text)) };
}

const WEIGHT = { error: 3, warning: 2, info: 1, ok: 0 };

/** Findings as the core sorts them. */
export async function findingsOf(text: string): Promise<Diagnosis[]> {
  const facts = await factsOf(text);
  return TOKEN_CHECKS.flatMap((check) => check(facts)).sort(
    (a, b) => WEIGHT[b.severity] - WEIGHT[a.severity],
  );
}
