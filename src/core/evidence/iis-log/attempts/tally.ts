/**
 * What is counted of a log, row by row, whatever the rows were read from: statuses, attempts and
 * their outcomes, and the few rows that are kept to be shown. Bounded whatever the size of the log.
 */
import type { Log, LogEntry, Sequence } from '../../../contract/decoded.ts';
import { LOG_ENTRIES } from '../../../limits.ts';
import { type AttemptRecord, AttemptRecorder, type RowStore } from './attempt-record.ts';
import { AttemptTracker, type Watcher } from './attempts.ts';
import { chooseRows } from './log-entry.ts';
import { classify } from './outcomes.ts';
import { Readings } from '../rows/readings.ts';
import { isTelling } from '../rows/http-sys-reasons.ts';
import type { Row, RowFormat } from '../rows/row.ts';
import { rowsOf, SequenceCounter } from './sequences.ts';
import { StatusCounter } from './status-counter.ts';
import type { Step } from './attempt-step.ts';
import { totalOf } from './summary-rows.ts';
import { keyOf } from './visitor-key.ts';
import type { Visitor, VisitorKey, Visitors } from './attempt.ts';

/** What a tally is told of the rows it counts. */
export interface Kind<R extends Step, V extends Visitor<R>, K> {
  /** A number that grows in the order of the log. */
  readonly placeOf: (row: R) => number;
  /** Keeps the rows of attempts. */
  readonly store: RowStore<R, K>;
  readonly visitors: Visitors<V>;
  readonly busy?: Watcher<R, V>['busy'];
}

/** A row that was read with all its columns, as the tally keeps it. */
export interface Taken<R extends Step, V extends Visitor<R>> {
  /** What is kept of it. */
  readonly made: () => R;
  /** The form of its visitor's key. */
  readonly keyFor: (key: string) => VisitorKey;
  readonly visitor: (key: VisitorKey) => V;
}

export class Tally<R extends Step, V extends Visitor<R> = Visitor<R>, K = R> {
  /** How the rows were read. */
  readonly readings = new Readings();
  readonly #statuses = new StatusCounter();
  readonly #sequences = new SequenceCounter<R>();
  readonly #recorder: AttemptRecorder<R, K>;
  readonly #formats = new Set<RowFormat>();
  readonly #attempts: AttemptTracker<R, V>;
  readonly #placeOf: (row: R) => number;
  #kept: R[] = [];
  #rows = 0;
  /** Enough rows are kept that lie before this place. */
  #enough = Infinity;

  constructor({ placeOf, store, visitors, busy }: Kind<R, V, K>) {
    this.#placeOf = placeOf;
    this.#recorder = new AttemptRecorder(store);
    this.#attempts = new AttemptTracker<R, V>(visitors, {
      ended: (attempt) => {
        const verdict = classify(attempt);
        const rows = rowsOf(attempt);
        this.#recorder.add(attempt, verdict, rows);
        this.#sequences.add(attempt, verdict, rows);
        this.keep(rows);
      },
      ...(busy && { busy }),
    });
  }

  get rows(): number {
    return this.#rows;
  }

  get format(): Log['format'] {
    const [format] = this.#formats;
    return this.#formats.size > 1 ? 'mixed' : (format ?? 'w3c');
  }

  /** Takes a row that was read with all its columns; a row of a summary stands for many requests. */
  take(row: Row, { made, ...visit }: Taken<R, V>): void {
    let kept: R | undefined;
    const taken = { ...visit, made: () => (kept ??= made()) };
    this.readings.add(row);
    const total = totalOf(row);
    this.#rows++;
    this.#formats.add(row.format);
    this.#statuses.add(row, total);
    if (total === undefined) this.#follow(row, taken);
    else if (row.status === 401) this.keep([taken.made()]);
    const reason = row.cells[row.names.indexOf('s-reason')]?.value;
    if (isTelling(reason)) this.keep([taken.made()]);
  }

  /** Counts `rows` rows that were counted by status elsewhere. */
  countMany(format: RowFormat, rows: number): void {
    this.#rows += rows;
    if (rows > 0) this.#formats.add(format);
  }

  countStatus(row: Pick<Step, 'status' | 'substatus' | 'win32'>, rows: number): void {
    this.#statuses.add(row, rows);
  }

  visitor(key: VisitorKey): V | undefined {
    return this.#attempts.visitor(key);
  }

  /** Remembers a new visitor. */
  welcome(visitor: V): V {
    return this.#attempts.welcome(visitor);
  }

  /** Takes a row's part in the attempts of its visitor. */
  add(row: R, visitor: V): void {
    this.#attempts.add(row, visitor);
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
  record(entryOf: (row: K) => Promise<LogEntry>): AttemptRecord {
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

  /** Takes the row's part in the attempts of its visitor. */
  #follow(row: Row, { made, keyFor, visitor }: Taken<R, V>): void {
    const isRefused = row.status === 401;
    if (!isRefused && this.#attempts.isIdle) return;
    const key = keyFor(keyOf(row));
    const known = this.visitor(key);
    if (isRefused) this.add(made(), known ?? this.welcome(visitor(key)));
    else if (known && known.attempts.length > 0) this.add(made(), known);
  }

  #choose(first: ReadonlySet<R>): R[] {
    return chooseRows(this.#kept, first, LOG_ENTRIES, this.#placeOf);
  }
}
