/** The outcomes of an attempt in words, and how grave each one is. */
import type { Outcome, Severity } from '../../../contract/decoded.ts';
import { OUTCOME_ROWS } from './outcome-table.ts';

export const OUTCOME_WORDS = Object.fromEntries(
  OUTCOME_ROWS.map(({ outcome, words, severity }) => [outcome, { words, severity }]),
) as Readonly<Record<Outcome, { words: string; severity: Severity }>>;

/** Attempts of one severity, in words: what a chart by time tells apart. */
export const SEVERITY_OUTCOMES: Readonly<Record<Severity, string>> = {
  error: 'refused',
  warning: 'unfinished or unclear',
  info: 'accepted after a pause or a refusal, or a preflight',
  ok: 'accepted',
};

/** True when the attempt ended in an answer that let the client in. */
export function isAcceptedOutcome(outcome: Outcome): boolean {
  return outcome.startsWith('accepted-');
}
