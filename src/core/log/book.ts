/** Takes down what a scan reports, and makes the reading of it. */
import type { Log, LogEntry, Problem } from '../decoded.ts';
import type { Reading } from '../facts.ts';
import { LOG_ENTRIES, LOG_PROBLEMS } from '../limits.ts';
import { overlaps, type Span } from '../span.ts';
import { AttemptTracker } from './attempts.ts';
import { chooseRows, entryOf } from './entries.ts';
import { Readings } from './readings.ts';
import { TOO_LARGE } from './reasons.ts';
import type { Row, RowFormat } from './row.ts';
import { rowsOf, SequenceCounter } from './sequences.ts';
import { StatusCounter } from './statuses.ts';
import { totalOf } from './totals.ts';
import type { Unpadded } from './unpad.ts';

/** What was found in one text, row by row. */
export class Book {
  readonly #source: Unpadded;
  readonly #taken: readonly Span[];
  readonly #statuses = new StatusCounter();
  readonly #sequences = new SequenceCounter();
  readonly #attempts = new AttemptTracker((attempt) => {
    this.#sequences.add(attempt);
    this.#keep(rowsOf(attempt));
  });
  readonly #readings = new Readings();
  #kept: Row[] = [];
  readonly #formats = new Set<RowFormat>();
  readonly #claimed: Span[] = [];
  readonly #problems: Problem[] = [];
  #rows = 0;
  #unreadable = 0;
  #others = 0;
  #headers = 0;

  constructor(source: Unpadded, taken: readonly Span[]) {
    this.#source = source;
    this.#taken = taken;
  }

  row(row: Row): void {
    if (!this.#claim(row.at)) return;
    this.#rows++;
    this.#formats.add(row.format);
    this.#readings.add(row);
    const total = totalOf(row);
    this.#statuses.add(row, total);
    if (total === undefined) this.#attempts.add(row);
    else if (row.status === 401) this.#keep([row]);
    const reason = row.cells[row.names.indexOf('s-reason')]?.value;
    if (reason !== undefined && TOO_LARGE.has(reason)) this.#keep([row]);
  }

  unreadable(piece: Span & { line: number }): void {
    if (!this.#claim(piece)) return;
    this.#unreadable++;
    if (this.#unreadable > LOG_PROBLEMS) return;
    const message = `Line ${piece.line} begins like a log row but has no HTTP status where one was expected; it was probably cut off.`;
    this.#problems.push({ message, at: this.#span(piece) });
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
    this.#attempts.finish();
    if (this.#rows + this.#headers + this.#others === 0) return undefined;
    const more = this.#unreadable - LOG_PROBLEMS;
    const [where] = this.#claimed;
    if (more > 0 && where) {
      this.#problems.push({ message: `${more} more rows could not be read.`, at: where });
    }
    if (this.#rows === 0 && this.#headers > 0 && where) {
      const message = 'The names of the columns are here, but no row follows them.';
      this.#problems.push({ message, at: where });
    }
    return { kind: 'log', log: this.#log(), problems: this.#problems, claimed: this.#claimed };
  }

  /** Keeps the earliest rows: attempts end in another order than they begin. */
  #keep(rows: readonly Row[]): void {
    this.#kept.push(...rows);
    if (this.#kept.length > 8 * LOG_ENTRIES) {
      this.#kept = chooseRows(this.#kept, new Set(), LOG_ENTRIES);
    }
  }

  #log(): Log {
    const rows = chooseRows(this.#kept, this.#sequences.examples(), LOG_ENTRIES);
    const [format] = this.#formats;
    return {
      format: this.#formats.size > 1 ? 'mixed' : (format ?? 'w3c'),
      rows: this.#rows,
      unreadable: this.#unreadable,
      statuses: this.#statuses.list(),
      reading: this.#readings.list(),
      entries: rows.map((row) => this.#entry(row)),
      sequences: this.#sequences.list(new Map(rows.map((row, i) => [row, i]))),
    };
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
