/**
 * What is shown of a file too large to show: the rows that prove something, the lines that could not
 * be read, and above them the header they stand under. It is decoded like a paste, with the counts
 * of the whole file.
 */
import type { Decoded, Log, LogEntry, Problem } from '../../../contract/decoded.ts';
import { diagnose } from '../../../case/diagnose.ts';
import { decodeLines } from '../../../text/file-text.ts';
import { keepRecord } from '../attempts/attempt-record.ts';
import { cutRow } from '../rows/cut-row.ts';
import { entryOf } from '../attempts/log-entry.ts';
import type { Header } from '../rows/header.ts';
import type { Row } from '../rows/row.ts';
import { counted } from '../../../text/counted.ts';
import { storyOf } from '../story/story.ts';
import { cleanRow, type FileStep, type RowPlace, shifted } from './file-step.ts';
import type { FileTally, Unreadable } from './file-tally.ts';

/** Gives bytes of the log again, by their place. */
export type ReadAgain = (place: number, length: number) => Promise<Uint8Array>;

export interface FileReading {
  /** The excerpt; every span in `decoded` is a range of it. */
  text: string;
  decoded: Decoded;
}

/** Characters of a line that could not be read. */
const SHOWN = 400;

/** The reading of the files that were counted. Rejects when `readAgain` does. */
export async function readingOf(counts: FileTally, readAgain: ReadAgain): Promise<FileReading> {
  const { tally } = counts;
  const excerpt = new Excerpt();
  const shown: FileStep[] = [];
  const entries: LogEntry[] = [];
  const problems: Problem[] = [];
  for (const part of inOrder(tally.chosen(), counts.unreadable)) {
    if ('status' in part) {
      const row = await rowAgain(part, readAgain);
      if (!row) continue;
      const start = excerpt.add(row.text, part);
      shown.push(part);
      const entry = entryOf({ ...shifted(row.row, start), line: part.line });
      entries.push(part.file === undefined ? entry : { ...entry, file: part.file });
    } else {
      const start = excerpt.add(part.text.slice(0, SHOWN), part);
      problems.push({ message: cutRow(part.line), at: { start, end: excerpt.length } });
    }
  }
  const { text } = excerpt;
  problems.push(...sums(counts, text));
  const spans = new Map(shown.map(({ place }, i) => [place, entries[i]]));
  const record = tally.record(async (row) => spans.get(row.place) ?? entryAgain(row, readAgain));
  const log: Log = {
    format: tally.format,
    rows: tally.rows,
    unreadable: counts.unreadableRows,
    statuses: tally.statuses(),
    reading: tally.readings.list(),
    entries,
    sequences: tally.sequences(shown),
    ...(record.table.length > 0 && { story: storyOf(record.table) }),
  };
  keepRecord(log, record);
  const facts = { kinds: ['log' as const], tokens: [], log, problems };
  return { text, decoded: { ...facts, findings: diagnose({ ...facts, text }) } };
}

/** What is too much to be listed. */
function sums(counts: FileTally, text: string): Problem[] {
  const at = { start: 0, end: !text.includes('\n') ? text.length : text.indexOf('\n') };
  const more = counts.unreadableRows - counts.unreadable.length;
  const messages = [
    ...(more > 0 ? [`${counted(more, 'more row')} could not be read.`] : []),
    ...(counts.otherServices > 0
      ? [
          `${counted(counts.otherServices, 'row')} of FTP or SMTP set aside: their replies are no HTTP statuses.`,
        ]
      : []),
  ];
  return messages.map((message) => ({ message, at }));
}

/** A row that is not in the excerpt, explained; its spans are empty. */
async function entryAgain(step: RowPlace, readAgain: ReadAgain): Promise<LogEntry> {
  const at = { start: 0, end: 0 };
  const again = await rowAgain(step, readAgain);
  if (!again) return { line: step.line, status: step.status, at, fields: [] };
  const entry = entryOf(again.row);
  const fields = entry.fields.map((field) => ({ ...field, at }));
  const { line, file } = step;
  return { ...entry, line, at, fields, ...(file !== undefined && { file }) };
}

/** The row and its text; undefined when the file has changed since. */
async function rowAgain(
  step: RowPlace,
  readAgain: ReadAgain,
): Promise<{ row: Row; text: string } | undefined> {
  if (step.read) return step.read;
  const { header, line } = step;
  const text = decodeLines(await readAgain(step.place, step.length));
  const row = header && cleanRow(text, line, header);
  return row && { row, text };
}

function inOrder(
  steps: readonly FileStep[],
  lost: readonly Unreadable[],
): (FileStep | Unreadable)[] {
  return [...steps, ...lost].sort((a, b) => a.place - b.place);
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
    if (header && header.names.join() !== this.#header?.names.join()) {
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
