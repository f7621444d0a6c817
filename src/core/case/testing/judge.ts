/** Runs rules on a fact base as a case does, without the readers of all other kinds of evidence. */
import type { Decoded, Severity, Step } from '../../contract/decoded.ts';
import { FactBase } from '../../facts/fact-base.ts';
import { rankOf } from '../order.ts';
import type { Diagnosis, Rule } from '../rule.ts';

export type Named = Diagnosis & { readonly id: string };

/** What one source states, the rest being empty. */
export function factBaseOf(text: string, read: Partial<Decoded> = {}): FactBase {
  return new FactBase([{ id: '1', text }], { kinds: [], tokens: [], facts: [], ...read });
}

const WEIGHT: Record<Severity, number> = { error: 3, warning: 2, info: 1, ok: 0 };

/** Findings of the rules, each with its id, in the order of a case. */
export function findingsOf(rules: readonly Rule[], facts: FactBase): Named[] {
  return rules
    .filter(({ needs }) => needs.every((need) => facts.has(need)))
    .flatMap((rule) => {
      const judgement = rule.judge(facts);
      const found = 'undecided' in judgement || 'ruledOut' in judgement ? [] : judgement;
      return found.map((diagnosis) => ({ ...diagnosis, id: diagnosis.id ?? rule.id }));
    })
    .sort((a, b) => WEIGHT[b.severity] - WEIGHT[a.severity] || rankOf(a.id) - rankOf(b.id));
}

/** Steps as plain text: commands and sentences. */
export function lines(next: readonly Step[] = []): string[] {
  return next.map((step) => ('say' in step ? step.say : step.run));
}
