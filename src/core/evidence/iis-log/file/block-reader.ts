/**
 * Reads the blocks of a log one after the other. Clean rows whose columns are known are read by the scanner
 * of bytes, everything else as text by the readers that a paste goes through, and both feed the same
 * rules.
 *
 * A block may have been scanned ahead, under the header that held then; if another one holds by the
 * time that it is taken, it is scanned again.
 */
import { decodeLines } from '../../../text/file-text.ts';
import { cleanRow } from '../kept-row.ts';
import type { LogBuilder } from '../log-builder.ts';
import { givenHeader, type Header } from '../rows/header.ts';
import type { Row } from '../rows/row.ts';
import type { Block } from './blocks.ts';
import type { Memory } from './memory.ts';
import type { RowScanner } from './row-scanner.ts';
import { isSame, type ScanSettings, settingsOf } from './scan-settings.ts';
import { ScannedRows } from './scanned-rows.ts';
import { TextRun } from './text-run.ts';

/**
 * Bytes read as text at once, at first and at most: a header, or rows alike, soon show the columns. At
 * first a little more than shows what kind of file it is (`text-run.ts`).
 */
const FIRST_TEXT = 9 * 1024;
const MOST_TEXT = 512 * 1024;

const NEW_LINE = 0x0a;

/** What was found in a block ahead of its turn, up to `to`. */
export interface ScannedAhead {
  readonly scanner: RowScanner;
  readonly to: number;
  /** The settings that it was scanned under, see `BlockReader.turn`. */
  readonly turn: number;
}

export class BlockReader {
  readonly log: LogBuilder;
  readonly #scanned: ScannedRows;
  readonly #memory: Memory;
  readonly #run: TextRun;
  readonly #isText: boolean;
  /** Offset of the block under way, and number of its next line. */
  #place = 0;
  #line = 1;
  #textRoom = FIRST_TEXT;
  /** Name of the file under way, when there are several. */
  #file: string | undefined;
  /** How rows are scanned; undefined while they are read as text. */
  #settings: ScanSettings | undefined;
  #turn = 0;
  readonly #firstRows = new WeakMap<Header, Row>();

  /** `memory` is of this reader alone. With columns given by the reader all rows are read as text. */
  constructor(log: LogBuilder, memory: Memory, columns: readonly string[] = []) {
    this.log = log;
    this.#memory = memory;
    this.#scanned = new ScannedRows(log);
    this.#run = new TextRun(log, columns.length > 0 ? givenHeader(columns) : undefined);
    this.#isText = columns.length > 0;
  }

  /** Bytes taken so far, of all files. */
  get bytes(): number {
    return this.#place;
  }

  /**
   * Scans a block ahead of its turn, as long as rows are scanned at all. Settings are told by how
   * often they have changed, which is the same for all who read the same blocks.
   */
  scanAhead(scanner: RowScanner, end: number): Pick<ScannedAhead, 'to' | 'turn'> | undefined {
    const settings = this.#settings;
    if (!settings) return undefined;
    scanner.configure(settings);
    return { to: scanner.scan(0, end), turn: this.#turn };
  }

  /** A file begins; its name is told when there are several. */
  begin(name: string | undefined): void {
    this.#file = name;
    this.#run.begin(name);
  }

  /** Takes the rows of the next block; what was scanned under other settings is scanned again. */
  take({ input: bytes, end }: Pick<Block, 'input' | 'end'>, ahead?: ScannedAhead): void {
    const isValid =
      ahead !== undefined && this.#settings !== undefined && ahead.turn === this.#turn;
    if (isValid) this.#takeScanned(ahead.scanner, true);
    else if (ahead && this.log.tally.isFirst) ahead.scanner.takeStatuses();
    let from = isValid ? ahead.to : 0;
    const { input, scanner } = this.#memory;
    if (from < end && input !== bytes) input.set(bytes.subarray(from, end), from);
    while (from < end) {
      const next =
        scanner && this.#settings
          ? this.#scan(scanner, this.#settings, from, end)
          : this.#asText(input, from, end);
      if (next === from) break;
      from = next;
    }
    if (from < end) {
      this.#addText(input, from, end);
      this.#run.read(true);
    }
    this.#place += end;
  }

  /** Lets the scanner read on. Returns where it stopped. */
  #scan(scanner: RowScanner, settings: ScanSettings, from: number, end: number): number {
    scanner.configure(settings);
    const to = scanner.scan(from, end);
    this.#takeScanned(scanner, false);
    return to;
  }

  /** Takes what the scanner found under the header that holds; others may take it, too. */
  #takeScanned(scanner: RowScanner, isShared: boolean): void {
    const run = this.#run;
    const counts = this.#scanned;
    const { found, lines, records, rows } = scanner;
    const first = this.#line;
    const row = rows > 0 ? this.#firstRow(scanner) : undefined;
    const { isFirst } = this.log.tally;
    if (isFirst) counts.counted(rows, row, this.#place);
    /** The line that goes on with the run of text. */
    let next = run.isEmpty ? -1 : first;
    for (let record = 0; record < found; record++) {
      if (run.isEmpty) record = records.nextThatMatters(record, found, counts.busy);
      if (record === found) break;
      const status = records.statusOf(record);
      const isAnswer = status !== 401 && status !== 0;
      const line = first + records.lineOf(record);
      if (isAnswer || status === 401 || line !== next) run.read(false);
      // A 401 in the text may have begun what this ends.
      if (isAnswer && counts.busy[records.visitBitsOf(record)] === 0) continue;
      const place = this.#place + records.placeOf(record);
      const counted = isAnswer ? scanner.complete(record) : undefined;
      if (counted) counts.uncounted(counted, row, this.#place);
      if (status !== 0 && !counted) counts.record(records, record, line, place);
      else {
        run.add(records.lineAt(record), this.#place + records.lineStartOf(record), line);
        next = line + 1;
      }
    }
    this.#line = first + lines;
    if (isFirst) counts.statuses(scanner.takeStatuses());
    else if (!isShared) scanner.takeStatuses();
    if (next !== this.#line) run.read(false);
    else if (!run.isEmpty) {
      run.read(true);
      this.#configure();
    }
  }

  /** Reads lines as text until a header says what the columns are. Returns where it stopped. */
  #asText(input: Uint8Array, from: number, end: number): number {
    const most = Math.min(end, from + this.#textRoom);
    let to = input.lastIndexOf(NEW_LINE, most - 1) + 1;
    if (to <= from) to = input.subarray(0, end).indexOf(NEW_LINE, from) + 1;
    if (to <= from) return from;
    this.#textRoom = Math.min(MOST_TEXT, 2 * this.#textRoom);
    this.#addText(input, from, to);
    this.#run.read(true);
    this.#configure();
    return to;
  }

  /** The first row under this header, as text; read once. */
  #firstRow({ firstRow, records }: RowScanner): Row | undefined {
    const { header } = this.#scanned;
    if (!header) return undefined;
    const known = this.#firstRows.get(header);
    if (known) return known;
    const { at, line } = firstRow;
    const end = records.input.indexOf(NEW_LINE, at);
    const text = decodeLines(records.input.subarray(at, end)).trimEnd();
    const row = cleanRow(text, this.#line + line, header);
    if (row) this.#firstRows.set(header, row);
    return row;
  }

  #addText(input: Uint8Array, from: number, to: number): void {
    const bytes = input.subarray(from, to);
    this.#run.add(bytes, this.#place + from, this.#line);
    for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) {
      this.#line++;
    }
  }

  /** Finds how rows are scanned from here on, if the scanner can read them. */
  #configure(): void {
    if (this.#isText) return;
    const { section, last } = this.#run;
    const settings = settingsOf(section, last);
    const header = section.header ?? settings?.header;
    if (!header) return;
    this.#scanned.under(header, this.#file);
    // A header that says the same again changes nothing for the blocks ahead.
    if (settings && isSame(settings, this.#settings)) return;
    this.#settings = settings;
    this.#turn++;
    if (!settings) this.#textRoom = MOST_TEXT;
  }

  /** The file is over. */
  end(): void {
    this.#run.read(false);
    this.#line = 1;
    this.#scanned.under(undefined, undefined);
    this.#settings = undefined;
    this.#turn++;
    this.#textRoom = FIRST_TEXT;
  }
}
