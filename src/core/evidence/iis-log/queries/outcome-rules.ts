/** What becomes of an attempt: the rules of `content/log-rules.json`, as far as a log can tell. */
import { AGAIN_TIMES } from '../attempts/attempt-record.ts';
import { OUTCOME_RULES } from '../attempts/outcomes.ts';
import type { Sign } from '../attempts/signs.ts';
import type { Column } from './columns.ts';
import { rowSigns } from './row-signs.ts';

/** Signs that an attempt has all of, one of, none of; the first rule that fits holds. */
export interface OutcomeRule {
  readonly outcome: string;
  readonly all: readonly Sign[];
  readonly any?: readonly Sign[];
  readonly none?: readonly Sign[];
}

/** Three refusals or more are `again`. */
export const AGAIN = AGAIN_TIMES;

/** The rules, and `unclassified` for what fits none of them. */
export function outcomeRules(has: ReadonlySet<Column>): readonly OutcomeRule[] {
  const told = new Set<Sign>(['application', 'pause', 'again']);
  for (const { sign } of rowSigns(has)) told.add(sign);
  if (has.has('method') && has.has('agent')) told.add('preflight');
  const isTold = (sign: Sign) => told.has(sign);
  const rules = OUTCOME_RULES.filter(({ when: { all } }) => all.every(isTold)).map(
    ({ outcome, when: { all, any, none } }): OutcomeRule => ({
      ...{ outcome, all },
      ...(any && { any: any.filter(isTold) }),
      ...(none && { none: none.filter(isTold) }),
    }),
  );
  return [...rules.reduce(merged, []), { outcome: 'unclassified', all: [] }];
}

/** Neighbors with one outcome and one sign each are one rule. */
function merged(rules: readonly OutcomeRule[], rule: OutcomeRule): readonly OutcomeRule[] {
  const last = rules.at(-1);
  const [one, other] = [last && signOf(last), signOf(rule)];
  if (!last || !one || !other || last.outcome !== rule.outcome) return [...rules, rule];
  return [...rules.slice(0, -1), { outcome: rule.outcome, all: [], any: [...one, ...other] }];
}

function signOf({ all, any, none }: OutcomeRule): readonly Sign[] | undefined {
  if (none) return undefined;
  if (any) return all.length === 0 ? any : undefined;
  return all.length === 1 ? all : undefined;
}

/** How an accepted attempt was probably accepted. */
export const PROTOCOLS: readonly OutcomeRule[] = [
  { outcome: 'NTLM-like handshake', all: ['handshake'] },
  { outcome: 'Kerberos or known connection', all: [] },
];

/** Words and conditions with which a language tells outcomes apart. */
export interface SignTests {
  readonly and: string;
  readonly or: string;
  readonly not: string;
  /** The condition that an attempt has this sign. */
  readonly has: (sign: Sign) => string;
}

/** The condition of each outcome; the last has none. */
export function outcomesIn(
  rules: readonly OutcomeRule[],
  { and, or, not, has }: SignTests,
): { outcome: string; when: string }[] {
  return rules.map(({ outcome, all, any = [], none = [] }) => {
    const either = any.map(has).join(` ${or} `);
    const parts = [
      ...all.map(has),
      ...(any.length > 0 ? [all.length > 0 && any.length > 1 ? `(${either})` : either] : []),
      ...none.map((sign) => `${not} (${has(sign)})`),
    ];
    return { outcome, when: parts.join(` ${and} `) };
  });
}
