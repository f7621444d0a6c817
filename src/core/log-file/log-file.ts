/**
 * Reads logs of any size from bytes that come piece by piece. Clean rows under a W3C header are read
 * by the scanner of bytes, everything else as text by the readers that a paste goes through, and
 * both feed the same rules. Memory does not grow with the size of the log.
 */
import { givenHeader, type Header } from '../log/header.ts';
import type { Row } from '../log/row.ts';
import type { Options } from '../paste.ts';
import { decodeLines } from '../bytes/file-text.ts';
import { cleanRow } from './file-step.ts';
import { FileTally } from './file-tally.ts';
import { rolesOf } from './roles.ts';
import { RowScanner } from './scanner.ts';
import { TextRun } from './text-run.ts';

/** Bytes read at once. */
const BLOCK = 8 * 1024 * 1024;
/** Bytes of a line that has not ended; more are read as they are. */
const LINE = 1024 * 1024;
/** Bytes read as text at once, at first and at most: a header soon shows what the columns are. */
const FIRST_TEXT = 4 * 1024;
const MOST_TEXT = 512 * 1024;

const NEW_LINE = 0x0a;

export class LogFile {
  readonly counts: FileTally;
  readonly #scanner: RowScanner | undefined;
  readonly #input: Uint8Array;
  readonly #run: TextRun;
  readonly #isText: boolean;
  /** Bytes in the input. */
  #filled = 0;
  readonly #block: number;
  /** Offset of the input's first byte, and number of its first line. */
  #place = 0;
  #line = 1;
  #textRoom = FIRST_TEXT;
  /** The header that the scanner is set to; undefined while rows are read as text. */
  #header: Header | undefined;
  #day: number | undefined;
  readonly #firstRows = new WeakMap<Header, Row>();

  private constructor(scanner: RowScanner | undefined, columns: readonly string[], block: number) {
    this.#block = block;
    this.#scanner = scanner;
    this.#input = scanner?.input ?? new Uint8Array(block + LINE);
    this.counts = new FileTally(scanner);
    this.#run = new TextRun(this.counts, columns.length > 0 ? givenHeader(columns) : undefined);
    this.#isText = columns.length > 0;
  }

  /** With columns given by the reader all rows are read as text. */
  static async create({ columns = [] }: Options = {}, block = BLOCK): Promise<LogFile> {
    return new LogFile(await RowScanner.create(block + LINE), columns, block);
  }

  /** Bytes written so far, of all files. */
  get bytes(): number {
    return this.#place + this.#filled;
  }

  /** Takes the next bytes of the file; they are read when there are enough of them. */
  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      // One byte is left for a line end.
      const piece = bytes.subarray(at, at + this.#input.length - this.#filled - 1);
      this.#input.set(piece, this.#filled);
      this.#filled += piece.length;
      at += piece.length;
      if (this.#filled >= this.#block) this.#read();
    }
  }

  /** The bytes that follow are those of another file. */
  beginFile(name: string | undefined): void {
    this.counts.file = name;
  }

  /** The file is over; another may follow, which goes on with the same attempts. */
  endFile(): void {
    // The last line may have no line end.
    if (this.#filled > 0 && this.#input[this.#filled - 1] !== NEW_LINE) {
      this.#input[this.#filled++] = NEW_LINE;
    }
    this.#read();
    this.#run.read(false);
    this.#run.reset();
    this.#line = 1;
    this.#header = undefined;
    this.#textRoom = FIRST_TEXT;
  }

  /** The last file is over. */
  finish(): void {
    this.settle();
    this.counts.tally.finish();
  }

  /** Makes the counts by status complete for all that was written. */
  settle(): void {
    for (const count of this.#scanner?.takeStatuses() ?? []) {
      this.counts.tally.countStatus(count, count.rows);
    }
  }

  /** Reads the whole lines of the input; what follows them stays. */
  #read(): void {
    const end = this.#filled;
    this.counts.refreshWanted();
    let from = 0;
    while (from < end) {
      const to = this.#header ? this.#scan(from, end) : this.#asText(from, end);
      if (to === from) break;
      from = to;
    }
    if (end - from >= LINE) {
      this.#addText(from, end);
      this.#run.read(true);
      from = end;
    }
    this.#input.copyWithin(0, from, end);
    this.#filled = end - from;
    this.#place += from;
  }

  /** Reads lines as text until a header says what the columns are. Returns where it stopped. */
  #asText(from: number, end: number): number {
    const most = Math.min(end, from + this.#textRoom);
    let to = this.#input.lastIndexOf(NEW_LINE, most - 1) + 1;
    if (to <= from) to = this.#input.subarray(0, end).indexOf(NEW_LINE, from) + 1;
    if (to <= from) return from;
    this.#textRoom = Math.min(MOST_TEXT, 2 * this.#textRoom);
    this.#addText(from, to);
    this.#run.read(true);
    this.#configure();
    return to;
  }

  /** Lets the scanner read on, and takes its records. */
  #scan(from: number, end: number): number {
    const scanner = this.#scanner;
    const header = this.#header;
    if (!scanner || !header) return from;
    const { to, found, lines, rows } = scanner.scan(from, end);
    const { records } = scanner;
    const first = this.#line;
    if (rows > 0) this.counts.clean(rows, this.#firstRow(header));
    /** The line that goes on with the run of text. */
    let next = this.#run.isEmpty ? -1 : first;
    for (let record = 0; record < found; record++) {
      const at = records.placeOf(record);
      const number = first + records.lineOf(record);
      const isText = records.statusOf(record) === 0;
      if (!isText || number !== next) this.#run.read(false);
      if (isText) {
        const lineEnd = this.#input.indexOf(NEW_LINE, at + records.lengthOf(record)) + 1;
        this.#run.add(this.#input.subarray(at, lineEnd), this.#place + at, number);
        next = number + 1;
      } else this.counts.record(records, record, { line: number, place: this.#place + at, header });
    }
    this.#line = first + lines;
    if (next !== this.#line) this.#run.read(false);
    else if (!this.#run.isEmpty) {
      this.#run.read(true);
      this.#configure();
    }
    return to;
  }

  /** The first row under this header, as text; read once. */
  #firstRow(header: Header): Row | undefined {
    const known = this.#firstRows.get(header);
    if (known || !this.#scanner) return known;
    const { at, line } = this.#scanner.firstRow;
    const end = this.#input.indexOf(NEW_LINE, at);
    const text = decodeLines(this.#input.subarray(at, end)).trimEnd();
    const row = cleanRow(text, this.#line + line, header);
    if (row) this.#firstRows.set(header, row);
    return row;
  }

  #addText(from: number, to: number): void {
    const bytes = this.#input.subarray(from, to);
    this.#run.add(bytes, this.#place + from, this.#line);
    for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) {
      this.#line++;
    }
  }

  /** Sets the scanner to the header that now holds, if it can read rows under it. */
  #configure(): void {
    const { header, day } = this.#run.section;
    if (!header || !this.#scanner || this.#isText) return;
    if (header === this.#header && day === this.#day) return;
    const roles = rolesOf(header);
    this.#header = roles && header;
    this.#day = day;
    if (roles) this.#scanner.configure(roles, day);
    else this.#textRoom = MOST_TEXT;
  }
}
