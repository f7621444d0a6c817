/** What an engine must be able to write, and what it is given. */
import type { Column } from './columns.ts';
import type { Leg, OutcomeRule, Tally } from './legs.ts';
import type { Predicate } from './predicate.ts';
import type { Group } from './questions.ts';

/** First and last second that the query reads, ISO 8601 in UTC without a fraction. */
export interface Range {
  readonly first: string;
  readonly last: string;
}

interface Plan {
  /** The log's own columns, in order; empty when they are not known. */
  readonly fields: readonly string[];
  readonly has: ReadonlySet<Column>;
  readonly where: readonly Predicate[];
  readonly legs: readonly { readonly leg: Leg; readonly when: Predicate }[];
  readonly range?: Range;
}

export interface RowPlan extends Plan {
  readonly by: readonly Group[];
}

export interface AttemptPlan extends Plan {
  /** The columns that tell one client and resource from another. */
  readonly key: readonly Column[];
  readonly accepted: Predicate;
  /** Only attempts with this name in one of their rows. */
  readonly user?: string;
  readonly rules: readonly OutcomeRule[];
  /** Only attempts that ended well. */
  readonly onlyAccepted: boolean;
}

export interface Engine {
  readonly id: string;
  readonly name: string;
  /** What the reader has to put in place of the example. */
  readonly replace: string;
  /** What this engine cannot do as this site does it. */
  readonly blind?: { readonly rows?: string; readonly attempts?: string };
  /** Columns that its tables have whatever the log has. */
  readonly always?: readonly Column[];
  /** Columns that its tables lack whatever the log has. */
  readonly never?: readonly Column[];
  /** A name as a literal of its language; its value is the name, whatever the name is. */
  readonly literal: (name: string) => string;
  readonly rows: (plan: RowPlan) => string;
  readonly attempts: (plan: AttemptPlan) => string;
}

/** Words and conditions with which a language tells outcomes apart. */
interface Tests {
  readonly and: string;
  readonly or: string;
  /** The condition that a tally is not zero. */
  readonly some: (tally: Tally) => string;
}

/** The condition of each outcome; the last has none. */
export function outcomesIn(
  rules: readonly OutcomeRule[],
  { and, or, some }: Tests,
): { outcome: string; when: string }[] {
  return rules.map(({ outcome, all, any = [] }) => {
    const either = any.map(some).join(` ${or} `);
    const parts = [...all.map(some), ...(any.length > 0 ? [`(${either})`] : [])];
    return { outcome, when: parts.join(` ${and} `) };
  });
}
