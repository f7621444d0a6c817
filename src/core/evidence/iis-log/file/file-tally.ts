/**
 * What is counted of files of any size: the same tally as of a paste, fed from two sides, by records
 * of the scanner of bytes and by rows that were read as text.
 */
import type { Header } from '../rows/header.ts';
import type { Row } from '../rows/row.ts';
import type { Sink } from '../rows/sink.ts';
import { type Taken, Tally } from '../attempts/tally.ts';
import { Visitor, type VisitorKey } from '../attempts/attempt.ts';
import type { Piece } from '../../../text/lines.ts';
import { decodeLines } from '../../../text/file-text.ts';
import { LOG_PROBLEMS } from '../../../limits.ts';
import { type FileStep, type RowPlace, stepOf } from './file-step.ts';
import { HashMap } from './hash-map.ts';
import type { Records } from './records.ts';
import { RowPlaces } from './kept-places.ts';
import type { KeyHasher, StatusCount } from './row-scanner.ts';

/** A visitor, with the user seen last, so that a name is decoded once. */
class FileVisitor extends Visitor<FileStep> {
  /** The scanner's 16 bits of client and resource. */
  readonly bits: number;
  userHash = 0;
  userName = '';

  constructor(key: VisitorKey, client: string, resource: string, bits: number) {
    super(key, client, resource);
    this.bits = bits;
  }
}

/** A line that begins like a row and could not be read. */
export interface Unreadable {
  readonly line: number;
  readonly place: number;
  readonly text: string;
  readonly file: string | undefined;
}

/** Where the text lies that rows are being read from. */
export interface TextPlace {
  readonly text: string;
  readonly place: number;
  readonly header: () => Header | undefined;
}

export class FileTally {
  readonly tally: Tally<FileStep, FileVisitor, RowPlace>;
  readonly unreadable: Unreadable[] = [];
  /** Name of the file under way, when there are several. */
  file: string | undefined;
  unreadableRows = 0;
  otherServices = 0;
  headers = 0;
  /** Visitors with an attempt under way, by their bits. */
  readonly #busy = new Uint16Array(65_536);
  readonly #hasher: KeyHasher | undefined;
  #header: Header | undefined;
  #hasUser = false;

  constructor(hasher: KeyHasher | undefined) {
    this.#hasher = hasher;
    this.tally = new Tally({
      placeOf: ({ place }) => place,
      store: new RowPlaces(),
      visitors: hasher ? new HashMap<FileVisitor>() : new Map<VisitorKey, FileVisitor>(),
      busy: ({ bits }, isBusy) => {
        this.#busy[bits] = (this.#busy[bits] ?? 0) + (isBusy ? 1 : -1);
      },
    });
  }

  /** The header that the records stand under. */
  get header(): Header | undefined {
    return this.#header;
  }

  /** Records that follow stand under this header. */
  under(header: Header | undefined): void {
    this.#header = header;
    this.#hasUser = header?.names.includes('cs-username') === true;
  }

  /** May this record be the answer that ends an attempt? It need not be complete. */
  mayEnd(records: Records, record: number): boolean {
    return this.#busy[records.visitBitsOf(record)] !== 0;
  }

  /** Takes a record of the scanner: a 401, or a completed accepted answer. */
  record(records: Records, record: number, line: number, place: number): void {
    const { tally } = this;
    const key = records.keyOf(record);
    const known = tally.visitor(key);
    const status = records.statusOf(record);
    if (status !== 401 && !known?.attempts.length) return;
    const visitor = known ?? tally.welcome(visitorOf(records, record, key));
    const step: FileStep = {
      format: 'w3c',
      status,
      substatus: records.substatusOf(record),
      win32: records.win32Of(record),
      ms: records.timeOf(record),
      timeTaken: records.timeTakenOf(record),
      user: this.#hasUser ? userOf(records, record, visitor) : undefined,
      line,
      place,
      length: records.lengthOf(record),
      header: this.#header,
      file: this.file,
    };
    tally.add(step, visitor);
  }

  /** Counts rows that the scanner read under one header, with the first of them as text. */
  clean(rows: number, first: Row | undefined): void {
    this.tally.countMany('w3c', rows);
    if (first) this.tally.readings.add(first, rows);
  }

  /** Counts by status of rows that the scanner read. */
  statuses(counts: readonly StatusCount[]): void {
    for (const count of counts) this.tally.countStatus(count, count.rows);
  }

  /** A sink for the rows of a text; see `Book`, which does the same for a paste. */
  sinkOf(text: TextPlace): Sink {
    return {
      row: (row) => {
        this.tally.take(row, this.#taken(row, text));
      },
      unreadable: (piece) => {
        this.#lost(piece, text);
      },
      otherService: () => {
        this.otherServices++;
      },
      header: () => {
        this.headers++;
      },
    };
  }

  #taken(row: Row, { text, place, header }: TextPlace): Taken<FileStep, FileVisitor> {
    return {
      made: () => stepOf(row, text, { place, header: header(), file: this.file }),
      keyFor: (key: string) => this.#hasher?.keyOf(key) ?? key,
      visitor: (key) => {
        const { client = '', stem = '' } = row;
        return new FileVisitor(key, client, stem, this.#hasher?.visitBits(client, stem) ?? 0);
      },
    };
  }

  #lost({ start, end, line }: Piece, { text, place }: TextPlace): void {
    this.unreadableRows++;
    if (this.unreadable.length === LOG_PROBLEMS) return;
    this.unreadable.push({
      line,
      place: place + start,
      text: text.slice(start, end),
      file: this.file,
    });
  }
}

function visitorOf(records: Records, record: number, key: number): FileVisitor {
  return new FileVisitor(
    key,
    decodeLines(records.clientOf(record)),
    decodeLines(records.stemOf(record)),
    records.visitBitsOf(record),
  );
}

/** '' for nobody; a visitor mostly is the same user as before. */
function userOf(records: Records, record: number, visitor: FileVisitor): string {
  const hash = records.userHashOf(record);
  if (hash === 0) return '';
  if (visitor.userHash !== hash) {
    visitor.userName = decodeLines(records.userOf(record));
    visitor.userHash = hash;
  }
  return visitor.userName;
}
