/**
 * What is shown of files too large to show: the rows that prove something, the lines that could not
 * be read, and above them the header that they are under.
 */
import type { LogEntry } from '../../../contract/decoded.ts';
import type { Span } from '../../../facts/span.ts';
import { decodeLines } from '../../../text/file-text.ts';
import type { Reading } from '../../reader.ts';
import { entryOf } from '../attempts/log-entry.ts';
import type { RowPlace } from '../attempts/kept-rows.ts';
import { cleanRow, shifted } from '../kept-row.ts';
import type { Known } from '../known-rows.ts';
import type { KeptLine, LogBuilder, Shown } from '../log-builder.ts';
import type { Header } from '../rows/header.ts';
import type { Row } from '../rows/row.ts';
import type { ReadAgain } from './log-source.ts';

/** A log of files, as `openCase` takes it. */
export interface FileReading {
  /** The excerpt; every span in `reading` is a range of it. */
  readonly text: string;
  readonly reading: Reading;
}

/** Characters of a line that could not be read. */
const SHOWN = 400;

/** The reading of the files that were counted. Rejects when `readAgain` does. */
export async function readingOf(builder: LogBuilder, readAgain: ReadAgain): Promise<FileReading> {
  const excerpt = new Excerpt();
  const rows: RowPlace[] = [];
  const entries: LogEntry[] = [];
  const unreadable: Span[] = [];
  for (const part of inOrder(builder.chosen(), builder.unreadable)) {
    if ('status' in part) {
      const known = builder.known.at(part.place);
      const row = await rowAgain(part, known, readAgain);
      if (!row) continue;
      const start = excerpt.add(row.text, known);
      rows.push(part);
      entries.push({ ...entryOf(shifted(row.row, start)), ...nameOf(part, known) });
    } else {
      const start = excerpt.add((part.text ?? '').slice(0, SHOWN), part);
      unreadable.push({ start, end: excerpt.length });
    }
  }
  const { text } = excerpt;
  const byPlace = new Map(rows.map(({ place }, i) => [place, entries[i]]));
  const shown: Shown = {
    ...{ rows, entries, unreadable },
    whole: { start: 0, end: `${text}\n`.indexOf('\n') },
    claimed: [{ start: 0, end: text.length }],
    entryOf: async (row) =>
      byPlace.get(row.place) ?? entryAgain(row, builder.known.at(row.place), readAgain),
  };
  return { text, reading: builder.reading(shown) ?? { kinds: [], claimed: [] } };
}

/** A row that is not in the excerpt, explained; its spans are empty. */
async function entryAgain(kept: RowPlace, known: Known, readAgain: ReadAgain): Promise<LogEntry> {
  const at = { start: 0, end: 0 };
  const again = await rowAgain(kept, known, readAgain);
  if (!again) return { line: kept.line, status: kept.status, at, fields: [] };
  const entry = entryOf(again.row);
  const fields = entry.fields.map((field) => ({ ...field, at }));
  return { ...entry, at, fields, ...nameOf(kept, known) };
}

/** What the excerpt cannot say: the line, and the file. */
const nameOf = ({ line }: RowPlace, { file }: Known) => ({
  line,
  ...(file !== undefined && { file }),
});

/** The row and its text; undefined when the file has changed since. */
async function rowAgain(
  { line, place, length }: RowPlace,
  { read, header }: Known,
  readAgain: ReadAgain,
): Promise<{ row: Row; text: string } | undefined> {
  if (read) return { row: read.row, text: read.text ?? '' };
  const text = decodeLines(await readAgain(place, length));
  const row = header && cleanRow(text, line, header);
  return row && { row, text };
}

function inOrder(
  rows: readonly RowPlace[],
  unreadable: readonly KeptLine[],
): (RowPlace | KeptLine)[] {
  return [...rows, ...unreadable].sort((a, b) => a.place - b.place);
}

/** Text that grows line by line; a header is written where it begins to hold. */
class Excerpt {
  #lines: string[] = [];
  #header: Header | undefined;
  #file: string | undefined;
  length = 0;

  get text(): string {
    return this.#lines.join('\n');
  }

  /** Adds a line and gives the offset at which it begins. */
  add(
    line: string,
    { file, header }: { file: string | undefined; header?: Header | undefined },
  ): number {
    if (file !== this.#file) {
      this.#push(`#Remark: ${file ?? ''}`);
      this.#file = file;
    }
    // What was learned of the rows stands nowhere in the log.
    const isWritten = header && header.by !== 'set' && header.by !== 'rows';
    if (isWritten && header.names.join() !== this.#header?.names.join()) {
      this.#push(`#Fields: ${header.names.join(' ')}`);
      this.#header = header;
    }
    return this.#push(line);
  }

  #push(line: string): number {
    const start = this.#lines.length === 0 ? 0 : this.length + 1;
    this.#lines.push(line);
    this.length = start + line.length;
    return start;
  }
}
