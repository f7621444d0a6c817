/**
 * Builds one log of rows, whatever they are read from: pastes, files, or several of them one after
 * the other. `read-texts.ts` and `file/log-file.ts` feed it.
 */
import type { Log, LogEntry, Problem } from '../../contract/decoded.ts';
import type { Span } from '../../facts/span.ts';
import { LOG_PROBLEMS } from '../../limits.ts';
import type { Piece } from '../../text/lines.ts';
import type { Reading } from '../reader.ts';
import { keepRecord } from './attempts/attempt-record.ts';
import { Tally } from './attempts/tally.ts';
import { HashMap } from './hash-map.ts';
import { KeptPlaces } from './kept-places.ts';
import type { KeptRow, RowPlace } from './kept-row.ts';
import { type KeyHasher, LogVisitor } from './log-visitor.ts';
import { cutOff, headerAlone, moreCutOff, setAside } from './problem-words.ts';
import type { Row } from './rows/row.ts';
import type { Sink } from './rows/sink.ts';
import { storyOf } from './story/story.ts';

/** A text that rows are read from. */
export interface TextOfRows {
  /** What is kept of one of its rows. */
  readonly keep: (row: Row) => KeptRow;
  /** What is kept of a line that could not be read. */
  readonly keepLine: (piece: Piece) => KeptLine;
  /** Notes the range as read; false when another reader has explained it already. */
  readonly claim?: (range: Span) => boolean;
}

/** A line that begins like a row and could not be read, or that is not of a web server. */
export interface KeptLine {
  readonly line: number;
  readonly place: number;
  /** The line's text; absent where it need not be shown again. */
  readonly text?: string;
  readonly file: string | undefined;
  /** Its range in a paste. */
  readonly at?: Span;
}

/** The rows and lines as they are shown: ranges of a paste, or of an excerpt of files. */
export interface Shown {
  /** The rows that have an entry, in the order of the entries. */
  readonly rows: readonly KeptRow[];
  readonly entries: LogEntry[];
  /** The ranges of the lines that could not be read; see `LogBuilder.unreadable`. */
  readonly unreadable: readonly Span[];
  /** What is told of the log as a whole belongs here. */
  readonly whole: Span;
  readonly claimed: readonly Span[];
  /** Explains a row that has no entry. */
  readonly entryOf: (row: RowPlace) => Promise<LogEntry>;
}

export class LogBuilder {
  readonly tally: Tally<KeptRow, LogVisitor, RowPlace>;
  /** The first lines that could not be read. */
  readonly unreadable: KeptLine[] = [];
  unreadableRows = 0;
  readonly #hasher: KeyHasher | undefined;
  /** Visitors with an attempt under way, by their bits. */
  readonly #busy = new Uint16Array(65_536);
  #otherServices = 0;
  #firstOther: KeptLine | undefined;
  #headers = 0;

  /**
   * `room` is for the rows of attempts, in bytes by rule of thumb. With a `hasher` visitors are told
   * apart by hashes, as the scanner of bytes does.
   */
  constructor(room: number, hasher?: KeyHasher) {
    this.#hasher = hasher;
    this.tally = new Tally({
      placeOf: ({ place }) => place,
      store: new KeptPlaces(room),
      visitors: hasher ? new HashMap<LogVisitor>() : new Map<string | number, LogVisitor>(),
      busy: ({ bits }, isBusy) => {
        this.#busy[bits] = (this.#busy[bits] ?? 0) + (isBusy ? 1 : -1);
      },
    });
  }

  /** May a visitor with these bits have an attempt under way? */
  isBusy(bits: number): boolean {
    return this.#busy[bits] !== 0;
  }

  /** Takes what is read from one text. */
  sinkOf({ keep, keepLine, claim = () => true }: TextOfRows): Sink {
    return {
      row: (row) => {
        if (claim(row.at)) this.tally.take(row, this.#taken(row, keep));
      },
      unreadable: (piece) => {
        if (!claim(piece)) return;
        this.unreadableRows++;
        if (this.unreadable.length < LOG_PROBLEMS) this.unreadable.push(keepLine(piece));
      },
      otherService: (piece) => {
        if (!claim(piece)) return;
        this.#otherServices++;
        this.#firstOther ??= keepLine(piece);
      },
      header: (piece) => {
        if (claim(piece)) this.#headers++;
      },
    };
  }

  /** The log is over. */
  finish(): void {
    this.tally.finish();
  }

  /** The reading; undefined when there was nothing of a log. */
  reading(shown: Shown): Reading | undefined {
    if (this.tally.rows + this.#headers + this.#otherServices === 0) return undefined;
    const { claimed } = shown;
    return { kinds: ['log'], log: this.#log(shown), problems: this.#problems(shown), claimed };
  }

  #log({ rows, entries, entryOf }: Shown): Log {
    const { tally } = this;
    const record = tally.record(entryOf);
    const log: Log = {
      format: tally.format,
      rows: tally.rows,
      unreadable: this.unreadableRows,
      statuses: tally.statuses(),
      reading: tally.readings.list(),
      entries,
      sequences: tally.sequences(rows),
      ...(record.table.length > 0 && { story: storyOf(record.table) }),
    };
    keepRecord(log, record);
    return log;
  }

  #problems({ unreadable, whole }: Shown): Problem[] {
    const problems = this.unreadable.map(({ line }, i) => ({
      message: cutOff(line),
      at: unreadable[i] ?? whole,
    }));
    const more = this.unreadableRows - this.unreadable.length;
    if (more > 0) problems.push({ message: moreCutOff(more), at: whole });
    if (this.#otherServices > 0) {
      const at = this.#firstOther?.at ?? whole;
      problems.push({ message: setAside(this.#otherServices), at });
    }
    if (this.tally.rows === 0 && this.#headers > 0) {
      problems.push({ message: headerAlone, at: whole });
    }
    return problems;
  }

  #taken(row: Row, keep: (row: Row) => KeptRow) {
    return {
      made: () => keep(row),
      keyFor: (key: string) => this.#hasher?.keyOf(key) ?? key,
      visitor: (key: string | number) => {
        const { client = '', stem = '' } = row;
        return new LogVisitor(key, client, stem, this.#hasher?.visitBits(client, stem) ?? 0);
      },
    };
  }
}
