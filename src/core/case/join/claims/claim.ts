/** What a source says about something that has one answer only, so that two sources can be compared. */
import type { ArticleSlug } from '../../../articles.ts';
import type { Step } from '../../../contract/step.ts';
import type { Span } from '../../../facts/span.ts';

export interface Claim {
  /** What it is about, as a key: two claims with one key must agree. */
  readonly about: string;
  /** What is said; two claims agree where it is the same. */
  readonly value: string;
  /** The value as a sentence names it. */
  readonly shown: string;
  /** `setspn`, `event 4769`. */
  readonly by: string;
  /** When it was so, as the source writes it. */
  readonly time?: string;
  readonly at: Span;
}

/** Claims about one kind of thing. */
export interface Topic {
  readonly claims: readonly Claim[];
  /** `who holds HTTP/portal.contoso.com`; continues "Two sources disagree on ". */
  readonly words: (about: string) => string;
  /** Continues the sentence: `one of them is older`. */
  readonly because: string;
  /** What else can explain it: a sentence. */
  readonly caveat: string;
  readonly article: ArticleSlug;
  /** How to find out what is so now. */
  readonly settle: (about: string) => readonly Step[];
}
