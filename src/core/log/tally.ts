/**
 * What is counted of a log, row by row, whatever the rows were read from: statuses, attempts and
 * their outcomes, and the few rows that are kept to be shown. Bounded whatever the size of the log.
 */
import type { Log, Sequence } from '../decoded.ts';
import { LOG_ENTRIES } from '../limits.ts';
import { type AttemptRecord, AttemptRecorder, type EntryOf } from './attempt-record.ts';
import { type AttemptKey, AttemptTracker, keyOf } from './attempts.ts';
import { chooseRows } from './entries.ts';
import { classify } from './outcomes.ts';
import { Readings } from './readings.ts';
import { isTelling } from './reasons.ts';
import type { Row, RowFormat } from './row.ts';
import { rowsOf, SequenceCounter } from './sequences.ts';
import { StatusCounter } from './statuses.ts';
import type { Step } from './step.ts';
import { totalOf } from './totals.ts';

export class Tally<R extends Step> {
  /** How the rows were read. */
  readonly readings = new Readings();
  readonly #statuses = new StatusCounter();
  readonly #sequences = new SequenceCounter<R>();
  readonly #recorder = new AttemptRecorder<R>();
  readonly #formats = new Set<RowFormat>();
  readonly #attempts = new AttemptTracker<R>((attempt) => {
    const verdict = classify(attempt);
    this.#sequences.add(attempt, verdict);
    this.#recorder.add(attempt, verdict);
    this.keep(rowsOf(attempt));
  });
  readonly #placeOf: (row: R) => number;
  #kept: R[] = [];
  #rows = 0;
  /** Enough rows are kept that lie before this place. */
  #enough = Infinity;

  /** `placeOf` gives a number that grows in the order of the log. */
  constructor(placeOf: (row: R) => number) {
    this.#placeOf = placeOf;
  }

  get rows(): number {
    return this.#rows;
  }

  get format(): Log['format'] {
    const [format] = this.#formats;
    return this.#formats.size > 1 ? 'mixed' : (format ?? 'w3c');
  }

  /**
   * Takes a row that was read with all its columns; a row of a summary stands for many requests.
   * `made` gives what is kept of it, and is asked only then; `keyFor` the form of its key.
   */
  take(row: Row, made: () => R, keyFor: (key: string) => AttemptKey): void {
    this.readings.add(row);
    const total = totalOf(row);
    this.#rows++;
    this.#formats.add(row.format);
    this.#statuses.add(row, total);
    const isRefused = row.status === 401;
    if (total !== undefined) {
      if (isRefused) this.keep([made()]);
    } else if (isRefused || !this.#attempts.isIdle) {
      const key = keyFor(keyOf(row));
      if (isRefused || this.isOpen(key)) this.follow(made(), key);
    }
    const reason = row.cells[row.names.indexOf('s-reason')]?.value;
    if (isTelling(reason)) this.keep([made()]);
  }

  /** Counts `rows` rows that were counted by status elsewhere. */
  countMany(format: RowFormat, rows: number): void {
    this.#rows += rows;
    if (rows > 0) this.#formats.add(format);
  }

  countStatus(row: Pick<Step, 'status' | 'substatus' | 'win32'>, rows: number): void {
    this.#statuses.add(row, rows);
  }

  /** Takes the row's part in the attempts of its client. */
  follow(row: R, key: AttemptKey): void {
    this.#attempts.add(row, key);
  }

  isOpen(key: AttemptKey): boolean {
    return this.#attempts.isOpen(key);
  }

  /** A row of every client and resource with an attempt under way. */
  underWay(): Iterable<R> {
    return this.#attempts.underWay();
  }

  /** Keeps the earliest rows: attempts end in another order than they begin. */
  keep(rows: readonly R[]): void {
    const [first] = rows;
    if (!first || this.#placeOf(first) > this.#enough) return;
    this.#kept.push(...rows);
    if (this.#kept.length <= 8 * LOG_ENTRIES) return;
    this.#kept = this.#choose(new Set());
    const last = this.#kept.at(-1);
    if (last) this.#enough = this.#placeOf(last);
  }

  /** The log is over: so are all attempts. */
  finish(): void {
    this.#attempts.finish();
  }

  /** Every attempt, and the way to the rows of each. */
  record(entryOf: EntryOf<R>): AttemptRecord {
    return this.#recorder.close(this.#formats.has('iis') ? 'local' : 'utc', entryOf);
  }

  statuses(): Log['statuses'] {
    return this.#statuses.list();
  }

  /** The rows to be shown, in the order of the log. */
  chosen(): R[] {
    return this.#choose(this.#sequences.examples());
  }

  /** The outcomes; their rows are indices into `shown`. */
  sequences(shown: readonly R[]): Sequence[] {
    return this.#sequences.list(new Map(shown.map((row, index) => [row, index])));
  }

  #choose(first: ReadonlySet<R>): R[] {
    return chooseRows(this.#kept, first, LOG_ENTRIES, this.#placeOf);
  }
}
