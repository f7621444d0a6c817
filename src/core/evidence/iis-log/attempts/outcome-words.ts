/** The outcomes of an attempt in words, and how grave each one is. */
import type { Outcome, Severity } from '../../../contract/decoded.ts';

export const OUTCOME_WORDS: Readonly<Record<Outcome, { words: string; severity: Severity }>> = {
  'accepted-one-leg': { words: 'accepted after one 401', severity: 'ok' },
  'accepted-two-legs': { words: 'accepted after two 401s (NTLM)', severity: 'ok' },
  'accepted-after-prompt': { words: 'accepted after a pause or a refusal', severity: 'info' },
  'never-answered': { words: 'offer never taken up', severity: 'warning' },
  abandoned: { words: 'stopped half way', severity: 'warning' },
  refused: { words: 'name or password refused', severity: 'error' },
  'prompt-loop': { words: 'refused again and again', severity: 'error' },
  'account-state': { words: 'account may not log on', severity: 'error' },
  'logon-right': { words: 'logon right missing', severity: 'error' },
  'channel-binding': { words: 'channel binding refused', severity: 'error' },
  'broken-handshake': { words: 'handshake broken', severity: 'error' },
  'acl-denied': { words: 'authenticated, then denied by ACL', severity: 'error' },
  preauthenticated: { words: 'token sent before the offer, refused', severity: 'warning' },
  application: { words: '401 set by the application', severity: 'error' },
  'filter-or-handler': { words: 'denied by a filter or handler', severity: 'error' },
  'authorization-rule': { words: 'denied by an authorization rule', severity: 'error' },
  unclassified: { words: 'not classified', severity: 'warning' },
};

/** Attempts of one severity, in words: what a chart by time tells apart. */
export const SEVERITY_OUTCOMES: Readonly<Record<Severity, string>> = {
  error: 'refused',
  warning: 'unfinished or unclear',
  info: 'accepted after a pause or a refusal',
  ok: 'accepted',
};

/** True when the attempt ended in an answer that let the client in. */
export function isAcceptedOutcome(outcome: Outcome): boolean {
  return outcome.startsWith('accepted-');
}
