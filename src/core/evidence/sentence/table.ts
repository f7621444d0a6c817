/**
 * The table of messages, `content/sentences.json`, in memory. A test holds the file to the shape that
 * is asserted here; `content/sentence-sources.json` says where each message was found.
 */
import sentences from '../../../../content/sentences.json' with { type: 'json' };
import type { ArticleSlug } from '../../articles.ts';
import { describeName } from '../../codes/lookup.ts';
import type { Machine } from '../../contract/step.ts';
import { patternIndex } from './patterns.ts';

/** What a message says about a check of the list. */
export interface Proof {
  readonly check: string;
  readonly state: 'passed' | 'failed' | 'known';
  readonly says: string;
}

/** A sentence, or a command line with `{names}` to fill in and the computer to run it on. */
export type StepRow = { readonly say: string } | { readonly run: string; readonly on: Machine };

/** One message that a program prints. */
export interface SentenceRow {
  readonly id: string;
  /** Keys of `printers`: who prints it; the first one when nothing tells which. */
  readonly from: string | readonly string[];
  /** Its wordings, in all languages; `*` is anything on the same line. */
  readonly match: string | readonly string[];
  /** Symbol of the code that this is the text of. */
  readonly code?: string;
  /** Goes on after "…: "; that of the code when absent. */
  readonly meaning?: string;
  /** That of the code when absent. */
  readonly article?: ArticleSlug;
  /** `info`: it says that something failed, and no more. */
  readonly weight: 'error' | 'warning' | 'info';
  /** True for words that only introduce the reason, which another message on the same line names. */
  readonly introduces?: true;
  readonly proves?: readonly Proof[];
  /** Keys of `steps`; those of the article when absent. */
  readonly next?: readonly string[];
  readonly caveat?: string;
}

/** Who prints messages, with words that show it near one. */
export interface Printer {
  readonly name: string;
  readonly marks?: readonly string[];
}

interface Table {
  readonly printers: Readonly<Record<string, Printer>>;
  readonly steps: Readonly<Record<string, StepRow>>;
  readonly stepsOfArticle: Partial<Record<ArticleSlug, readonly string[]>>;
  readonly sentences: readonly SentenceRow[];
}

/** The whole table. */
export const TABLE = sentences as unknown as Table;

/** A field that holds one value or several. */
export function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

const BY_ID = new Map(TABLE.sentences.map((row) => [row.id, row]));

/** Row of an id; undefined for an id that the table does not have. */
export function sentenceRow(id: string): SentenceRow | undefined {
  return BY_ID.get(id);
}

/** What it means and which article helps: its own words, or those of its code. */
export function explained({ code, meaning, article }: SentenceRow): {
  readonly meaning: string;
  readonly article: ArticleSlug;
} {
  const ofCode = code === undefined ? undefined : describeName(code);
  return {
    meaning: meaning ?? ofCode?.meaning ?? '',
    article: article ?? ofCode?.article ?? 'start-triage',
  };
}

/** All wordings, prepared for a search. */
export const WORDINGS = patternIndex(
  TABLE.sentences.flatMap(({ id, match }) =>
    listOf(match).map((wording) => [id, wording] as const),
  ),
);
