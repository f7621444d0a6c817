/**
 * Builds one log of rows, whatever they are read from: pastes, files, or several of them one after
 * the other. `read-texts.ts` and `file/log-file.ts` feed it.
 */
import type { Log, LogEntry, Outcome, Problem } from '../../contract/decoded.ts';
import type { Span } from '../../facts/span.ts';
import { LOG_ENTRIES, LOG_PROBLEMS } from '../../limits.ts';
import type { Piece } from '../../text/lines.ts';
import type { Reading } from '../reader.ts';
import { type AttemptRecord, keepRecord } from './attempts/attempt-record.ts';
import { NOT_KEPT } from './attempts/attempt-table.ts';
import { type KeyMaker, KeysInOrder } from './attempts/keys.ts';
import type { RowPlace } from './attempts/kept-rows.ts';
import { exampleOf, groupsOf, sequenceOf } from './attempts/sequences.ts';
import { markSprays } from './attempts/sprays.ts';
import { isShownAlone, type Shard, Tally, type TallyPart } from './attempts/tally.ts';
import type { ReadRow } from './kept-row.ts';
import { type KnownPart, KnownRows } from './known-rows.ts';
import { cutOff, headerAlone, moreCutOff, setAside } from './problem-words.ts';
import type { Row } from './rows/row.ts';
import type { Sink } from './rows/sink.ts';
import { earliestRows } from './shown-rows.ts';
import { storyOf } from './story/story.ts';

/** A text that rows are read from. */
export interface TextOfRows {
  /** One of its rows as it is remembered, and where it is. */
  readonly keep: (row: Row) => { readonly place: number; readonly read: ReadRow };
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
  readonly rows: readonly RowPlace[];
  readonly entries: LogEntry[];
  /** The ranges of the lines that could not be read; see `LogBuilder.unreadable`. */
  readonly unreadable: readonly Span[];
  /** What is told of the log as a whole belongs here. */
  readonly whole: Span;
  readonly claimed: readonly Span[];
  /** Explains a row that has no entry. */
  readonly entryOf: (row: RowPlace) => Promise<LogEntry>;
}

/** What one of several threads has read of a log, as plain data. */
export interface LogPart {
  readonly tally: TallyPart;
  readonly known: KnownPart;
  readonly alone: readonly RowPlace[];
  readonly unreadable: readonly KeptLine[];
  /** Lines that could not be read, of other services, and headers. */
  readonly counts: readonly [number, number, number];
  readonly firstOther: KeptLine | undefined;
}

export class LogBuilder {
  readonly tally: Tally;
  readonly known: KnownRows;
  /** The first lines that could not be read. */
  readonly unreadable: KeptLine[] = [];
  unreadableRows = 0;
  /** The first rows that are shown and are part of no attempt. */
  readonly #alone: RowPlace[] = [];
  #otherServices = 0;
  #firstOther: KeptLine | undefined;
  #headers = 0;

  /**
   * `room` is the number of rows of attempts that are kept, of which `read` as they were read. With
   * `keys` visitors are told apart by hashes, as the scanner of bytes does. Of several threads that read
   * the same log each follows its shard.
   */
  constructor(room: number, read: number, keys: KeyMaker = new KeysInOrder(), shard?: Shard) {
    this.tally = new Tally(room, keys, shard);
    this.known = new KnownRows(read);
  }

  /** Takes what is read from one text. */
  sinkOf({ keep, keepLine, claim = () => true }: TextOfRows): Sink {
    return {
      row: (row) => {
        if (claim(row.at)) this.#take(row, keep(row));
      },
      unreadable: (piece) => {
        if (!claim(piece) || !this.tally.isFirst) return;
        this.unreadableRows++;
        if (this.unreadable.length < LOG_PROBLEMS) this.unreadable.push(keepLine(piece));
      },
      otherService: (piece) => {
        if (!claim(piece) || !this.tally.isFirst) return;
        this.#otherServices++;
        this.#firstOther ??= keepLine(piece);
      },
      header: (piece) => {
        if (claim(piece) && this.tally.isFirst) this.#headers++;
      },
    };
  }

  /** The log is over. */
  finish(): void {
    const { tracker, recorder, zone } = this.tally;
    tracker.finish();
    const { table } = recorder;
    table.zone = zone;
    table.isForwarded = this.known.isForwarded;
    table.sort();
    markSprays(table);
  }

  /** Everything, to be handed to another thread when the log is over. */
  part(): LogPart {
    this.tally.tracker.finish();
    return {
      tally: this.tally.part(),
      known: this.known.part(),
      alone: this.#alone,
      unreadable: this.unreadable,
      counts: [this.unreadableRows, this.#otherServices, this.#headers],
      firstOther: this.#firstOther,
    };
  }

  /** Takes over what another thread has read of the same log; `finish` comes after the last. */
  absorb({ tally, known, alone, unreadable, counts, firstOther }: LogPart): void {
    const [unreadableRows, otherServices, headers] = counts;
    this.tally.absorb(tally);
    this.known.absorb(known);
    this.#alone.push(...alone);
    this.#alone.sort((a, b) => a.place - b.place).splice(LOG_ENTRIES);
    this.unreadable.push(...unreadable);
    this.unreadableRows += unreadableRows;
    this.#otherServices += otherServices;
    this.#headers += headers;
    this.#firstOther ??= firstOther;
  }

  /** How often each outcome has been met so far. */
  outcomes(): Map<Outcome, number> {
    const { endings } = this.tally.recorder.table;
    const counts = new Map<Outcome, number>();
    endings.list.forEach(({ outcome }, id) => {
      const { attempts } = endings.totalsOf(id);
      if (attempts > 0) counts.set(outcome, (counts.get(outcome) ?? 0) + attempts);
    });
    return counts;
  }

  /** The rows to be shown, in the order of the log: those of examples first, if there are too many. */
  chosen(): RowPlace[] {
    const { table } = this.tally.recorder;
    const examples = groupsOf(table).flatMap((group) => exampleOf(table, group) ?? []);
    return earliestRows(table, (at) => this.#rowsOf(at), examples, this.#alone, LOG_ENTRIES);
  }

  /** The reading; undefined when there was nothing of a log. */
  reading(shown: Shown): Reading | undefined {
    if (this.tally.rows + this.#headers + this.#otherServices === 0) return undefined;
    const { claimed } = shown;
    return { kinds: ['log'], log: this.#log(shown), problems: this.#problems(shown), claimed };
  }

  #take(row: Row, { place, read }: { place: number; read: ReadRow }): void {
    if (!this.tally.take(row, place)) return;
    this.known.remember(place, read);
    if (!isShownAlone(row) || this.#alone.length >= LOG_ENTRIES) return;
    const { status, line, at } = row;
    this.#alone.push({ status, line, place, length: at.end - at.start });
  }

  #log({ rows, entries, entryOf }: Shown): Log {
    const { tally } = this;
    const { table } = tally.recorder;
    const indexOf = new Map(rows.map(({ place }, index) => [place, index]));
    const rowsOf = (at: number) => this.#rowsOf(at);
    const log: Log = {
      format: tally.format,
      rows: tally.rows,
      unreadable: this.unreadableRows,
      statuses: tally.statuses(),
      reading: tally.readings.list(),
      entries,
      sequences: groupsOf(table).flatMap(
        (group) => sequenceOf(table, group, rowsOf, indexOf) ?? [],
      ),
      ...(table.length > 0 && { story: storyOf(table) }),
    };
    keepRecord(log, this.#record(entryOf));
    return log;
  }

  #record(entryOf: Shown['entryOf']): AttemptRecord {
    const { table } = this.tally.recorder;
    return {
      table,
      rows: { entriesOf: (attempt) => Promise.all(this.#rowsOf(attempt).map(entryOf)) },
    };
  }

  #rowsOf(attempt: number): readonly RowPlace[] {
    const { table, rows } = this.tally.recorder;
    const kept = attempt < table.length ? (table.columns.kept[attempt] ?? NOT_KEPT) : NOT_KEPT;
    return kept === NOT_KEPT ? [] : rows.chain(kept).sort((a, b) => a.place - b.place);
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
}
