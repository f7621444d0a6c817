/** A question, put to an engine for one log. */
import { type Column, columnsOf, W3C_NAME, WITHOUT } from './columns.ts';
import type { Engine, Range } from './engine.ts';
import { accepted, legs, OUTCOMES, PROTOCOLS } from './legs.ts';
import { needs, type Predicate } from './predicate.ts';
import type { AttemptQuestion, Question, RowQuestion } from './questions.ts';
import { isWritable } from './writable.ts';

/** Columns that a reader can narrow a question by. */
export type Narrowing = 'user' | 'client' | 'resource' | 'site';

/** What is known of the reader's log, and what of it is asked. */
export interface Asked {
  /** The columns of the log by their W3C names, in order. */
  readonly fields: readonly string[];
  readonly range?: Range;
  readonly only?: Readonly<Partial<Record<Narrowing, string>>>;
}

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
  const write = question.kind === 'rows' ? writeRows : writeAttempts;
  const text = write(engine, question as never, asked, has, only, check);
  if (asked.range && !has.has('time')) missing.add('time');
  return {
    text,
    replace: engine.replace,
    blind: [question.blind, engine.blind?.[question.kind]].filter((line) => line !== undefined),
    leftOut: [...[...missing].map((column) => WITHOUT[column]), ...refused],
  };
}

type Check = (columns: readonly Column[]) => boolean;
type Only = Asked['only'] & object;

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

function namesOf(only: Only): Predicate[] {
  return Object.entries(only).map(([column, value]) => ({ text: column as Narrowing, value }));
}

function writeRows(
  engine: Engine,
  question: RowQuestion,
  { fields, range }: Asked,
  has: ReadonlySet<Column>,
  only: Only,
  check: Check,
): string {
  return engine.rows({
    fields,
    has,
    legs: legs(has),
    where: [...question.where(has), ...namesOf(only)].filter((clause) => check(needs(clause))),
    by: question.by.filter((group) =>
      check(group === 'leg' ? ['substatus'] : group === 'hour' ? ['time'] : [group]),
    ),
    ...(range && has.has('time') && { range }),
  });
}

/** What tells one client and resource from another, as in `log/attempts.ts`. */
const KEY: readonly Column[] = ['client', 'agent', 'method', 'resource'];

function writeAttempts(
  engine: Engine,
  question: AttemptQuestion,
  { fields, range }: Asked,
  has: ReadonlySet<Column>,
  only: Only,
  check: Check,
): string {
  // The first 401s of an attempt have no name, so a name chooses attempts and not rows.
  const { user, ...places } = only;
  check(['win32', 'taken', 'user']);
  return engine.attempts({
    fields,
    has,
    legs: legs(has),
    where: namesOf(places).filter((clause) => check(needs(clause))),
    key: KEY.filter((column) => check([column])),
    accepted: accepted(has),
    rules: question.by === 'outcome' ? OUTCOMES : PROTOCOLS,
    onlyAccepted: question.by === 'protocol',
    ...(user !== undefined && has.has('user') && { user }),
    ...(range && { range }),
  });
}
