/**
 * A check turns facts into findings. It is a pure function, it never throws, and it claims only
 * what the facts prove: errors between a client and its KDC, for one, never reach an IIS log.
 *
 * Each check's comment shows a paste that triggers it and says when the finding can be wrong.
 */
import type { ArticleSlug } from '../articles.ts';
import type { Finding } from '../contract/decoded.ts';
import type { Facts } from '../facts/facts.ts';

/** A finding that names its article by slug; `diagnose` turns the slug into a site path. */
export interface Diagnosis extends Omit<Finding, 'article'> {
  article: ArticleSlug;
}

export type Check = (facts: Facts) => readonly Diagnosis[];
