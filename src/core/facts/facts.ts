/** Everything that was read in a paste, before anything is concluded from it. */
import type { Decoded, Kind, Problem } from '../contract/decoded.ts';
import type { Span } from './span.ts';

export interface Facts extends Omit<Decoded, 'findings'> {
  /** The pasted text itself, for evidence and for names to fill into commands. */
  readonly text: string;
}

/**
 * What one reader found. `claimed` are the ranges it explained: later readers leave them alone, so
 * that a header inside a log row is not read twice.
 */
export interface Reading {
  kind: Kind;
  tokens?: Facts['tokens'];
  log?: Facts['log'];
  messages?: Facts['messages'];
  codes?: Facts['codes'];
  problems?: Problem[];
  claimed: Span[];
}
