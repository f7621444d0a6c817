/** Judges a case: every rule that can say something, in the order of how much each tells. */
import { articlePath } from '../articles.ts';
import type {
  Considered,
  Decoded,
  Exchange,
  Finding,
  Problem,
  Severity,
} from '../contract/decoded.ts';
import type { FactBase } from '../facts/fact-base.ts';
import { asksOf } from './asks.ts';
import { checkResults, settledIn } from './check-results.ts';
import { withDoubt } from './doubt.ts';
import { loadPart } from './load-part.ts';
import { nothingDecided } from './nothing-decided.ts';
import { JOINED, rankOf } from './order.ts';
import type { Judged, Judgement, Rule } from './rule.ts';

/** The part of the document that the rules write. */
export type Conclusion = Pick<
  Decoded,
  'findings' | 'checks' | 'ruledOut' | 'undecided' | 'asks' | 'exchanges'
>;

const WEIGHT: Record<Severity, number> = { error: 3, warning: 2, info: 1, ok: 0 };

/** What two sources prove to be right tells more than what one of them describes. */
const weightOf = ({ severity, id }: Finding): number =>
  severity === 'ok' && JOINED.has(id) ? WEIGHT.info + 0.5 : WEIGHT[severity];

/** Everything that the rules of the sources, and those across sources, conclude from the facts. */
export async function conclude(
  facts: FactBase,
  own: readonly Rule[],
  problems: Problem[] = [],
): Promise<Conclusion> {
  const across = await rulesAcross(facts, problems);
  const rules = [...across.rules, ...own];
  const judged: Judged[] = [];
  const undecided: Considered[] = [];
  for (const rule of rules) {
    if (!rule.needs.every((need) => facts.has(need))) continue;
    const judgement = rule.judge(facts);
    if ('undecided' in judgement) {
      const { undecided: evidence, missing } = judgement;
      undecided.push({ rule: rule.id, says: rule.says, evidence, missing });
    } else judged.push(judgedOf(rule, judgement));
  }
  const checks = checkResults(judged, facts);
  const { asks, waiting } = asksOf(rules, facts, checks);
  const findings = withDoubt(judged)
    .flatMap(({ findings }) => findings)
    .sort((a, b) => weightOf(b) - weightOf(a) || rankOf(a.id) - rankOf(b.id));
  const ruledOut = judged.flatMap(({ rule, ruledOut }) =>
    ruledOut ? [{ rule: rule.id, says: rule.says, evidence: ruledOut }] : [],
  );
  const causes = await causesOf(judged, facts, ruledOut, problems);
  return {
    findings: findings.length > 0 ? findings : nothingDecided(facts, asks),
    checks,
    ruledOut: [...ruledOut, ...(causes?.ruledOut ?? [])],
    undecided: [...undecided, ...waiting, ...(causes?.undecided ?? [])],
    asks,
    ...(across.exchanges.length > 0 && { exchanges: across.exchanges }),
  };
}

/** The usual causes, disproved or open; loaded for a case of several kinds of evidence. */
async function causesOf(
  judged: readonly Judged[],
  facts: FactBase,
  ruledOut: readonly Considered[],
  problems: Problem[],
): Promise<Pick<Conclusion, 'ruledOut' | 'undecided'> | undefined> {
  if (facts.kinds.length < 2) return undefined;
  const part = await loadPart('names what it is not', () => import('./causes.ts'), problems);
  return part?.consideredCauses(settledIn(judged), facts, ruledOut);
}

interface Across {
  readonly rules: readonly Rule[];
  readonly exchanges: Exchange[];
}

/** Rules that read more than one kind of evidence, and the exchanges; loaded when there is something for them. */
async function rulesAcross(facts: FactBase, problems: Problem[]): Promise<Across> {
  const rules: Rule[] = [];
  let exchanges: Exchange[] = [];
  if (facts.has('tokens') || facts.has('messages')) {
    const load = () => import('./rules/exchange-rules.ts');
    const part = await loadPart('judges exchanges', load, problems);
    rules.push(...(part?.EXCHANGE_RULES ?? []));
    exchanges = part?.exchangesOf(facts) ?? [];
  }
  if (facts.facts.length > 0 || facts.sources.length > 1) {
    const load = () => import('./rules/cross-source.ts');
    const part = await loadPart('compares pieces of evidence', load, problems);
    if (part) rules.push(...part.CROSS_SOURCE_RULES, part.contradiction);
  }
  return { rules, exchanges };
}

function judgedOf(rule: Rule, judgement: Exclude<Judgement, { undecided: unknown }>): Judged {
  if ('ruledOut' in judgement) return { rule, findings: [], ruledOut: judgement.ruledOut };
  const findings = judgement.map((diagnosis) => ({
    ...diagnosis,
    id: diagnosis.id ?? rule.id,
    article: articlePath(diagnosis.article),
  }));
  return { rule, findings };
}
