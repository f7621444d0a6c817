/** Writes the ended attempts of a log into a table, and keeps their rows to be shown. */
import type { Log, LogEntry } from '../../../contract/decoded.ts';
import { type AttemptRows, AttemptTable } from './attempt-table.ts';
import type { Attempt, Noted, Visitor } from './attempt.ts';
import { NO_NAME } from './name-table.ts';
import type { Verdict } from './outcomes.ts';
import type { Step } from './attempt-step.ts';

/** A log's attempts, and the way to the rows of each. */
export interface AttemptRecord {
  readonly table: AttemptTable;
  readonly rows: AttemptRows;
}

/** Keeps the rows of attempts: `R` come in, `K` come out. */
export interface RowStore<R, K = R> {
  /** Bytes that there is room for, and what a row takes of them, both by rule of thumb. */
  readonly room: number;
  bytesOf(row: R): number;
  /** Adds the rows of an attempt; the first one is the attempt 0, the next one 1. */
  add(rows: readonly R[]): void;
  rowsOf(attempt: number): readonly K[];
}

export class AttemptRecorder<R extends Step, K> {
  readonly table = new AttemptTable();
  readonly #store: RowStore<R, K>;
  #kept = 0;
  #bytes = 0;
  /** The last ending with each verdict: mostly the next one is the same. */
  readonly #last = new Map<Verdict, Pick<Step, 'substatus' | 'win32'> & { id: number }>();

  constructor(store: RowStore<R, K>) {
    this.#store = store;
  }

  /** Takes an ended attempt; `rows` are those kept of it. */
  add(attempt: Attempt<R>, verdict: Verdict, rows: readonly R[]): void {
    const [first] = rows;
    if (!first) return;
    const { table } = this;
    const { room } = this.#store;
    let bytes = this.#bytes;
    let user = '';
    for (const row of rows) {
      bytes += this.#store.bytesOf(row);
      if (row.user) user = row.user;
    }
    // Half of the room is only for what was not accepted.
    const isKept = bytes <= (attempt.accepted ? room / 2 : room);
    const noted = this.#note(attempt.visitor, user);
    const isAdded = table.add({
      ending: this.#endingOf(attempt, verdict),
      ms: first.ms ?? NaN,
      client: noted.client,
      user: user === '' ? NO_NAME : noted.user,
      resource: noted.resource,
      rows: rows.length + attempt.more,
      place: isKept ? this.#kept : NaN,
    });
    if (!isAdded || !isKept) return;
    this.#store.add(rows);
    this.#kept++;
    this.#bytes = bytes;
  }

  /** The record, when the log is over; `entryOf` explains a row's columns. */
  close(zone: AttemptTable['zone'], entryOf: (row: K) => Promise<LogEntry>): AttemptRecord {
    const { table } = this;
    table.zone = zone;
    const entriesOf = (attempt: number): Promise<LogEntry[]> => {
      const place = attempt < table.length ? (table.columns.place[attempt] ?? NaN) : NaN;
      const rows = Number.isNaN(place) ? [] : this.#store.rowsOf(place);
      return Promise.all(rows.map(entryOf));
    };
    return { table, rows: { entriesOf } };
  }

  /** The ids of the visitor's names, and of the user named last in its attempts so far. */
  #note(visitor: Visitor<R>, userName: string): Noted {
    const { noted } = visitor;
    if (noted && (userName === '' || noted.userName === userName)) return noted;
    const { clients, users, resources } = this.table;
    visitor.noted = {
      client: noted?.client ?? clients.idOf(visitor.client),
      resource: noted?.resource ?? resources.idOf(visitor.resource),
      user: users.idOf(userName),
      userName,
      groups: 0,
    };
    return visitor.noted;
  }

  #endingOf({ refusals, accepted }: Attempt<R>, verdict: Verdict): number {
    const row = accepted ? undefined : refusals.at(-1)?.row;
    const last = this.#last.get(verdict);
    if (last && last.substatus === row?.substatus && last.win32 === row?.win32) return last.id;
    const { outcome, article } = verdict;
    const { substatus, win32 } = row ?? {};
    const id = this.table.endings.idOf({
      ...{ outcome, article },
      ...(substatus !== undefined && { substatus }),
      ...(win32 !== undefined && { win32 }),
    });
    this.#last.set(verdict, { substatus, win32, id });
    return id;
  }
}

const records = new WeakMap<Log, AttemptRecord>();

/** Keeps a log's record beside the log, which itself is a document: it can be written as JSON. */
export function keepRecord(log: Log, record: AttemptRecord): void {
  records.set(log, record);
}

/** The record of a log that was read from a paste, for as long as the log is held. */
export function recordOf(log: Log | undefined): AttemptRecord | undefined {
  return log && records.get(log);
}
