/** A question, put to an engine for one log. */
import { type Column, columnsOf, W3C_NAME, WITHOUT } from './columns.ts';
import type { Asked } from './asked.ts';
import type { Engine } from './engine.ts';
import { attemptPlan, type Planning, rowPlan } from './plan.ts';
import type { Question } from './questions.ts';
import { isWritable } from './writable.ts';

export interface Query {
  readonly text: string;
  /** What to put in place of the example, in a sentence. */
  readonly replace: string;
  /** What the answer cannot show, in sentences. */
  readonly blind: readonly string[];
  /** What was left out, and why, in sentences. */
  readonly leftOut: readonly string[];
}

/** The query, or the sentence that says why this log allows none. */
export function queryOf(
  engine: Engine,
  question: Question,
  asked: Asked,
): Query | { readonly unavailable: string } {
  const has = new Set<Column>([...columnsOf(asked.fields), ...(engine.always ?? [])]);
  for (const column of engine.never ?? []) has.delete(column);
  const lacks = question.needs.find((column) => !has.has(column));
  if (lacks !== undefined) {
    const name = lacks === 'time' ? 'date and time' : W3C_NAME[lacks];
    return { unavailable: `This question needs ${name}, which the log does not have.` };
  }
  const missing = new Set<Column>();
  const check = (columns: readonly Column[]): boolean => {
    const lost = columns.filter((column) => !has.has(column));
    for (const column of lost) missing.add(column);
    return lost.length === 0;
  };
  const { only, refused } = narrowed(asked.only ?? {});
  const planning: Planning = { asked, only, has, check };
  const text =
    question.kind === 'rows'
      ? engine.rows(rowPlan(question, planning))
      : engine.attempts(attemptPlan(question, planning));
  return {
    text,
    replace: engine.replace,
    blind: [
      question.blind,
      only.user !== undefined && question.kind === 'rows' && NAMED_ROWS,
      engine.blind?.[question.kind],
    ].filter((line) => typeof line === 'string'),
    leftOut: [...[...missing].map((column) => WITHOUT[column]), ...refused],
  };
}

/** Said when rows are chosen by a name. */
const NAMED_ROWS =
  'A 401 has a user name only with Basic, or when the refusal came after the logon; to follow a user, ask for attempts.';

type Only = Planning['only'];

/** Names that can stand in a query, and a sentence for those that cannot. */
function narrowed(wanted: Only): { only: Only; refused: string[] } {
  const names = Object.entries(wanted);
  const bad = names.filter(([, name]) => !isWritable(name));
  return {
    only: Object.fromEntries(names.filter(([, name]) => isWritable(name))),
    refused: bad.map(
      ([column]) => `The name for ${column} has characters that no query should carry; left out.`,
    ),
  };
}
