/**
 * What is said about each outcome: the rows of `content/outcomes.json`, so that every outcome is
 * worded in one place. A test holds the file to the shape that is asserted here.
 */
import rows from '../../../../../content/outcomes.json' with { type: 'json' };
import type { ArticleSlug } from '../../../articles.ts';
import type { Outcome, Severity } from '../../../contract/decoded.ts';
import type { StepTemplate } from '../../../contract/step-template.ts';

/** What a finding says about attempts of one outcome and, where it has several causes, one article. */
export interface OutcomeFinding {
  /** `log.refused` */
  readonly id: string;
  readonly article: ArticleSlug;
  /** That of the outcome unless it says otherwise. */
  readonly severity?: Severity;
  /** A sentence with places; see `rules/outcome-values.ts` for what can be filled in. */
  readonly title: string;
  /** The same for a single attempt, where more is known of it. */
  readonly one?: string;
  /** When this can be wrong. */
  readonly caveat?: string;
  readonly next?: readonly StepTemplate[];
}

export interface OutcomeRow {
  readonly outcome: Outcome;
  /** In a few words, for lists and charts. */
  readonly words: string;
  readonly severity: Severity;
  /** The first is taken for an article that none of them has. */
  readonly findings: readonly OutcomeFinding[];
}

export const OUTCOME_ROWS: readonly OutcomeRow[] = (rows as readonly object[]).map(
  (row) => row as OutcomeRow,
);
