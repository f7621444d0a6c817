/**
 * One finding for each kind of sequence in the log: what became of the attempts, in a sentence. What
 * is said is in `content/outcomes.json`; the rows that trigger it are in `attempts/outcomes.ts`.
 */
import { articleAt } from '../../../articles.ts';
import type { Diagnosis, Rule, Settles } from '../../../case/rule.ts';
import type { Log, Sequence } from '../../../contract/decoded.ts';
import { stepOf } from '../../../contract/step-template.ts';
import { sentenceOf } from '../../../text/sentence-template.ts';
import { OUTCOME_ROWS } from '../attempts/outcome-table.ts';
import { namesOf, valuesOf } from './outcome-values.ts';
import { proofOf } from './row-proof.ts';

/** Ranges shown as proof of one finding. */
const EVIDENCE = 60;

const failed = (check: string, finding: string, says: string): Settles => ({
  check,
  state: 'failed',
  finding,
  says,
});

/** A finding for every sequence, the most frequent first. */
export const logOutcomes: Rule = {
  id: 'log.outcomes',
  says: 'The rows show what became of the attempts.',
  needs: ['log'],
  settles: [
    failed(
      'client-sent',
      'log.normal-ntlm-handshake',
      'The log shows the two 401 rows of an NTLM logon.',
    ),
    failed(
      'client-sent',
      'log.never-answered',
      'The log shows 401.2 rows only: no credentials came back.',
    ),
    failed(
      'domain-controller',
      'log.no-domain-controller',
      'The log has a 401.1 row whose code says that no domain controller was reached.',
    ),
    failed(
      'clocks',
      'log.clock-skew',
      'The log has a 401.1 row with the code for clocks that differ.',
    ),
    failed(
      'decrypting-account',
      'log.kerberos-modified',
      'The log has a 401.1 row with the code for a ticket that could not be decrypted.',
    ),
    failed(
      'nothing-between',
      'log.broken-handshake',
      'The log shows a handshake whose messages did not belong together.',
    ),
  ],
  judge: ({ log }) =>
    log ? log.sequences.flatMap((sequence) => diagnose(sequence, log) ?? []) : [],
};

function diagnose(sequence: Sequence, { entries }: Log): Diagnosis | undefined {
  const article = articleAt(sequence.article);
  const row = OUTCOME_ROWS.find(({ outcome }) => outcome === sequence.outcome);
  const wording = row?.findings.find((one) => one.article === article) ?? row?.findings[0];
  if (!row || !wording || !article) return undefined;
  const rows = sequence.example.flatMap((index) => entries[index] ?? []);
  const others = sequence.others.flatMap((index) => entries[index] ?? []);
  const { id, severity = row.severity, title, one = title, caveat, next } = wording;
  const names = namesOf(sequence, rows);
  const template = sequence.count === 1 && rows.length > 0 ? one : title;
  return {
    id,
    severity,
    title: sentenceOf(template, sequence.count, valuesOf(sequence, rows)),
    article,
    evidence: [...rows, ...others].flatMap(proofOf).slice(0, EVIDENCE),
    ...(caveat !== undefined && { caveat }),
    ...(next && { next: next.map((step) => stepOf(step, names)) }),
  };
}
