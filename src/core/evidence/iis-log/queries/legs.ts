/**
 * The steps of an attempt and its outcomes, as far as a query can tell them: the rules of
 * `attempts/leg-of-401.ts` and `attempts/outcomes.ts`, shortened. Codes that say why a logon failed are one outcome
 * here, `refused`, because a table of codes in each query would hide what it asks.
 */
import type { Column } from './columns.ts';
import type { Predicate } from './predicate.ts';

/** Values of sc-win32-status with which a 401.1 is a step of a handshake, as `win32-causes.ts` has. */
export const HANDSHAKE: readonly number[] = [0, 64, 995, 1236, 590_610, 2_148_074_254];

export type Leg = 'challenge' | 'handshake' | 'refusal' | 'access' | 'other' | 'accepted';

export const LEGS: readonly Leg[] = [
  'challenge',
  'handshake',
  'refusal',
  'access',
  'other',
  'accepted',
];

export const REFUSED: Predicate = { is: 'status', of: [401] };

/** A 401.1 that goes on. Without the Win32 status every 401.1 may, as in `leg-of-401.ts`. */
export function handshake(has: ReadonlySet<Column>): Predicate {
  const one: Predicate = { is: 'substatus', of: [1] };
  return has.has('win32') ? { all: [one, { is: 'win32', of: HANDSHAKE }] } : one;
}

/** The step that a row is, first match wins; a row that fits none is `other`. */
export function legs(has: ReadonlySet<Column>): readonly { leg: Leg; when: Predicate }[] {
  return [
    { leg: 'accepted', when: { not: REFUSED } },
    { leg: 'challenge', when: { is: 'substatus', of: [2] } },
    { leg: 'handshake', when: handshake(has) },
    { leg: 'refusal', when: { is: 'substatus', of: [1] } },
    { leg: 'access', when: { is: 'substatus', of: [3] } },
  ];
}

/** What proves a logon in a row that is no 401; a site without the user column shows less. */
export function accepted(has: ReadonlySet<Column>): Predicate {
  return has.has('user') ? { named: true } : { between: 'status', from: 200, to: 399 };
}

/** An attempt without a further row for so many seconds has ended. */
export const IDLE_SECONDS = 120;
/** A pause of more seconds than these is a person's. */
export const PERSON_SECONDS = 5;
/** A 401.2 begins an attempt, except after one of these. */
export const RETRIED: readonly Leg[] = ['refusal', 'access'];

/** What is counted in an attempt: its steps, and its pauses. */
export type Tally = Leg | 'pauses';

export interface OutcomeRule {
  readonly outcome: string;
  readonly all: readonly Tally[];
  readonly any?: readonly Tally[];
}

/** The outcome of an attempt, first match wins; the last needs no condition. */
export const OUTCOMES: readonly OutcomeRule[] = [
  { outcome: 'accepted-after-prompt', all: ['accepted'], any: ['refusal', 'access', 'pauses'] },
  { outcome: 'accepted-two-legs', all: ['accepted', 'handshake'] },
  { outcome: 'accepted-one-leg', all: ['accepted'] },
  { outcome: 'acl-denied', all: ['access'] },
  { outcome: 'refused', all: ['refusal'] },
  { outcome: 'other-401', all: ['other'] },
  { outcome: 'abandoned', all: ['challenge', 'handshake'] },
  { outcome: 'never-answered', all: ['challenge'] },
  { outcome: 'preauthenticated', all: [] },
];

/** How an accepted attempt was probably accepted. */
export const PROTOCOLS: readonly OutcomeRule[] = [
  { outcome: 'NTLM-like handshake', all: ['handshake'] },
  { outcome: 'Kerberos or known connection', all: [] },
];
