/** Hands the records of the scanner of bytes to the builder of the log. */
import { decodeLines } from '../../../text/file-text.ts';
import { emptyRow, type RowNames } from '../attempts/row-numbers.ts';
import { isPreflight } from '../attempts/tally.ts';
import type { LogBuilder } from '../log-builder.ts';
import type { Header } from '../rows/header.ts';
import type { Row } from '../rows/row.ts';
import type { Records } from './records.ts';
import type { StatusCount } from './row-scanner.ts';

export class ScannedRows implements RowNames {
  readonly #builder: LogBuilder;
  readonly #row = emptyRow();
  #header: Header | undefined;
  #file: string | undefined;
  #hasUser = false;
  #isNoted = false;
  /** The record under way, for whoever asks for its names. */
  #records: Records | undefined;
  #record = 0;

  constructor(builder: LogBuilder) {
    this.#builder = builder;
  }

  /** The header that the records are under. */
  get header(): Header | undefined {
    return this.#header;
  }

  /** Records that follow are under this header, in this file. */
  under(header: Header | undefined, file: string | undefined): void {
    this.#header = header;
    this.#file = file;
    this.#hasUser = header?.names.includes('cs-username') === true;
    this.#isNoted = false;
  }

  /** Visitors with an attempt under way, by their bits: their answers may end it. */
  get busy(): Uint16Array {
    return this.#builder.tally.tracker.busy;
  }

  /** Takes a 401, or a completed accepted answer. */
  record(records: Records, record: number, line: number, place: number): void {
    const { tracker, users } = this.#builder.tally;
    const row = this.#row;
    row.party = records.partyOf(record);
    if (!this.#builder.tally.isMine(row.party)) return;
    row.key = records.keyOf(record);
    row.status = records.statusOf(record);
    if (row.status !== 401 && !tracker.isWaiting(row.key)) return;
    if (!this.#isNoted) this.#builder.known.under(place, this.#header, this.#file);
    this.#isNoted = true;
    this.#records = records;
    this.#record = record;
    const end = records.timeOf(record);
    const taken = records.timeTakenOf(record);
    row.bits = records.visitBitsOf(record);
    row.substatus = records.substatusOf(record);
    row.win32 = records.win32Of(record);
    row.start = taken < 0 ? end : end - taken;
    row.end = end;
    row.isStartUnknown = taken < 0;
    row.hasUser = this.#hasUser;
    row.user = this.#hasUser ? users.idByHash(records.userHashOf(record), this.#userName) : 0;
    row.person = users.personOf(row.user);
    row.place = place;
    row.line = line;
    row.length = records.lengthOf(record);
    tracker.take(row, this);
  }

  client(): string {
    return this.#name((records, record) => records.clientOf(record));
  }

  resource(): string {
    return this.#name((records, record) => records.stemOf(record));
  }

  agent(): string {
    return this.#name((records, record) => records.agentOf(record));
  }

  isPreflight(): boolean {
    const verb = this.#name((records, record) => records.verbOf(record));
    return isPreflight(verb, this.agent());
  }

  /** Counts rows under one header, with the first of them as text. */
  counted(rows: number, first: Row | undefined, place: number): void {
    this.#builder.tally.countMany('w3c', rows);
    if (first) this.#builder.tally.readings.add(first, place, rows);
  }

  /** Takes a row back that is read as text after all. */
  uncounted(codes: StatusCount, first: Row | undefined, place: number): void {
    this.counted(-1, first, place);
    this.statuses([codes]);
  }

  /** Counts rows by status. */
  statuses(counts: readonly StatusCount[]): void {
    for (const count of counts) this.#builder.tally.countStatus(count, count.rows);
  }

  readonly #userName = (): string => this.#name((records, record) => records.userOf(record));

  #name(of: (records: Records, record: number) => Uint8Array): string {
    return this.#records ? decodeLines(of(this.#records, this.#record)) : '';
  }
}
