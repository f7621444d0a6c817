/** The questions, each defined once for all engines. */
import type { Column } from './columns.ts';
import { handshake, REFUSED } from './legs.ts';
import type { Predicate } from './predicate.ts';

/** What rows are counted by: a column, the step that the row is, or its hour. */
export type Group = Column | 'leg' | 'hour';

interface Common {
  readonly id: string;
  /** As a list names it. */
  readonly title: string;
  /** What the answer does not show, in a sentence. */
  readonly blind: string;
  /** Without these columns the question has no answer. */
  readonly needs: readonly Column[];
}

export interface RowQuestion extends Common {
  readonly kind: 'rows';
  /** All must hold; one that reads a column that the log lacks is left out whole. */
  readonly where: (has: ReadonlySet<Column>) => readonly Predicate[];
  readonly by: readonly Group[];
}

export interface AttemptQuestion extends Common {
  readonly kind: 'attempts';
  readonly by: 'outcome' | 'protocol';
}

export type Question = RowQuestion | AttemptQuestion;

const refused = (): readonly Predicate[] => [REFUSED];

/** 401s that are a real refusal: no offer, and no step of a handshake that goes on. */
const failing = (has: ReadonlySet<Column>): readonly Predicate[] => [
  REFUSED,
  { not: { is: 'substatus', of: [2] } },
  // Without the Win32 status a 401.1 may be either, and a refusal must not be lost.
  ...(has.has('win32') ? [{ not: handshake(has) }] : []),
];

export const QUESTIONS: readonly Question[] = [
  {
    id: '401s',
    title: '401s by substatus and Win32 status',
    kind: 'rows',
    where: refused,
    by: ['substatus', 'win32'],
    blind: 'It counts rows. 401.2, and 401.1 with 2148074254, are also steps of every good logon.',
    needs: ['status'],
  },
  {
    id: 'users',
    title: 'Refusals by user',
    kind: 'rows',
    where: failing,
    by: ['user', 'substatus', 'win32'],
    blind:
      'Only Basic, and refusals after the logon such as 401.3, leave a name in the row; a refused NTLM or Kerberos logon does not.',
    needs: ['status', 'user'],
  },
  {
    id: 'clients',
    title: 'Refusals by client',
    kind: 'rows',
    where: failing,
    by: ['client', 'substatus', 'win32'],
    blind: 'The client is the peer of the connection: behind a proxy or load balancer, that.',
    needs: ['status', 'client'],
  },
  {
    id: 'resources',
    title: 'Refusals by resource',
    kind: 'rows',
    where: failing,
    by: ['resource', 'substatus', 'win32'],
    blind: 'A refused logon says little about the resource; a 401.3 is about its ACL.',
    needs: ['status', 'resource'],
  },
  {
    id: 'attempts',
    title: 'Attempts and what became of them',
    kind: 'attempts',
    by: 'outcome',
    blind:
      'Parallel connections of one client to one resource run together, and every refused 401.1 is "refused", whatever its code; this page tells them apart.',
    needs: ['status', 'substatus', 'time'],
  },
  {
    id: 'hours',
    title: '401s per hour',
    kind: 'rows',
    where: refused,
    by: ['hour', 'leg'],
    blind: 'It counts rows, not attempts: more logons mean more 401s.',
    needs: ['status', 'time'],
  },
  {
    id: 'protocols',
    title: 'NTLM or Kerberos, estimated',
    kind: 'attempts',
    by: 'protocol',
    blind:
      'The log does not name the protocol. A 401.1 with 2148074254 before the accepted answer is an NTLM handshake; 401.2 alone is Kerberos, or a connection already authenticated. Requests without a 401 are not counted.',
    needs: ['status', 'substatus', 'time'],
  },
];
