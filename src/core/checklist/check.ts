/** One check of the ordered Kerberos list, as `content/checks.json` writes it, and a reader's mark. */
import type { ArticleSlug } from '../articles.ts';

/** What a mark says; a check without a mark is open. */
export type State = 'passed' | 'failed' | 'not-applicable';

/** A finding that settles a check. */
export interface Proof {
  /** Id of the finding, e.g. `token.krb-error`. */
  finding: string;
  /** Where one id tells several things apart by its article, the article that is meant. */
  article?: ArticleSlug;
  state: 'passed' | 'failed';
  /** What it proves, in words that no paste had a part in. */
  says: string;
}

export interface Check {
  /** Stable: marks are kept under it. */
  id: string;
  question: string;
  /** Texts with `code`, `[links](article:slug)` and `[](check:id)`. */
  how: string;
  commands?: readonly string[];
  passed: string;
  failed: string;
  /** The article to read when it fails. */
  article: ArticleSlug;
  /** Where to go on, where that is not the next check; a failed check without it comes first. */
  then?: { passed?: string; failed?: string };
  proofs: readonly Proof[];
}

export interface Mark {
  state: State;
  /** ISO 8601, UTC. */
  at: string;
  /** Set by a paste: its finding, and the finding's article. */
  finding?: string;
  article?: string;
  /** The finding's own sentence, with names out of the paste; only when the reader asked for it. */
  sentence?: string;
}

/** Marks by the id of their check. */
export type Marks = Readonly<Record<string, Mark>>;
