/** Writes the ended attempts of a log into a table, and keeps where their rows are. */
import type { Log, Outcome } from '../../../contract/decoded.ts';
import { type AttemptRows, AttemptTable, NOT_KEPT } from './attempt-table.ts';
import { KeptRows, NO_ROW } from './kept-rows.ts';
import { NO_NAME } from './name-table.ts';
import type { OpenAttempts } from './open-attempts.ts';
import { classify, type Verdict } from './outcomes.ts';
import type { RowNumbers } from './row-numbers.ts';
import { bitOf } from './signs.ts';
import type { Visitors } from './visitors.ts';

/** A log's attempts, and the way to the rows of each. */
export interface AttemptRecord {
  readonly table: AttemptTable;
  readonly rows: AttemptRows;
}

const ACCEPTED = bitOf('accepted');
const HANDSHAKE = bitOf('handshake');
const AGAIN = bitOf('again');
/** So many refusals in one attempt are "again and again"; browsers ask three times. */
export const AGAIN_TIMES = 3;

export class AttemptRecorder {
  readonly table = new AttemptTable();
  readonly rows = new KeptRows();
  /** Rows that there is room for. */
  readonly #room: number;
  #kept = 0;
  /** The last ending with each verdict: mostly the next one is the same. */
  readonly #last = new Map<Verdict, { substatus: number; win32: number; id: number }>();

  constructor(room: number) {
    this.#room = room;
  }

  /** Number that the next attempt will have. */
  get next(): number {
    return this.table.length;
  }

  /** Takes an ended attempt. */
  add(open: OpenAttempts, at: number, visitors: Visitors): void {
    const signs = (open.signs[at] ?? 0) | ((open.refusals[at] ?? 0) >= AGAIN_TIMES ? AGAIN : 0);
    const isAccepted = (signs & ACCEPTED) !== 0;
    const visitor = open.visitor[at] ?? 0;
    const kept = open.kept[at] ?? 0;
    // Half of the room is only for what was not accepted.
    const isKept = this.#kept + kept <= (isAccepted ? this.#room / 2 : this.#room);
    const rows = open.rows[at] ?? 0;
    const ending = this.#endingOf(
      classify(signs),
      isAccepted ? -1 : (open.substatus[at] ?? -1),
      isAccepted ? -1 : (open.win32[at] ?? -1),
    );
    this.table.endings.move(ending, 1, rows);
    const isAdded = this.table.add({
      ending,
      ms: open.shown[at] ?? NaN,
      last: open.last[at] ?? NaN,
      client: visitors.client[visitor] ?? NO_NAME,
      user: open.user[at] ?? NO_NAME,
      resource: visitors.resource[visitor] ?? NO_NAME,
      agent: visitors.agent[visitor] ?? NO_NAME,
      rows,
      place: open.place[at] ?? NaN,
      kept: isKept ? (open.head[at] ?? NOT_KEPT) : NOT_KEPT,
    });
    if (isAdded && isKept) this.#kept += kept;
    else this.rows.drop(open.head[at] ?? NO_ROW, open.tail[at] ?? NO_ROW);
  }

  /** An attempt in the table was accepted after all. */
  accepted(attempt: number, row: RowNumbers): void {
    const isNtlm = this.#outcomeOf(attempt) !== 'never-answered';
    if (!this.#add(attempt, row, isNtlm ? ACCEPTED | HANDSHAKE : ACCEPTED)) return;
    this.table.columns.user[attempt] = row.user;
    this.table.columns.last[attempt] = row.end;
  }

  /** The type 2 of an accepted attempt, whose row was written after the answer's. True if it fits. */
  handshakeOf(attempt: number, row: RowNumbers): boolean {
    if (this.#outcomeOf(attempt) !== 'accepted-one-leg') return false;
    return this.#add(attempt, row, ACCEPTED | HANDSHAKE);
  }

  #outcomeOf(attempt: number): Outcome | undefined {
    const { columns, endings } = this.table;
    return endings.list[columns.ending[attempt] ?? 0]?.outcome;
  }

  /** Adds a row to an attempt in the table, which ends with other signs then. */
  #add(attempt: number, row: RowNumbers, signs: number): boolean {
    const { columns, endings } = this.table;
    if (attempt >= this.table.length) return false;
    const ending = this.#endingOf(classify(signs), -1, -1);
    const rows = columns.rows[attempt] ?? 0;
    endings.move(columns.ending[attempt] ?? 0, -1, rows);
    endings.move(ending, 1, rows + 1);
    columns.ending[attempt] = ending;
    columns.rows[attempt] = rows + 1;
    const head = columns.kept[attempt] ?? NOT_KEPT;
    if (head === NOT_KEPT) return true;
    let tail = head;
    while (this.rows.nextOf(tail) !== NO_ROW) tail = this.rows.nextOf(tail);
    this.rows.link(tail, this.rows.add(row));
    return true;
  }

  /** An attempt under way turned out to be the beginning of one in the table. */
  begins(attempt: number, open: OpenAttempts, at: number): void {
    const { columns, endings } = this.table;
    const [head, tail] = [open.head[at] ?? NO_ROW, open.tail[at] ?? NO_ROW];
    const first = attempt < this.table.length ? (columns.kept[attempt] ?? NOT_KEPT) : NOT_KEPT;
    if (first === NOT_KEPT) this.rows.drop(head, tail);
    else {
      this.rows.link(tail, first);
      columns.kept[attempt] = head;
    }
    if (attempt >= this.table.length) return;
    const rows = open.rows[at] ?? 0;
    const ending = columns.ending[attempt] ?? 0;
    const before = columns.rows[attempt] ?? 0;
    endings.move(ending, -1, before);
    endings.move(ending, 1, before + rows);
    columns.rows[attempt] = before + rows;
    columns.ms[attempt] = open.shown[at] ?? NaN;
    columns.place[attempt] = Math.min(columns.place[attempt] ?? NaN, open.place[at] ?? NaN);
  }

  #endingOf(verdict: Verdict, substatus: number, win32: number): number {
    const last = this.#last.get(verdict);
    if (last?.substatus === substatus && last.win32 === win32) return last.id;
    const { outcome, article } = verdict;
    const id = this.table.endings.idOf({
      ...{ outcome, article },
      ...(substatus >= 0 && { substatus }),
      ...(win32 >= 0 && { win32 }),
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
