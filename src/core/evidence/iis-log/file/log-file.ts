/**
 * Reads logs of any size, block by block. Clean rows under a W3C header are read by the scanner of
 * bytes, everything else as text by the readers that a paste goes through, and both feed the same
 * rules. Memory does not grow with the size of the log.
 *
 * Blocks are scanned ahead where there are several lanes, under the header that held when they were
 * begun; one that stands under another header after all is scanned again in its turn.
 */
import { decodeLines } from '../../../text/file-text.ts';
import { givenHeader, type Header } from '../rows/header.ts';
import type { Row } from '../rows/row.ts';
import type { Options } from '../../reader.ts';
import { cleanRow } from '../kept-row.ts';
import { LogBuilder } from '../log-builder.ts';
import type { Fill } from './fill.ts';
import { type Lane, type Lanes, LONGEST_LINE, oneLane } from './lanes.ts';
import { rolesOf } from './column-roles.ts';
import type { RowScanner } from './row-scanner.ts';
import { ScannedRows } from './scanned-rows.ts';
import { TextRun } from './text-run.ts';

/** Bytes read as text at once, at first and at most: a header soon shows what the columns are. */
const FIRST_TEXT = 4 * 1024;
const MOST_TEXT = 512 * 1024;

/** Rows of attempts whose places are kept, and rows kept as they were read. */
const ROOM = 600_000;
const READ = 12_000;

const NEW_LINE = 0x0a;

/** What the scanner is told of the rows; `day` is that of `#Date` where rows have only a time. */
interface Settings {
  readonly roles: Uint8Array;
  readonly day: number | undefined;
}

/** Bytes in a lane: whole lines up to `end`, the beginning of another one up to `filled`. */
interface Block {
  readonly lane: Lane;
  readonly end: number;
  readonly filled: number;
  /** The file is over. */
  readonly isLast: boolean;
}

/** A block that was scanned ahead up to `to`. */
interface Scanned extends Block {
  readonly settings: Settings | undefined;
  readonly to: number;
}

export class LogFile {
  /** What has been read so far. */
  readonly log: LogBuilder;
  readonly #scanned: ScannedRows;
  readonly #lanes: Lanes['lanes'];
  readonly #turn: Lanes['turn'];
  readonly #run: TextRun;
  readonly #isText: boolean;
  readonly #block: number;
  /** Offset of the block under way, and number of its next line. */
  #place = 0;
  #line = 1;
  #textRoom = FIRST_TEXT;
  /** Name of the file under way, when there are several. */
  #file: string | undefined;
  /** How rows are scanned; undefined while they are read as text. */
  #settings: Settings | undefined;
  readonly #firstRows = new WeakMap<Header, Row>();

  private constructor({ block, lanes, hasher, turn }: Lanes, columns: readonly string[]) {
    this.#lanes = lanes;
    this.#turn = turn;
    this.#block = block;
    this.log = new LogBuilder(ROOM, READ, hasher);
    this.#scanned = new ScannedRows(this.log);
    this.#run = new TextRun(this.log, columns.length > 0 ? givenHeader(columns) : undefined);
    this.#isText = columns.length > 0;
  }

  /** With columns given by the reader all rows are read as text. */
  static async create({ columns = [] }: Options = {}, lanes?: Lanes): Promise<LogFile> {
    return new LogFile(lanes ?? (await oneLane()), columns);
  }

  /** Bytes read so far, of all files. */
  get bytes(): number {
    return this.#place;
  }

  /**
   * Reads a file; another may follow, which goes on with the same attempts. Calls `onBlock` after
   * each block; rejects when `fill` does.
   */
  async read(fill: Fill, name?: string, onBlock?: () => void): Promise<void> {
    this.#file = name;
    this.#run.begin(name);
    const ahead: Promise<Scanned>[] = [];
    let block: Promise<Block> | undefined;
    let isOver = false;
    for (let turn = 0; !isOver;) {
      // Without a header there is nothing to scan for: the block itself will tell.
      const most = this.#settings ? this.#lanes.length : 1;
      if (ahead.length < most) {
        const lane = this.#lanes[turn++ % this.#lanes.length] ?? this.#lanes[0];
        block = this.#fill(lane, fill, block);
        const scanned = this.#scanAhead(block);
        // Whoever waits for it in its turn is told.
        scanned.catch(() => undefined);
        ahead.push(scanned);
      } else {
        const scanned = await ahead.shift();
        if (!scanned) continue;
        this.#take(scanned);
        isOver = scanned.isLast;
        onBlock?.();
        await this.#turn?.();
      }
    }
    await Promise.all(ahead);
    this.#endFile();
  }

  /** The last file is over. */
  finish(): void {
    this.log.finish();
  }

  /** Fills the lane with what the block before it left over, and with what follows. */
  async #fill(lane: Lane, fill: Fill, last: Promise<Block> | undefined): Promise<Block> {
    const { input } = lane;
    const before = await last;
    if (before?.isLast) return { lane, end: 0, filled: 0, isLast: true };
    const rest = before?.lane.input.subarray(before.end, before.filled) ?? new Uint8Array();
    input.set(rest);
    let filled = rest.length;
    let isLast: boolean;
    do {
      // One byte is left for a line end.
      const bytes = await fill(input.subarray(filled, this.#block + LONGEST_LINE - 1));
      filled += bytes;
      isLast = bytes === 0;
    } while (filled < this.#block && !isLast);
    // The last line may have no line end.
    if (isLast && filled > 0 && input[filled - 1] !== NEW_LINE) input[filled++] = NEW_LINE;
    const end = filled === 0 ? 0 : input.lastIndexOf(NEW_LINE, filled - 1) + 1;
    if (filled - end < LONGEST_LINE) return { lane, end, filled, isLast };
    return { lane, end: lastCharacter(input, filled), filled, isLast };
  }

  async #scanAhead(block: Promise<Block>): Promise<Scanned> {
    const filled = await block;
    const settings = this.#settings;
    if (!settings) return { ...filled, settings, to: 0 };
    filled.lane.scanner?.configure(settings.roles, settings.day);
    return { ...filled, settings, to: await filled.lane.scan(filled.end) };
  }

  /** Takes the rows of a block. */
  #take({ lane, end, settings, to }: Scanned): void {
    const { input, scanner } = lane;
    let from = 0;
    if (scanner && settings) {
      if (settings === this.#settings) {
        this.#takeScanned(scanner);
        from = to;
      } else scanner.takeStatuses();
    }
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
  #scan(scanner: RowScanner, { roles, day }: Settings, from: number, end: number): number {
    scanner.configure(roles, day);
    const to = scanner.scan(from, end);
    this.#takeScanned(scanner);
    return to;
  }

  /** Takes what the scanner found under the header that holds. */
  #takeScanned(scanner: RowScanner): void {
    const run = this.#run;
    const counts = this.#scanned;
    const { found, lines, records, rows } = scanner;
    const first = this.#line;
    const row = rows > 0 ? this.#firstRow(scanner) : undefined;
    counts.counted(rows, row);
    /** The line that goes on with the run of text. */
    let next = run.isEmpty ? -1 : first;
    for (let record = 0; record < found; record++) {
      const status = records.statusOf(record);
      const isAnswer = status !== 401 && status !== 0;
      if (isAnswer && run.isEmpty && !counts.mayEnd(records, record)) continue;
      const line = first + records.lineOf(record);
      if (isAnswer || status === 401 || line !== next) run.read(false);
      // A 401 in the text may have begun what this ends.
      if (isAnswer && !counts.mayEnd(records, record)) continue;
      const place = this.#place + records.placeOf(record);
      const counted = isAnswer ? scanner.complete(record) : undefined;
      if (counted) counts.uncounted(counted, row);
      if (status !== 0 && !counted) counts.record(records, record, line, place);
      else {
        run.add(records.lineAt(record), place, line);
        next = line + 1;
      }
    }
    this.#line = first + lines;
    counts.statuses(scanner.takeStatuses());
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
    const { header, day } = this.#run.section;
    if (!header || this.#isText) return;
    this.#scanned.under(header, this.#file);
    const roles = rolesOf(header);
    const settings = roles && { roles, day: header.names.includes('date') ? undefined : day };
    // A header that says the same again changes nothing for the blocks ahead.
    if (settings && isSame(settings, this.#settings)) return;
    this.#settings = settings;
    if (!settings) this.#textRoom = MOST_TEXT;
  }

  #endFile(): void {
    this.#run.read(false);
    this.#line = 1;
    this.#scanned.under(undefined, undefined);
    this.#settings = undefined;
    this.#textRoom = FIRST_TEXT;
  }
}

/** The end of a text that is cut somewhere, without a character that may be half of one. */
function lastCharacter(bytes: Uint8Array, end: number): number {
  let at = end;
  while (at > end - 4 && (bytes[at - 1] ?? 0) >= 0x80) at--;
  return at;
}

function isSame(a: Settings, b: Settings | undefined): boolean {
  return a.day === b?.day && a.roles.join() === b?.roles.join();
}
