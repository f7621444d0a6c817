/**
 * One row of the code table, as `content/codes/*.json` holds it. The decoder, the search and the
 * reference page all read the same rows, so a correction is made once.
 */
import type { ArticleSlug } from '../articles.ts';
import type { Code } from '../contract/decoded.ts';

/** The numbering a code belongs to: 5 is one thing to Win32 and another to Kerberos. */
export type CodeSpace = Code['space'];

export interface CodeRow {
  space: CodeSpace;
  /** Unsigned number; for `http` a string such as `401.2` or `407`. */
  code: number | string;
  /** Symbol, or for `http` and `event` a short title. */
  name: string;
  /** Other names in use for the same number, e.g. the Windows spelling of a Kerberos error. */
  aliases?: readonly string[];
  /** What the code says by definition, in one sentence. */
  meaning: string;
  /** What it means on IIS or next to a 401, where that is known. */
  iis?: string;
  /** The article that helps a person who has this code in front of them. */
  article: ArticleSlug;
  /** `derived` when `iis` follows from how the parts work and no source states it. */
  basis: 'documented' | 'derived';
  /** Keys of `content/codes/sources.json`. */
  sources: readonly string[];
  /** Events only: the log (channel) it is written to, and the provider that writes it. */
  log?: string;
  provider?: string;
}
