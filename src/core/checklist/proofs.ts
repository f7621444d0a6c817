/** What a paste's findings prove or refute, and which checks that marks. */
import { articleAt } from '../articles.ts';
import type { Finding } from '../contract/decoded.ts';
import type { Check, Mark, Marks, Proof } from './check.ts';
import { withMark } from './marks.ts';

/** A check that a paste settles, by its first finding that does; a failure goes before a pass. */
export interface Settled {
  check: Check;
  proof: Proof;
  finding: Finding;
}

export function settledBy(checks: readonly Check[], findings: readonly Finding[]): Settled[] {
  return checks.flatMap((check) => {
    const all = findings.flatMap((finding) => {
      const proof = proofOf(check, finding.id, articleAt(finding.article));
      return proof ? [{ check, proof, finding }] : [];
    });
    const first = all.find(({ proof }) => proof.state === 'failed') ?? all[0];
    return first ? [first] : [];
  });
}

function proofOf(check: Check, finding: string, article?: string): Proof | undefined {
  return check.proofs.find(
    (proof) =>
      proof.finding === finding && (proof.article === undefined || proof.article === article),
  );
}

/**
 * The marks with what was settled at `at` (ISO 8601). What the same finding marked before keeps its
 * time. Nothing of the paste goes in: a finding's id and article are this guide's own words.
 */
export function withSettled(marks: Marks, settled: readonly Settled[], at: string): Marks {
  return settled.reduce((marked, { check, proof, finding }) => {
    const before = marked[check.id];
    if (before?.finding === finding.id && before.state === proof.state) return marked;
    const article = articleAt(finding.article);
    const mark: Mark = {
      state: proof.state,
      at,
      finding: finding.id,
      ...(article !== undefined && { article }),
    };
    return withMark(marked, check.id, mark);
  }, marks);
}

/** What proved the mark, in a sentence; undefined for a mark by hand. */
export function saidOf(check: Check, { finding, article }: Mark): string | undefined {
  if (finding === undefined) return undefined;
  return proofOf(check, finding, article)?.says ?? `Finding ${finding}.`;
}
