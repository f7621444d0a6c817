/** Walks through a text line by line and hands on every row of a log in it. */
import { lines } from '../../../text/lines.ts';
import type { Header } from './header.ts';
import { BEGINNING, LineReader, type Standing } from './line-reader.ts';
import type { Sink } from './sink.ts';

export interface ScanOptions {
  /** The columns that the person names, for rows with as many values. */
  readonly given?: Header | undefined;
  /** Where the scan of the text before this one stood. */
  readonly before?: Standing;
  /** More text follows, which begins with this one's `rest`: a row at the end is left for it. */
  readonly goesOn?: boolean;
}

/**
 * Scans the text from end to end, and tells where it stands then. Linear: every line is read a
 * bounded number of times.
 */
export function scan(text: string, sink: Sink, options: ScanOptions = {}): Standing {
  const { before = BEGINNING, goesOn = false } = options;
  const reader = new LineReader(text, sink, before, options.given);
  let last = before.line;
  for (const line of lines(text, before.line)) {
    // What follows the last line end is not a line yet.
    if (line.start < text.length) last = line.line + 1;
    else if (goesOn) break;
    reader.read(line);
  }
  return reader.finish(last, goesOn);
}
