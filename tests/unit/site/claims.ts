/** The ledgers of claims: one per article that was read against its sources, claim by claim. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';

/** What reading a claim against its source came to. */
export const VERDICTS = ['confirmed', 'corrected', 'derived', 'unconfirmed', 'removed'] as const;

/** Verdicts that rest on a source. */
export const WITH_SOURCE: readonly string[] = ['confirmed', 'corrected', 'derived'];

export interface Claim {
  claim: string;
  verdict: (typeof VERDICTS)[number];
  /** The address of the page that says so, and that page's own date. */
  source?: string;
  date?: string | number;
  /** Where in the page, or why there is no source. */
  note?: string;
}

export interface Ledger {
  /** Group and slug: `kerberos/spn-duplicate`. */
  article: string;
  /** The day of the reading. */
  read: string;
  claims: Claim[];
}

export const LEDGERS: readonly { slug: string; ledger: Ledger }[] = globSync(
  'tests/fixtures/claims/*.yaml',
)
  .sort()
  .map((file) => ({
    slug: basename(file, '.yaml'),
    ledger: parse(readFileSync(file, 'utf8')) as Ledger,
  }));
