/** A question as plans for an engine: what the log lacks is taken out before anything is written. */
import type { Column } from './columns.ts';
import type { AttemptPlan, PeoplePlan, RowPlan } from './engine.ts';
import { waitsOf } from './joining.ts';
import { outcomeRules, PROTOCOLS } from './outcome-rules.ts';
import { needs, type Predicate } from './predicate.ts';
import type { Asked, Narrowing } from './asked.ts';
import {
  type AttemptQuestion,
  type Group,
  type PeopleQuestion,
  type RowQuestion,
  TRIED,
} from './questions.ts';
import { accepted, PREFLIGHT, rowSigns } from './row-signs.ts';

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
const BEHIND: Readonly<Partial<Record<Group, Column>>> = { sign: 'substatus', hour: 'time' };

const groupsOf = <G extends Group>(by: readonly G[], check: Planning['check']): G[] =>
  by.filter((group) => check([BEHIND[group] ?? (group as Column)]));

export function rowPlan(question: RowQuestion, planning: Planning): RowPlan {
  const { only, has, check } = planning;
  // Signs are told without it, too, but less surely.
  if (question.by.includes('sign') || question.tallies) check(['win32']);
  if (question.tallies) check(['user']);
  const by = groupsOf(question.by, check);
  return {
    ...commonOf(planning),
    signs: rowSigns(has),
    where: [...question.where(has), ...namesOf(only)].filter((clause) => check(needs(clause))),
    by: by.length > 0 ? by : ['status'],
    tallies: question.tallies?.(has) ?? [],
  };
}

export function peoplePlan(question: PeopleQuestion, planning: Planning): PeoplePlan {
  const { only, has, check } = planning;
  const isTold = check(['substatus', 'win32']);
  return {
    ...commonOf(planning),
    where: namesOf(only).filter((clause) => check(needs(clause))),
    by: groupsOf(question.by, check),
    refused: isTold ? TRIED : { all: [{ is: 'status', of: [401] }, { named: true }] },
    accepted: accepted(has),
    keep: question.keep,
  };
}

function commonOf({ asked: { fields, range }, has, check }: Planning) {
  if (range) check(['time']);
  return { fields, has, ...(range && has.has('time') && { range }) };
}

/** What tells one visitor from another, as in `attempts/visitor-key.ts`. */
const KEY: readonly Column[] = ['client', 'site', 'port', 'method', 'resource', 'agent'];

export function attemptPlan(question: AttemptQuestion, planning: Planning): AttemptPlan {
  const { only, has, check } = planning;
  // The first 401s of an attempt have no name, so a name chooses attempts and not rows.
  const { user, ...places } = only;
  check(['win32', 'taken', 'user']);
  const isOptional = (column: Column) => column === 'site' && !has.has(column);
  return {
    ...commonOf(planning),
    where: namesOf(places).filter((clause) => check(needs(clause))),
    key: KEY.filter((column) => !isOptional(column) && check([column])),
    signs: rowSigns(has),
    accepted: accepted(has),
    waits: waitsOf(has.has('taken')),
    rules: question.by === 'outcome' ? outcomeRules(has) : PROTOCOLS,
    onlyAccepted: question.by === 'protocol',
    ...(user !== undefined && has.has('user') && { user }),
    ...(question.by === 'outcome' &&
      has.has('method') &&
      has.has('agent') && { preflight: PREFLIGHT }),
  };
}
