/** A question, put to an engine for one log. */
import type { Query } from '../../../queries/query.ts';
import { isWritable } from '../../../queries/writable.ts';
import { type Column, columnsOf, W3C_NAME, WITHOUT } from './columns.ts';
import type { Asked } from './asked.ts';
import type { Engine } from './engine.ts';
import { forwardedName } from '../rows/forwarded.ts';
import { attemptPlan, peoplePlan, type Planning, rowPlan } from './plan.ts';
import type { Question } from './questions.ts';

/** The query, or the sentence that says why this log allows none. */
export function queryOf(
  engine: Engine,
  question: Question,
  asked: Asked,
): Query | { readonly unavailable: string } {
  const has = hasOf(engine, asked);
  const unavailable = whyNot(engine, question, has);
  if (unavailable !== undefined) return { unavailable };
  const missing = new Set<Column>();
  const check = (columns: readonly Column[]): boolean => {
    const lost = columns.filter((column) => !has.has(column));
    for (const column of lost) missing.add(column);
    return lost.length === 0;
  };
  // Without the column nobody missed it; with it, the table may still have none.
  const isPeer = forwardedName(asked.fields) !== undefined && !has.has('forwarded');
  const { only, refused } = narrowed(asked.only ?? {}, isPeer);
  const planning: Planning = { asked, only, has, check };
  const text = textOf(engine, question, planning);
  if (isPeer && readsClient(question)) missing.add('forwarded');
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

function hasOf(engine: Engine, { fields }: Asked): ReadonlySet<Column> {
  const has = new Set<Column>([...columnsOf(fields), ...(engine.always ?? [])]);
  for (const column of engine.never ?? []) has.delete(column);
  // An address that only the proxy's column has.
  if (!has.has('forwarded') && !fields.includes(W3C_NAME.client)) has.delete('client');
  return has;
}

/** Why there is no such query, in a sentence. */
function whyNot({ attempts }: Engine, { kind, needs }: Question, has: ReadonlySet<Column>) {
  if (kind === 'attempts' && typeof attempts !== 'function') return attempts.unavailable;
  const lacks = needs.find((column) => !has.has(column));
  if (lacks === undefined) return undefined;
  const name = lacks === 'time' ? 'date and time' : W3C_NAME[lacks];
  return `This question needs ${name}, which the log does not have.`;
}

function textOf(engine: Engine, question: Question, planning: Planning): string {
  if (question.kind === 'rows') return engine.rows(rowPlan(question, planning));
  if (question.kind === 'people') return engine.people(peoplePlan(question, planning));
  const { attempts } = engine;
  return typeof attempts === 'function' ? attempts(attemptPlan(question, planning)) : '';
}

const readsClient = (question: Question): boolean =>
  question.kind === 'attempts' || question.by.includes('client');

/** Said when rows are chosen by a name. */
const NAMED_ROWS =
  'A 401 has a user name only with Basic, or when the refusal came after the logon; to follow a user, ask for attempts.';

type Only = Planning['only'];

/** Names that can stand in a query, and a sentence for those that cannot. */
function narrowed(wanted: Only, isPeer: boolean): { only: Only; refused: string[] } {
  const names = Object.entries(wanted);
  const isForwarded = (column: string) => column === 'client' && isPeer;
  const isFit = ([column, name]: [string, string]) => isWritable(name) && !isForwarded(column);
  return {
    only: Object.fromEntries(names.filter(isFit)),
    refused: names
      .filter((pair) => !isFit(pair))
      .map(([column]) =>
        isForwarded(column)
          ? 'The address of the client is one of X-Forwarded-For, which is not known here; left out.'
          : `The name for ${column} has characters that no query should carry; left out.`,
      ),
  };
}
