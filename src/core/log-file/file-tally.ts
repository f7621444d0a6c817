/**
 * What is counted of files of any size: the same tally as of a paste, fed from two sides, by records
 * of the scanner of bytes and by rows that were read as text.
 */
import type { Header } from '../log/header.ts';
import type { Row } from '../log/row.ts';
import type { Sink } from '../log/scan.ts';
import { Tally } from '../log/tally.ts';
import type { Piece } from '../log/wrapped.ts';
import { decodeLines } from '../bytes/file-text.ts';
import { LOG_PROBLEMS } from '../limits.ts';
import { type FileStep, stepOf } from './file-step.ts';
import type { Records } from './records.ts';
import type { RowScanner } from './scanner.ts';

/** Names remembered by the key of their row, so that each is decoded once. */
const NAMES = 20_000;

/** Names of one client's rows at one resource. */
interface Names {
  client: string;
  stem: string;
  user: string;
  userHash: number;
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
  readonly tally = new Tally<FileStep>(({ place }) => place);
  readonly unreadable: Unreadable[] = [];
  /** Name of the file under way, when there are several. */
  file: string | undefined;
  unreadableRows = 0;
  otherServices = 0;
  headers = 0;
  readonly #scanner: RowScanner | undefined;
  readonly #names = new Map<number, Names>();

  constructor(scanner: RowScanner | undefined) {
    this.#scanner = scanner;
  }

  /** Takes a record of the scanner: a 401, or an accepted answer that may end an attempt. */
  record(records: Records, record: number, at: Pick<FileStep, 'line' | 'place' | 'header'>): void {
    const key = records.keyOf(record);
    const status = records.statusOf(record);
    if (status !== 401 && !this.tally.isOpen(key)) return;
    const names = this.#namesOf(records, record, key);
    const hasUser = at.header?.names.includes('cs-username');
    this.tally.follow(
      {
        format: 'w3c',
        status,
        substatus: records.substatusOf(record),
        win32: records.win32Of(record),
        ms: records.timeOf(record),
        timeTaken: records.timeTakenOf(record),
        client: names.client || undefined,
        user: hasUser ? this.#userOf(records, record, names) : undefined,
        stem: names.stem || undefined,
        line: at.line,
        place: at.place,
        length: records.lengthOf(record),
        header: at.header,
        file: this.file,
      },
      key,
    );
  }

  /** Counts rows that the scanner read under one header, with the first of them as text. */
  clean(rows: number, first: Row | undefined): void {
    this.tally.countMany('w3c', rows);
    if (first) this.tally.readings.add(first, rows);
  }

  /** A sink for the rows of a text; see `Book`, which does the same for a paste. */
  sinkOf({ text, place, header }: TextPlace): Sink {
    return {
      row: (row) => {
        this.#row(row, text, place, header());
      },
      unreadable: (piece) => {
        this.#lost(piece, text, place);
      },
      otherService: () => {
        this.otherServices++;
      },
      header: () => {
        this.headers++;
      },
    };
  }

  /** Makes the scanner record the accepted answers of those clients only that may need one. */
  refreshWanted(): void {
    this.#scanner?.wantNone();
    for (const { client } of this.tally.underWay()) this.#scanner?.want(client ?? '');
  }

  #row(row: Row, text: string, place: number, header: Header | undefined): void {
    if (row.status === 401) this.#scanner?.want(row.client ?? '');
    this.tally.take(
      row,
      () => stepOf(row, text, { place, header, file: this.file }),
      (key) => this.#scanner?.hashOf(key) ?? key,
    );
  }

  #lost(piece: Piece, text: string, place: number): void {
    this.unreadableRows++;
    if (this.unreadable.length === LOG_PROBLEMS) return;
    const { start, end, line } = piece;
    this.unreadable.push({
      line,
      place: place + start,
      text: text.slice(start, end),
      file: this.file,
    });
  }

  #namesOf(records: Records, record: number, key: number): Names {
    let names = this.#names.get(key);
    if (!names) {
      names = {
        client: decodeLines(records.clientOf(record)),
        stem: decodeLines(records.stemOf(record)),
        user: '',
        userHash: 0,
      };
      if (this.#names.size >= NAMES) this.#names.clear();
      this.#names.set(key, names);
    }
    return names;
  }

  /** '' for nobody; a client mostly is the same user as before. */
  #userOf(records: Records, record: number, names: Names): string {
    const hash = records.userHashOf(record);
    if (hash === 0) return '';
    if (names.userHash !== hash) {
      names.user = decodeLines(records.userOf(record));
      names.userHash = hash;
    }
    return names.user;
  }
}
