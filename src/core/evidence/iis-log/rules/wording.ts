/** The shape of what is said about one kind of sequence; the tables are in `log-said-*.ts`. */
import type { ArticleSlug } from '../../../articles.ts';
import type { Outcome, Severity } from '../../../contract/decoded.ts';
import type { Case } from './words.ts';

export interface Wording {
  readonly id: string;
  readonly severity: Severity;
  /** One plain sentence with the paste's own names. */
  readonly title: (about: Case) => string;
  /** When this can be wrong. */
  readonly caveat?: string;
  readonly next?: (about: Case) => string[];
}

/** By outcome, or by outcome and article where one outcome has several causes. */
export type Wordings = Partial<Record<Outcome | `${Outcome} ${ArticleSlug}`, Wording>>;
