/**
 * How rows become attempts in a query: the rules of `content/log-rules.json`, as far as a row can be
 * compared with the one before it. Each engine works out the same things in the same order:
 *
 * 1. Rows of a visitor, placed in order of time, become requests: a handshake and its result.
 *    `stage` is what a row is, `before` and `earlier` what the two rows before it are, `gap` the
 *    seconds from the end of the row before to the start of this one, `apart` those from end to end.
 * 2. Requests that nobody answered go with the next one that was, if that one follows at once.
 * 3. Requests with a result become attempts, person by person and cause by cause.
 *
 * What this cannot do as the reader does is said in `PARALLEL`.
 */
import { emptyRow } from '../attempts/row-numbers.ts';
import type { Sign } from '../attempts/signs.ts';
import { CLOCK_MS, finalMs, PERSON_MS, programMs } from '../attempts/waits.ts';
import type { Condition } from './condition.ts';
import { CAUSES } from './row-signs.ts';

/** What a row is: a sign, or one of these two for several. */
export type Stage = 'challenge' | 'handshake' | 'refused' | 'later' | 'accepted';

/** The logon was refused, or the file. */
export const REFUSED_SIGNS: readonly Sign[] = ['access', 'refusal', ...CAUSES];
/** Refused after the logon. */
export const LATER_SIGNS: readonly Sign[] = [
  'application',
  'isapi-filter',
  'isapi-program',
  'url-authorization',
  'address-or-limit',
];

/** What somebody meets who tries one account or password after the other. */
export const PERSONAL_SIGNS: readonly Sign[] = [
  'bad-credentials',
  'account-state',
  'account-locked',
  'logon-right',
  'access',
];

/** How long who waits for what, in seconds. */
export interface Waits {
  readonly program: number;
  readonly final: number;
  readonly person: number;
  readonly clock: number;
}

export function waitsOf(hasTaken: boolean): Waits {
  const row = { ...emptyRow(), isStartUnknown: !hasTaken };
  return {
    program: programMs(row) / 1000,
    final: finalMs(row) / 1000,
    person: PERSON_MS / 1000,
    clock: CLOCK_MS / 1000,
  };
}

export interface Joining {
  /** The row goes on with the request of the row before it. */
  readonly goesOn: Condition;
  /** Somebody took their time before this row. */
  readonly pause: Condition;
  /** Nobody answered the request, and the next one that was answered came at once. */
  readonly isRepeated: Condition;
  /** A request without a 401.2 after a refusal is the next try on the same connection. */
  readonly isRetry: Condition;
  /** The request goes on with the attempt of the one before it, of the same person and cause. */
  readonly joins: Condition;
}

const stage = (...stages: Stage[]): Condition => ({ name: 'stage', in: stages });
const before = (...stages: Stage[]): Condition => ({ name: 'before', in: stages });
const all = (...parts: Condition[]): Condition => ({ all: parts });
const any = (...parts: Condition[]): Condition => ({ any: parts });

/** Rows of one second may change places. */
const SAME_SECOND: Condition = { name: 'apart', from: -1, to: 1 };

export function joiningOf({ program, final, person, clock }: Waits): Joining {
  const within = (name: string, seconds: number): Condition => ({
    ...{ name, from: -clock, to: seconds },
  });
  const isOpen = stage('challenge', 'handshake');
  return {
    goesOn: any(
      all(before('challenge'), stage('handshake', 'refused', 'accepted'), within('gap', person)),
      all(before('challenge'), stage('later'), { given: 'person' }, within('gap', person)),
      all(before('handshake'), stage('handshake'), within('gap', person)),
      all(before('handshake'), stage('refused', 'later', 'accepted'), within('gap', final)),
      all(before('later'), stage('accepted'), within('gap', program)),
      all(
        before('handshake'),
        { name: 'earlier', notIn: ['challenge', 'handshake', 'refused'] },
        ...[stage('challenge'), SAME_SECOND],
      ),
      all(
        before('accepted'),
        { name: 'earlier', in: ['challenge'] },
        ...[stage('handshake'), SAME_SECOND],
      ),
    ),
    pause: all(
      { flag: 'goes_on' },
      { over: 'gap', seconds: program },
      {
        not: all(before('handshake'), stage('accepted')),
      },
    ),
    isRepeated: all(isOpen, within('until_answer', program)),
    isRetry: all(
      { flag: 'is_bare' },
      stage('handshake', 'refused', 'later'),
      ...[before('refused'), within('since', person)],
    ),
    joins: all(
      before('refused'),
      within('since', person),
      any(
        { same: ['sign', 'sign_before'] },
        { name: 'sign', in: ['bad-credentials'] },
        { name: 'sign_before', in: ['bad-credentials'] },
        { flag: 'is_retry' },
      ),
    ),
  };
}

/** What no engine can do that compares a row with the rows before it. */
export const PARALLEL = [
  'Parallel connections of one client to one resource run together.',
  'Where four or more people share an address, this page joins a refusal with a later row only if a name or the connection shows that both are of one person; here the next row is taken for theirs.',
  'A retry on the same connection that is refused for another reason counts with the refusal before it.',
  'A password that a spray guesses at once leaves no 401 and is not counted.',
].join(' ');
