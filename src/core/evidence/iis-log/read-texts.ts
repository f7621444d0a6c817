/**
 * Reads texts that are held whole, pastes above all, as one log: the attempts of a client go on from
 * text to text. Files of any size are read by `file/read-files.ts` into the same `LogBuilder`.
 */
import type { Log, LogEntry, Problem } from '../../contract/decoded.ts';
import type { Span } from '../../facts/span.ts';
import { occupiedBy } from '../../text/occupied.ts';
import { type Unpadded, unpad, unpadRows } from '../../text/unpad.ts';
import type { Options, Reading } from '../reader.ts';
import { entryOf } from './attempts/log-entry.ts';
import type { RowPlace } from './attempts/kept-rows.ts';
import type { Known } from './known-rows.ts';
import { LogBuilder, type TextOfRows } from './log-builder.ts';
import { givenHeader } from './rows/header.ts';
import { LearnedColumns } from './rows/learned-columns.ts';
import { BEGINNING, type Standing } from './rows/line-reader.ts';
import { readPairs } from './rows/named-values.ts';
import { scan } from './rows/scan-lines.ts';

/** A text with log rows in it. */
export interface LogText {
  readonly text: string;
  /** Ranges that other readers have explained. */
  readonly claimed?: readonly Span[];
  /** Name of its file, for its rows. */
  readonly file?: string;
  /** Id of the source that it is; its spans carry it then. */
  readonly source?: string;
}

/** Rows of attempts that are kept: all of a paste. */
const ROOM = 100_000;

/** Reads every log row of the texts, in order; undefined when there is none. Linear; never throws. */
export function readLogTexts(
  texts: readonly LogText[],
  { columns = [] }: Options = {},
): Reading | undefined {
  const builder = new LogBuilder(ROOM, ROOM);
  const parts: TextPart[] = [];
  let place = 0;
  let learned = new LearnedColumns();
  for (const text of texts) {
    const { part, after } = readInto(builder, text, place, { columns, learned });
    parts.push(part);
    learned = learned.forNext(after?.section.header);
    place += text.text.length + 1;
  }
  builder.finish();
  const entry = (row: RowPlace) =>
    partAt(parts, row.place).entryOf(row, builder.known.at(row.place));
  const rows = builder.chosen();
  const claimed = parts.flatMap((part) => part.claimed);
  const reading = builder.reading({
    rows,
    entries: rows.map(entry),
    unreadable: builder.unreadable.flatMap(({ at }) => at ?? []),
    whole: claimed[0] ?? { start: 0, end: 0 },
    claimed,
    entryOf: (row) => Promise.resolve(entry(row)),
  });
  if (!reading?.log || columns.length === 0) return reading;
  return { ...reading, problems: [...(reading.problems ?? []), ...unused(reading.log, columns)] };
}

/** Reads every log row of one text. */
export function readLogText(
  text: string,
  claimed: readonly Span[] = [],
  options: Options = {},
): Reading | undefined {
  return readLogTexts([{ text, claimed }], options);
}

function readInto(
  builder: LogBuilder,
  source: LogText,
  place: number,
  { columns, learned }: { columns: readonly string[]; learned: LearnedColumns },
): { part: TextPart; after?: Standing } {
  const { text } = source;
  const plain = unpad(text);
  const named = new TextPart(source, plain, place);
  if (readPairs(plain.text, builder.sinkOf(named))) return { part: named };
  const rows = unpadRows(text, plain);
  const part = new TextPart(source, rows, place);
  const given = columns.length > 0 ? givenHeader(columns) : undefined;
  const before = { ...BEGINNING, learned };
  return { part, after: scan(rows.text, builder.sinkOf(part), { given, before }) };
}

function partAt(parts: readonly TextPart[], place: number): TextPart {
  const part = parts.findLast((one) => one.place <= place) ?? parts[0];
  if (!part) throw new Error('A row is of no text.');
  return part;
}

/** One of the texts: where its rows are, and what was read of it. */
class TextPart implements TextOfRows {
  readonly place: number;
  readonly claimed: Span[] = [];
  readonly #source: LogText;
  readonly #plain: Unpadded;
  readonly #isTaken: (span: Span) => boolean;

  constructor(source: LogText, plain: Unpadded, place: number) {
    this.#source = source;
    this.#plain = plain;
    this.#isTaken = occupiedBy(source.claimed ?? []);
    this.place = place;
  }

  readonly keep: TextOfRows['keep'] = (row) => ({
    place: this.place + row.at.start,
    read: { row },
  });

  readonly keepLine: TextOfRows['keepLine'] = (piece) => ({
    file: this.#source.file,
    line: piece.line,
    place: this.place + piece.start,
    at: this.#span(piece),
  });

  /** Neighbouring ranges become one. */
  readonly claim = (range: Span): boolean => {
    const at = this.#span(range);
    if (this.#isTaken(at)) return false;
    const last = this.claimed.at(-1);
    if (last && at.start - last.end <= 2 && at.start >= last.start) {
      const end = Math.max(last.end, at.end);
      this.claimed[this.claimed.length - 1] = { ...last, end };
    } else this.claimed.push(at);
    return true;
  };

  /** The row with its columns explained, where it is in the paste. */
  entryOf({ status, line }: RowPlace, { read }: Known): LogEntry {
    if (!read) return { line, status, at: this.#span({ start: 0, end: 0 }), fields: [] };
    const entry = entryOf(read.row);
    const fields = entry.fields.map((field) => ({ ...field, at: this.#span(field.at) }));
    const { file } = this.#source;
    const at = this.#span(read.row.at);
    return { ...entry, ...(file !== undefined && { file }), at, fields };
  }

  #span({ start, end }: Span): Span {
    const { source } = this.#source;
    return { ...this.#plain.original({ start, end }), ...(source !== undefined && { source }) };
  }
}

/** The columns were given, and no row has so many values. */
function unused({ reading }: Log, columns: readonly string[]): Problem[] {
  if (reading.some(({ by }) => by === 'columns')) return [];
  const message = columns.includes('sc-status')
    ? `No row has ${columns.length} values with an HTTP status as its sc-status, so the columns given were not used.`
    : 'None of the columns given is sc-status, so they were not used.';
  return [{ message, at: { start: 0, end: 0 } }];
}
