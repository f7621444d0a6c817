/** What a person should provide next: what rules with some of their needs are missing. */
import type { Ask, CheckResult, Considered } from '../contract/decoded.ts';
import type { FactBase } from '../facts/fact-base.ts';
import { ASKS } from '../limits.ts';
import type { Rule } from './rule.ts';

interface Wanted {
  readonly rule: Rule;
  readonly ask: Ask;
  /** Needs of the rule that are missing. */
  readonly missing: number;
}

/**
 * The requests of all rules that have at least one of their needs, those that would decide most and
 * first of all; and the rules that wait for them.
 */
export function asksOf(
  rules: readonly Rule[],
  facts: FactBase,
  checks: readonly CheckResult[],
): { asks: Ask[]; waiting: Considered[] } {
  const open = new Set(checks.filter(({ state }) => state === 'unknown').map(({ id }) => id));
  const wanted = rules.flatMap((rule) => wantedBy(rule, facts, open));
  const waiting = rules.flatMap((rule): Considered[] => {
    const missing = wanted.filter((one) => one.rule === rule).map(({ ask }) => ask.wants);
    if (missing.length === 0) return [];
    return [{ rule: rule.id, says: rule.says, evidence: placesFor(rule, facts), missing }];
  });
  return { asks: merged(wanted).slice(0, ASKS), waiting };
}

function wantedBy(rule: Rule, facts: FactBase, open: ReadonlySet<string>): Wanted[] {
  const missing = rule.needs.filter((need) => !facts.has(need));
  if (missing.length === 0 || missing.length === rule.needs.length) return [];
  const settles = [...new Set((rule.settles ?? []).map(({ check }) => check))];
  const checks = settles.filter((check) => open.has(check));
  // Everything that it could settle is settled already.
  if (settles.length > 0 && checks.length === 0) return [];
  return missing.flat().flatMap((need): Wanted[] => {
    const request = rule.asks?.[need]?.(facts);
    return request ? [{ rule, ask: { ...request, checks }, missing: missing.length }] : [];
  });
}

/** One request for each kind of evidence and step, with all the checks that it would settle. */
function merged(wanted: readonly Wanted[]): Ask[] {
  const byRequest = new Map<string, Ask>();
  for (const { ask } of [...wanted].sort((a, b) => a.missing - b.missing)) {
    const key = JSON.stringify([ask.wants, ask.step]);
    const before = byRequest.get(key);
    const checks = [...new Set([...(before?.checks ?? []), ...ask.checks])];
    byRequest.set(key, { ...(before ?? ask), checks });
  }
  return [...byRequest.values()];
}

/** Where the needs that are met are stated. */
function placesFor({ needs }: Rule, { facts }: FactBase): Considered['evidence'] {
  return facts.filter(({ kind }) => needs.flat().includes(kind)).map(({ at }) => at);
}
