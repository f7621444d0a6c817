/** Takes down what a scan reports, and makes the reading of it. */
import type { Log, LogEntry, Problem } from '../../contract/decoded.ts';
import type { Reading } from '../../facts/facts.ts';
import { LOG_PROBLEMS } from '../../limits.ts';
import { overlaps, type Span } from '../../facts/span.ts';
import { keepRecord, type RowStore } from './attempts/attempt-record.ts';
import { cutRow } from './rows/cut-row.ts';
import { entryOf } from './attempts/log-entry.ts';
import type { Row } from './rows/row.ts';
import { storyOf } from './story/story.ts';
import { Tally } from './attempts/tally.ts';
import type { Unpadded } from '../../text/unpad.ts';
import { Visitor } from './attempts/attempt.ts';

/** What was found in one text, row by row. */
export class Book {
  readonly #source: Unpadded;
  readonly #taken: readonly Span[];
  readonly #tally = new Tally<Row>({
    placeOf: (row) => row.at.start,
    store: new RowLists(),
    visitors: new Map(),
  });
  readonly #claimed: Span[] = [];
  readonly #problems: Problem[] = [];
  #unreadable = 0;
  #others = 0;
  #headers = 0;

  constructor(source: Unpadded, taken: readonly Span[]) {
    this.#source = source;
    this.#taken = taken;
  }

  row(row: Row): void {
    if (!this.#claim(row.at)) return;
    this.#tally.take(row, {
      made: () => row,
      keyFor: (key) => key,
      visitor: (key) => new Visitor(key, row.client, row.stem),
    });
  }

  unreadable(piece: Span & { line: number }): void {
    if (!this.#claim(piece)) return;
    this.#unreadable++;
    if (this.#unreadable > LOG_PROBLEMS) return;
    this.#problems.push({ message: cutRow(piece.line), at: this.#span(piece) });
  }

  otherService(piece: Span): void {
    if (!this.#claim(piece)) return;
    if (this.#others++ > 0) return;
    const message = 'Rows of FTP or SMTP were set aside: their replies are no HTTP statuses.';
    this.#problems.push({ message, at: this.#span(piece) });
  }

  header(piece: Span): void {
    if (this.#claim(piece)) this.#headers++;
  }

  reading(): Reading | undefined {
    this.#tally.finish();
    const { rows } = this.#tally;
    if (rows + this.#headers + this.#others === 0) return undefined;
    const more = this.#unreadable - LOG_PROBLEMS;
    const [where] = this.#claimed;
    if (more > 0 && where) {
      this.#problems.push({ message: `${more} more rows could not be read.`, at: where });
    }
    if (rows === 0 && this.#headers > 0 && where) {
      const message = 'The names of the columns are here, but no row follows them.';
      this.#problems.push({ message, at: where });
    }
    return { kind: 'log', log: this.#log(), problems: this.#problems, claimed: this.#claimed };
  }

  #log(): Log {
    const tally = this.#tally;
    const rows = tally.chosen();
    const record = tally.record((row) => Promise.resolve(this.#entry(row)));
    const log: Log = {
      format: tally.format,
      rows: tally.rows,
      unreadable: this.#unreadable,
      statuses: tally.statuses(),
      reading: tally.readings.list(),
      entries: rows.map((row) => this.#entry(row)),
      sequences: tally.sequences(rows),
      ...(record.table.length > 0 && { story: storyOf(record.table) }),
    };
    keepRecord(log, record);
    return log;
  }

  #entry(row: Row): LogEntry {
    const entry = entryOf(row);
    const fields = entry.fields.map((field) => ({ ...field, at: this.#span(field.at) }));
    return { ...entry, at: this.#span(row.at), fields };
  }

  #span({ start, end }: Span): Span {
    return this.#source.original({ start, end });
  }

  /** Notes the range as read; false when an earlier reader has it. Neighbours become one range. */
  #claim(range: Span): boolean {
    const at = this.#span(range);
    if (this.#taken.some((span) => overlaps(span, at))) return false;
    const last = this.#claimed.at(-1);
    if (last && at.start - last.end <= 2 && at.start >= last.start) {
      this.#claimed[this.#claimed.length - 1] = {
        start: last.start,
        end: Math.max(last.end, at.end),
      };
    } else this.#claimed.push(at);
    return true;
  }
}

/** The rows of a paste, as they are. */
class RowLists implements RowStore<Row> {
  readonly room = 100_000_000;
  readonly #lists: (readonly Row[])[] = [];

  bytesOf(): number {
    return 1_000;
  }

  add(rows: readonly Row[]): void {
    this.#lists.push(rows);
  }

  rowsOf(attempt: number): readonly Row[] {
    return this.#lists[attempt] ?? [];
  }
}
