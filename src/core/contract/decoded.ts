/**
 * What a case decodes to. The page draws it, the command line prints it with `--json`, and programs
 * outside read it, so names here are stable: add fields freely, rename none.
 *
 * A field whose bytes, columns or labels are missing is absent, never guessed.
 */
import type { Fact } from '../facts/fact.ts';
import type { Span } from '../facts/span.ts';
import type { Code } from './code.ts';
import type { Ask, CheckResult, Considered, Finding } from './finding.ts';
import type { Kind } from './kind.ts';
import type { Log } from './log.ts';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';
import type { SiteTable } from './site.ts';
import type { Token } from './token.ts';

export interface Decoded {
  /** The input, in order: each paste and each file is a source of its own. */
  sources: SourceSummary[];
  /** What was recognised in all sources, in order, each kind once; `unknown` when nothing was. */
  kinds: Kind[];
  tokens: Token[];
  log?: Log;
  /** HTTP requests and responses, in the order of the sources. */
  messages?: Message[];
  /** Judged exchanges: what became of each request with its authentication. */
  exchanges?: Exchange[];
  /** Numbers and names looked up on their own: `2148074254`, `0x8009030E`, `401.2`. */
  codes?: Code[];
  /** What the evidence states, each with its place. */
  facts: Fact[];
  /** Most telling first; the first is the verdict. */
  findings: Finding[];
  /** The ordered checklist, each check with what settled it. */
  checks: CheckResult[];
  /** Causes that the evidence rules out, and causes that it cannot decide. */
  ruledOut: Considered[];
  undecided: Considered[];
  /** What to provide next, most telling first; never more than five. */
  asks: Ask[];
  /** Expected versus actual, a table for each IIS site; absent where the evidence names none. */
  site?: SiteTable[];
  /** What could not be read, and where. */
  problems: Problem[];
}

export interface SourceSummary {
  id: string;
  /** Name of the file. */
  name?: string;
  kinds: Kind[];
}

/** A request with its authentication, and what became of it. */
export interface Exchange {
  outcome: Outcome;
  host?: string;
  spn?: string;
  status?: number;
  /** The first step of the logon that the evidence does not show: a message of NTLM, or the answer. */
  missing?: 'negotiate' | 'challenge' | 'authenticate' | 'answer';
  /** Id of the source. */
  source: string;
  at: Span;
}

/** A sentence that says what could not be read and what was expected there. */
export interface Problem {
  message: string;
  at: Span;
}

export type * from './code.ts';
export type * from './field.ts';
export type * from './finding.ts';
export type * from './kind.ts';
export type * from './log.ts';
export type * from './message.ts';
export type * from './outcome.ts';
export type * from './site.ts';
export type * from './step.ts';
export type * from './story.ts';
export type * from './token.ts';
