/**
 * Expected versus actual, for one IIS site: the names that clients use, the SPN each of them needs, who
 * holds it and who decrypts, the encryption types, and Extended Protection; and what repairs it.
 */
import type { Span } from '../facts/span.ts';
import type { Step } from './step.ts';

/** `fits` and `does-not-fit` are proven by the evidence; all else is `not-known`. */
export type Fit = 'fits' | 'does-not-fit' | 'not-known';

export interface SiteCell {
  /** Absent where the evidence does not show it. */
  readonly value?: string;
  /** Where the evidence states the value; empty without one. */
  readonly at: readonly Span[];
  /** Why it is so, or what could make it wrong. */
  readonly note?: string;
  /** What fills the cell; beside a value, what settles the question that the note leaves open. */
  readonly fill?: Step;
}

/** One name that clients use, with one SPN. */
export interface SiteRow {
  readonly name: SiteCell;
  /** What browsers ask for. */
  readonly spn: SiteCell;
  /** The account that holds the SPN: the actual owner. */
  readonly owner: SiteCell;
  /** The account that decrypts the ticket: the expected owner. */
  readonly decrypts: SiteCell;
  readonly etypes: {
    /** What the owner allows (msDS-SupportedEncryptionTypes). */
    readonly owner: SiteCell;
    /** The same of the account that decrypts; absent where both are known to be one account. */
    readonly decrypting?: SiteCell;
    /** Of the tickets that the evidence shows. */
    readonly ticket: SiteCell;
  };
  /** Extended Protection. */
  readonly protection: { readonly expected: SiteCell; readonly actual: SiteCell };
  /** `owner`: whether the owner is the account that decrypts. */
  readonly fit: { readonly owner: Fit; readonly etypes: Fit; readonly protection: Fit };
  /** `does-not-fit` if one of the three is so, `fits` if all three are. */
  readonly status: Fit;
  /** What is wrong or open, a sentence each; empty for a row that fits. */
  readonly reasons: readonly string[];
}

/** A way to repair what a row proves wrong. */
export interface Repair {
  /** What it does. */
  readonly says: string;
  /** When to choose it. */
  readonly when: string;
  /** The commands in their order, each with the one that undoes it. To undo all, begin with the last. */
  readonly commands: readonly { readonly run: Step; readonly undo: Step }[];
  /** What to do then, which needs no undoing. */
  readonly then: readonly Step[];
  /** What proves that it is needed. */
  readonly evidence: readonly Span[];
}

export interface SiteTable {
  /** Its name in IIS; absent for names that no site of the case is known to answer to. */
  readonly site?: string;
  readonly rows: readonly SiteRow[];
  /** Names that have no row, as there are too many. */
  readonly left?: number;
  readonly repairs: readonly Repair[];
  /** What all of it depends on. */
  readonly caveat: string;
}
