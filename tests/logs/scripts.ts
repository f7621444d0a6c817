/** Attempts of every outcome, as rows that IIS would write. */
import type { Outcome } from '../../src/core/contract/decoded.ts';

/** A step: seconds after the one before, codes, and whether the row has the user's name. */
export type Step = [wait: number, codes: string, named?: boolean];

export interface Script {
  outcome: Outcome;
  steps: Step[];
}

export const SCRIPTS: Readonly<Record<string, Script>> = {
  kerberos: {
    outcome: 'accepted-one-leg',
    steps: [
      [0, '401 2 5'],
      [0, '200 0 0', true],
    ],
  },
  notFound: {
    outcome: 'accepted-one-leg',
    steps: [
      [0, '401 2 5'],
      [1, '404 0 2', true],
    ],
  },
  ntlm: {
    outcome: 'accepted-two-legs',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074254'],
      [1, '200 0 0', true],
    ],
  },
  iis6: {
    outcome: 'accepted-two-legs',
    steps: [
      [0, '401 2 2148074254'],
      [0, '401 1 0'],
      [0, '304 0 0', true],
    ],
  },
  atOnce: {
    outcome: 'accepted-two-legs',
    steps: [
      [0, '401 1 2148074254'],
      [0, '200 0 0', true],
    ],
  },
  typed: {
    outcome: 'accepted-after-prompt',
    steps: [
      [0, '401 2 5'],
      [25, '401 1 2148074254'],
      [0, '200 0 0', true],
    ],
  },
  second: {
    outcome: 'accepted-after-prompt',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074254'],
      [0, '401 1 2148074252'],
      [14, '401 1 2148074254'],
      [0, '200 0 0', true],
    ],
  },
  silent: { outcome: 'never-answered', steps: [[0, '401 2 5']] },
  halfway: {
    outcome: 'abandoned',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074254'],
    ],
  },
  refused: {
    outcome: 'refused',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074254'],
      [0, '401 1 2148074252'],
    ],
  },
  basic: {
    outcome: 'refused',
    steps: [
      [0, '401 2 5'],
      [3, '401 1 1326', true],
    ],
  },
  loop: {
    outcome: 'prompt-loop',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074254'],
      [0, '401 1 2148074252'],
      [9, '401 1 2148074254'],
      [0, '401 1 2148074252'],
      [11, '401 1 2148074254'],
      [0, '401 1 2148074252'],
    ],
  },
  locked: {
    outcome: 'account-state',
    steps: [
      [0, '401 2 5'],
      [2, '401 1 1909', true],
    ],
  },
  noRight: {
    outcome: 'logon-right',
    steps: [
      [0, '401 2 5'],
      [1, '401 1 1385', true],
    ],
  },
  binding: {
    outcome: 'channel-binding',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074254'],
      [0, '401 1 2148074310'],
    ],
  },
  split: {
    outcome: 'broken-handshake',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074248'],
    ],
  },
  acl: {
    outcome: 'acl-denied',
    steps: [
      [0, '401 2 5'],
      [0, '401 1 2148074254'],
      [0, '401 3 5', true],
    ],
  },
  early: { outcome: 'preauthenticated', steps: [[0, '401 1 2148074254']] },
  app: { outcome: 'application', steps: [[0, '401 0 0']] },
  filter: { outcome: 'filter-or-handler', steps: [[0, '401 4 5']] },
};
