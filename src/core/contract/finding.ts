/** What is concluded, what is still open, and what to do about it. */
import type { Span } from '../facts/span.ts';
import type { Part } from '../text/told.ts';
import type { Kind } from './kind.ts';
import type { Step } from './step.ts';

export type Severity = 'ok' | 'info' | 'warning' | 'error';

export interface Finding {
  /** Stable id, e.g. `log.normal-ntlm-handshake`, `case.other-account-decrypts`. */
  readonly id: string;
  readonly severity: Severity;
  /** One plain sentence. */
  readonly title: string;
  /** The same sentence in parts; those that the evidence states carry their place. */
  readonly parts?: readonly Part[];
  /** Site path of the article, e.g. `/kerberos/spn-duplicate/`; always a page that exists. */
  readonly article: string;
  /** The proof. */
  readonly evidence: readonly Span[];
  /** What could make this finding wrong, if anything could. */
  readonly caveat?: string;
  /** Steps with the names from the evidence filled in. */
  readonly next?: readonly Step[];
}

/** One check of the ordered list, with what settled it. */
export interface CheckResult {
  readonly id: string;
  /** `unknown`: the evidence cannot decide it. Never inferred from silence. */
  readonly state: 'passed' | 'failed' | 'not-applicable' | 'unknown';
  /** Id of the finding or rule that settled it. */
  readonly by?: string;
  /** Ids of the sources that prove it. */
  readonly sources?: readonly string[];
  /** What it proves, in words that the evidence had no part in. */
  readonly says?: string;
  /** What is known of a check that is only half answered. */
  readonly known?: string;
}

/** Evidence that is missing: which kind, why, how to get it, and which checks it would settle. */
export interface Ask {
  readonly wants: Kind;
  readonly why: string;
  readonly step: Step;
  readonly checks: readonly string[];
}

/** A cause that is not the verdict: disproved, or not decidable without the kinds in `missing`. */
export interface Considered {
  readonly rule: string;
  readonly says: string;
  readonly evidence: readonly Span[];
  readonly missing?: readonly Kind[];
}
