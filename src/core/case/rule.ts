/**
 * A rule turns what the evidence states into a conclusion. It declares what it needs; from that follow
 * when it is judged, what a person is asked for when one thing is missing, and which check it settles.
 *
 * A rule is a pure function that never throws, and it claims only what the facts prove. Its comment
 * shows evidence that triggers it and says when the conclusion can be wrong.
 */
import type { ArticleSlug } from '../articles.ts';
import type { Finding, Kind } from '../contract/decoded.ts';
import type { Step } from '../contract/step.ts';
import type { FactBase, Need } from '../facts/fact-base.ts';
import type { Span } from '../facts/span.ts';

/** A finding as a rule words it: its article by slug, its id that of the rule unless it says otherwise. */
export interface Diagnosis extends Omit<Finding, 'article' | 'id'> {
  readonly id?: string;
  readonly article: ArticleSlug;
}

/** The facts are against what the rule would say. */
export interface RuledOut {
  readonly ruledOut: readonly Span[];
}

/** The rule applies, and what is there cannot decide it. */
export interface Undecided {
  readonly undecided: readonly Span[];
  /** Kinds of evidence that would decide it. */
  readonly missing: readonly Kind[];
}

/** Findings; none when the rule does not apply. Or why there are none. */
export type Judgement = readonly Diagnosis[] | RuledOut | Undecided;

/** A check of the list (`content/checks.json`) that a result of the rule settles. */
export interface Settles {
  readonly check: string;
  /** `known`: half an answer only, told by `says`; the check stays open. */
  readonly state: 'passed' | 'failed' | 'not-applicable' | 'known';
  /** The result that settles it: a finding, or that the rule is ruled out. `found` by default. */
  readonly when?: 'found' | 'ruled-out';
  /** Where a rule has findings of several ids or articles: the one that settles the check. */
  readonly finding?: string;
  readonly article?: ArticleSlug;
  /** What it proves, in words that the evidence had no part in. */
  readonly says: string;
}

/** The check that findings with this article show to be failed. */
export const failed = (check: string, article: ArticleSlug, says: string): Settles => ({
  check,
  state: 'failed',
  article,
  says,
});

/** How a person provides what is missing. */
export interface Request {
  readonly wants: Kind;
  /** "Shows which account holds the SPN." */
  readonly why: string;
  readonly step: Step;
}

export interface Rule {
  /** Stable, such as `case.other-account-decrypts`; its file has the same name. */
  readonly id: string;
  /** What the rule would say, in a sentence without names: for what was ruled out or is undecided. */
  readonly says: string;
  /**
   * Without any of these there is nothing to judge; with all but one, that one is asked for. Of a list
   * within it, one is enough.
   */
  readonly needs: readonly (Need | readonly Need[])[];
  readonly asks?: Partial<Record<Need, (facts: FactBase) => Request | undefined>>;
  readonly settles?: readonly Settles[];
  readonly judge: (facts: FactBase) => Judgement;
}

/** What became of one rule. */
export interface Judged {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
  /** Present when the facts are against it. */
  readonly ruledOut?: readonly Span[];
}
