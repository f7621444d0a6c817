/** Writes the ended attempts of a paste into a table, and keeps their rows to be shown. */
import type { Log, LogEntry } from '../decoded.ts';
import { type AttemptRows, AttemptTable } from './attempt-table.ts';
import type { Attempt } from './attempts.ts';
import { isAcceptedOutcome } from './outcome-words.ts';
import type { Verdict } from './outcomes.ts';
import { rowsOf } from './sequences.ts';
import type { Step } from './step.ts';

/** Rows kept of a paste, at about a kilobyte each; half of them only for what was not accepted. */
const ROWS = 100_000;

/** A log's attempts, and the way to the rows of each. */
export interface AttemptRecord {
  readonly table: AttemptTable;
  readonly rows: AttemptRows;
}

/** Explains a row's columns; a row of a file is read again for it. */
export type EntryOf<R> = (row: R) => Promise<LogEntry>;

export class AttemptRecorder<R extends Step> {
  readonly table = new AttemptTable();
  /** Rows of the attempts that are kept; an attempt's place is its index here. */
  readonly #kept: (readonly R[])[] = [];
  #keptRows = 0;

  /** Takes an ended attempt. */
  add(attempt: Attempt<R>, { outcome, article }: Verdict): void {
    const rows = rowsOf(attempt);
    const [first] = rows;
    if (!first) return;
    const { table } = this;
    const isAccepted = isAcceptedOutcome(outcome);
    const { substatus, win32 } = (isAccepted ? undefined : attempt.refusals.at(-1)?.row) ?? {};
    const isKept = this.#keptRows + rows.length <= (isAccepted ? ROWS / 2 : ROWS);
    const isAdded = table.add({
      ending: table.endings.idOf({
        ...{ outcome, article },
        ...(substatus !== undefined && { substatus }),
        ...(win32 !== undefined && { win32 }),
      }),
      ms: first.ms ?? NaN,
      client: table.clients.idOf(first.client ?? ''),
      user: table.users.idOf(rows.findLast(({ user }) => user)?.user ?? ''),
      resource: table.resources.idOf(first.stem ?? ''),
      rows: rows.length + attempt.more,
      place: isKept ? this.#kept.length : NaN,
    });
    if (!isAdded || !isKept) return;
    this.#kept.push(rows);
    this.#keptRows += rows.length;
  }

  /** The record, when the log is over; `entryOf` explains a row's columns. */
  close(zone: AttemptTable['zone'], entryOf: EntryOf<R>): AttemptRecord {
    const { table } = this;
    table.zone = zone;
    const entriesOf = (attempt: number): Promise<LogEntry[]> => {
      const place = attempt < table.length ? (table.columns.place[attempt] ?? NaN) : NaN;
      return Promise.all((this.#kept[place] ?? []).map(entryOf));
    };
    return { table, rows: { entriesOf } };
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
