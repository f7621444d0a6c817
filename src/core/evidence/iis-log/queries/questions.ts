/** The questions, each defined once for all engines. */
import { SPRAYED_NAMES, TIMES_LET_IN } from '../attempts/sprays.ts';
import { MANY_USERS } from '../story/conclusions/shared-addresses.ts';
import type { Column } from './columns.ts';
import type { Predicate } from './predicate.ts';
import { accepted, failing, REFUSED, refusedFor } from './row-signs.ts';

/** What rows are counted by: a column, what the row shows, or its hour. */
export type Group = Column | 'sign' | 'hour';

/** What names are counted by. */
export type PeopleGroup = Column | 'hour';

/** Rows counted of one kind, under a name. */
export interface Tally {
  readonly name: 'accepted' | 'refused';
  readonly when: Predicate;
}

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
  readonly tallies?: (has: ReadonlySet<Column>) => readonly Tally[];
}

export interface PeopleQuestion extends Common {
  readonly kind: 'people';
  readonly by: readonly PeopleGroup[];
  readonly keep: {
    /** At least so many names of this kind. */
    readonly names: 'refused' | 'accepted';
    readonly least: number;
    /** And so many times as many as were let in. */
    readonly times?: number;
  };
}

export interface AttemptQuestion extends Common {
  readonly kind: 'attempts';
  readonly by: 'outcome' | 'protocol';
}

export type Question = RowQuestion | PeopleQuestion | AttemptQuestion;

const refused = (): readonly Predicate[] => [REFUSED];

const isFailing = (has: ReadonlySet<Column>): Predicate => ({ all: failing(has) });

/** How a name that is tried is refused. */
export const TRIED: Predicate = {
  all: [REFUSED, refusedFor('bad-credentials', 'account-locked', 'account-state'), { named: true }],
};

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
    blind:
      'The client is the first address in X-Forwarded-For, which anyone can send; without that column it is the peer of the connection, which behind a proxy is the proxy.',
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
    blind: 'A request whose answer is outside the time asked is counted as unanswered.',
    needs: ['status', 'substatus', 'time'],
  },
  {
    id: 'hours',
    title: '401s per hour',
    kind: 'rows',
    where: refused,
    by: ['hour', 'sign'],
    blind: 'It counts rows, not attempts: more logons mean more 401s.',
    needs: ['status', 'time'],
  },
  {
    id: 'changes',
    title: 'Since when: accepted and refused per hour and client',
    kind: 'rows',
    where: (has) => [{ any: [isFailing(has), accepted(has)] }],
    by: ['client', 'hour'],
    tallies: (has) => [
      { name: 'accepted', when: accepted(has) },
      { name: 'refused', when: isFailing(has) },
    ],
    blind:
      'It counts rows: a client that was let in is accepted with every request, and one that gives up after the offer is not here at all. Look for the hour in which accepted becomes 0, or refused begins.',
    needs: ['status', 'substatus', 'client', 'time'],
  },
  {
    id: 'sprays',
    title: 'Password sprays: who tries many names',
    kind: 'people',
    by: ['client', 'agent', 'hour'],
    keep: { names: 'refused', least: SPRAYED_NAMES, times: TIMES_LET_IN },
    blind:
      'It sees only names that IIS logs with a refusal, as it does for Basic. An hour is one of the clock; this page takes any 60 minutes. A gateway that passes on the logons of many people looks the same when all are refused.',
    needs: ['status', 'substatus', 'win32', 'user', 'client', 'time'],
  },
  {
    id: 'shared',
    title: 'Addresses that many people share',
    kind: 'people',
    by: ['client'],
    keep: { names: 'accepted', least: MANY_USERS },
    blind:
      'Such an address is a proxy, a gateway or a terminal server, and its rows are of many people: log X-Forwarded-For to tell them apart. One person with many accounts looks the same.',
    needs: ['status', 'user', 'client'],
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
