/**
 * What became of an attempt: the rules of `content/log-rules.json`, in their order; the first that fits
 * holds. Each is a condition on the attempt's signs, and the article on IIS logs shows them all.
 *
 * What the rules stand on: "Windows Authentication request flow" (Microsoft Tech Community),
 * "401.x" of David Wang's blog, KB 907273 and KB 969060 for IIS 6, published rows. A 401.1 with
 * 2148074254 is a refusal in no version by itself; what follows it decides.
 */
import file from '../../../../../content/log-rules.json' with { type: 'json' };
import type { ArticleSlug } from '../../../articles.ts';
import type { Outcome } from '../../../contract/decoded.ts';
import { bitsOf, type Sign } from './signs.ts';

export interface Verdict {
  readonly outcome: Outcome;
  readonly article: ArticleSlug;
}

/** A rule as it is written: signs that an attempt has all of, one of, none of. */
export interface OutcomeRule extends Verdict {
  /** The rows that trigger it, as people write them. */
  readonly rows: string;
  readonly when: {
    readonly all: readonly Sign[];
    readonly any?: readonly Sign[];
    readonly none?: readonly Sign[];
  };
  /** What it says of the attempt; when that can be wrong. */
  readonly says: string;
  readonly limits?: string;
}

export const OUTCOME_RULES = file.outcomes as readonly object[] as readonly OutcomeRule[];

const CONDITIONS = OUTCOME_RULES.map((rule) => ({
  rule,
  all: bitsOf(rule.when.all),
  any: rule.when.any ? bitsOf(rule.when.any) : -1,
  none: bitsOf(rule.when.none ?? []),
}));

/** A 401 without a substatus fits no rule. */
const UNCLASSIFIED: Verdict = { outcome: 'unclassified', article: 'read-iis-log' };

/** Every verdict that the rules can give, in their order. */
export const VERDICTS: readonly Verdict[] = OUTCOME_RULES;

const known = new Map<number, Verdict>();

/** The verdict on an attempt with these signs. */
export function classify(signs: number): Verdict {
  let verdict = known.get(signs);
  if (verdict) return verdict;
  const found = CONDITIONS.find(
    ({ all, any, none }) => (signs & all) === all && (signs & any) !== 0 && (signs & none) === 0,
  );
  verdict = found?.rule ?? UNCLASSIFIED;
  known.set(signs, verdict);
  return verdict;
}
