/** What an engine must be able to write, and what it is given. */
import type { Range } from '../../../queries/range.ts';
import type { Column } from './columns.ts';
import type { Waits } from './joining.ts';
import type { OutcomeRule } from './outcome-rules.ts';
import type { Predicate } from './predicate.ts';
import type { Group, PeopleGroup, PeopleQuestion, Tally } from './questions.ts';
import type { RowSign } from './row-signs.ts';

interface Plan {
  /** The log's own columns, in order; empty when they are not known. */
  readonly fields: readonly string[];
  readonly has: ReadonlySet<Column>;
  readonly where: readonly Predicate[];
  readonly range?: Range;
}

export interface RowPlan extends Plan {
  readonly by: readonly Group[];
  readonly signs: readonly RowSign[];
  /** What is counted besides the rows. */
  readonly tallies: readonly Tally[];
}

/** Names are counted: who was refused and never let in, and who was let in. */
export interface PeoplePlan extends Plan {
  readonly by: readonly PeopleGroup[];
  /** The row is a refusal of a name; that a name was let in. */
  readonly refused: Predicate;
  readonly accepted: Predicate;
  readonly keep: PeopleQuestion['keep'];
}

export interface AttemptPlan extends Plan {
  /** The columns that tell one visitor from another. */
  readonly key: readonly Column[];
  readonly signs: readonly RowSign[];
  readonly accepted: Predicate;
  /** The request is a preflight of CORS. */
  readonly preflight?: Predicate;
  readonly waits: Waits;
  /** Only attempts with this name in one of their rows. */
  readonly user?: string;
  readonly rules: readonly OutcomeRule[];
  /** Only attempts that ended well. */
  readonly onlyAccepted: boolean;
}

/** What a question is answered with. */
export type Kind = 'rows' | 'people' | 'attempts';

export interface Engine {
  readonly id: string;
  readonly name: string;
  /** What the reader has to put in place of the example. */
  readonly replace: string;
  /** What this engine cannot do as this site does it. */
  readonly blind?: Readonly<Partial<Record<Kind, string>>>;
  /** Columns that its tables have whatever the log has. */
  readonly always?: readonly Column[];
  /** Columns that its tables lack whatever the log has. */
  readonly never?: readonly Column[];
  /** A name as a literal of its language; its value is the name, whatever the name is. */
  readonly literal: (name: string) => string;
  readonly rows: (plan: RowPlan) => string;
  readonly people: (plan: PeoplePlan) => string;
  /** The sentence that says why the engine cannot. */
  readonly attempts: ((plan: AttemptPlan) => string) | { readonly unavailable: string };
}
