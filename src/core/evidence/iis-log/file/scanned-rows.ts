/** Hands the records of the scanner of bytes to the builder of the log. */
import { decodeLines } from '../../../text/file-text.ts';
import type { Step } from '../attempts/attempt-step.ts';
import type { KeptRow } from '../kept-row.ts';
import type { LogBuilder } from '../log-builder.ts';
import { LogVisitor } from '../log-visitor.ts';
import type { Header } from '../rows/header.ts';
import type { Row } from '../rows/row.ts';
import type { Records } from './records.ts';
import type { StatusCount } from './row-scanner.ts';

export class ScannedRows {
  readonly #builder: LogBuilder;
  #header: Header | undefined;
  #file: string | undefined;
  #hasUser = false;

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
  }

  /** May this record be the answer that ends an attempt? It need not be complete. */
  mayEnd(records: Records, record: number): boolean {
    return this.#builder.isBusy(records.visitBitsOf(record));
  }

  /** Takes a 401, or a completed accepted answer. */
  record(records: Records, record: number, line: number, place: number): void {
    const { tally } = this.#builder;
    const key = records.keyOf(record);
    const known = tally.visitor(key);
    const status = records.statusOf(record);
    if (status !== 401 && !known?.attempts.length) return;
    const visitor = known ?? tally.welcome(visitorOf(records, record, key));
    const row: KeptRow = {
      ...stepOf(records, record),
      user: this.#hasUser ? userOf(records, record, visitor) : undefined,
      line,
      place,
      length: records.lengthOf(record),
      header: this.#header,
      file: this.#file,
    };
    tally.add(row, visitor);
  }

  /** Counts rows under one header, with the first of them as text. */
  counted(rows: number, first: Row | undefined): void {
    this.#builder.tally.countMany('w3c', rows);
    if (first) this.#builder.tally.readings.add(first, rows);
  }

  /** Counts rows by status. */
  statuses(counts: readonly StatusCount[]): void {
    for (const count of counts) this.#builder.tally.countStatus(count, count.rows);
  }
}

function stepOf(records: Records, record: number): Step {
  return {
    format: 'w3c',
    status: records.statusOf(record),
    substatus: records.substatusOf(record),
    win32: records.win32Of(record),
    ms: records.timeOf(record),
    timeTaken: records.timeTakenOf(record),
  };
}

function visitorOf(records: Records, record: number, key: number): LogVisitor {
  return new LogVisitor(
    key,
    decodeLines(records.clientOf(record)),
    decodeLines(records.stemOf(record)),
    records.visitBitsOf(record),
  );
}

/** '' for nobody; a visitor mostly is the same user as before. */
function userOf(records: Records, record: number, visitor: LogVisitor): string {
  const hash = records.userHashOf(record);
  if (hash === 0) return '';
  if (visitor.userHash !== hash) {
    visitor.userName = decodeLines(records.userOf(record));
    visitor.userHash = hash;
  }
  return visitor.userName;
}
