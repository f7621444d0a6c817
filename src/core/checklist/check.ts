/** One check of the ordered Kerberos list, as `content/checks.json` writes it, and a person's mark. */
import type { ArticleSlug } from '../articles.ts';

/** What a mark says; a check without a mark is open. */
export type State = 'passed' | 'failed' | 'not-applicable';

export interface Check {
  /** Stable: marks are kept under it, and rules name it in `settles`. */
  readonly id: string;
  /** The question in a few words, as a statement: what a pass means. */
  readonly label: string;
  readonly question: string;
  /** The article to read when it fails. */
  readonly article: ArticleSlug;
  /** Where to go on, where that is not the next check; a failed check without it comes first. */
  readonly then?: { readonly passed?: string; readonly failed?: string };
}

/**
 * How to answer the question of a check, as `content/check-steps.json` writes it. Texts with `code`,
 * `[links](article:slug)` and `[](check:id)`.
 */
export interface CheckSteps {
  readonly how: string;
  readonly commands?: readonly string[];
  /** What a pass looks like, and a failure. */
  readonly passed: string;
  readonly failed: string;
}

export interface Mark {
  readonly state: State;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Set by evidence: the id of the finding or rule that settled the check. */
  readonly finding?: string;
  /** What that proves, in words that the evidence had no part in. */
  readonly says?: string;
  /** The finding's own sentence, with names from the evidence; only when the person asked for it. */
  readonly sentence?: string;
}

/** Marks by the id of their check. */
export type Marks = Readonly<Record<string, Mark>>;
