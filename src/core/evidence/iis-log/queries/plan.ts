/** A question as plans for an engine: what the log lacks is taken out before anything is written. */
import type { Column } from './columns.ts';
import type { AttemptPlan, RowPlan } from './engine.ts';
import { accepted, legs, OUTCOMES, PROTOCOLS } from './legs.ts';
import { needs, type Predicate } from './predicate.ts';
import type { Asked, Narrowing } from './asked.ts';
import type { AttemptQuestion, Group, RowQuestion } from './questions.ts';

export interface Planning {
  readonly asked: Asked;
  /** Names that can stand in a query. */
  readonly only: Readonly<Partial<Record<Narrowing, string>>>;
  readonly has: ReadonlySet<Column>;
  /** Are all there? Those that are not are remembered. */
  readonly check: (columns: readonly Column[]) => boolean;
}

function namesOf(only: Planning['only']): Predicate[] {
  return Object.entries(only).map(([column, value]) => ({ text: column as Narrowing, value }));
}

/** Columns that groups are made of. */
const BEHIND: Readonly<Partial<Record<Group, Column>>> = { leg: 'substatus', hour: 'time' };

export function rowPlan(question: RowQuestion, { asked, only, has, check }: Planning): RowPlan {
  const { fields, range } = asked;
  // The steps are told without it, too, but less surely.
  if (question.by.includes('leg')) check(['win32']);
  if (range) check(['time']);
  const by = question.by.filter((group) => check([BEHIND[group] ?? (group as Column)]));
  return {
    fields,
    has,
    legs: legs(has),
    where: [...question.where(has), ...namesOf(only)].filter((clause) => check(needs(clause))),
    by: by.length > 0 ? by : ['status'],
    ...(range && has.has('time') && { range }),
  };
}

/** What tells one client and resource from another, as in `attempts/visitor-key.ts`. */
const KEY: readonly Column[] = ['client', 'agent', 'method', 'resource'];

export function attemptPlan(
  question: AttemptQuestion,
  { asked: { fields, range }, only, has, check }: Planning,
): AttemptPlan {
  // The first 401s of an attempt have no name, so a name chooses attempts and not rows.
  const { user, ...places } = only;
  check(['win32', 'taken', 'user']);
  return {
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
  };
}
