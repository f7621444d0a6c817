/** Runs every check and puts the most telling finding first. */
import { articlePath } from '../articles.ts';
import type { Finding, Severity } from '../contract/decoded.ts';
import type { Facts } from '../facts/facts.ts';
import { CHECKS } from './rules/rules.ts';

const WEIGHT: Record<Severity, number> = { error: 3, warning: 2, info: 1, ok: 0 };

/**
 * All findings of all checks, the most severe first. Findings of one severity keep the order of
 * the checks, which is therefore the order of how much each tells.
 */
export function diagnose(facts: Facts): Finding[] {
  return CHECKS.flatMap((check) => check(facts))
    .map((diagnosis) => ({ ...diagnosis, article: articlePath(diagnosis.article) }))
    .sort((a, b) => WEIGHT[b.severity] - WEIGHT[a.severity]);
}
