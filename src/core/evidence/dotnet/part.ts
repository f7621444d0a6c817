/** What the parts of the reader share. */
import type { Fact } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';

export interface Found {
  readonly facts: readonly Fact[];
  /** Codes that are explained, so that none is looked up on its own. */
  readonly claimed?: readonly Span[];
}

/** Reads what it knows; places are those of the text it is given. */
export type Part = (text: string) => Found;
