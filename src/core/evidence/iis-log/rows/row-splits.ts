/** The ways to cut a row into its values: with the separator of its header, or with any. */
import { type Cell, splitRuns, splitSingle, unwrap } from '../../../text/cells.ts';
import {
  DELIMITERS,
  mendCommas,
  splitDelimited,
  splitQuoted,
  withoutOuter,
} from '../../../text/delimited.ts';
import { withoutQuotes } from './stray-quotes.ts';

/** The ways that suit the separator of a header, the usual one first. */
export function* splitsFor(
  delimiter: string,
  text: string,
  start: number,
  end: number,
): Generator<readonly Cell[]> {
  if (delimiter !== ' ') {
    const cells = splitDelimited(text, start, end, delimiter);
    yield delimiter === '|' ? withoutOuter(cells) : cells;
    if (delimiter === ',') yield mendCommas(text, cells);
    // The tabs of a header do not always come with the rows.
    if (delimiter === '\t') yield splitRuns(text, start, end);
    return;
  }
  yield splitSingle(text, start, end);
  yield splitRuns(text, start, end);
  const row = text.slice(start, end);
  if (row.includes('"')) yield splitQuoted(text, start, end);
  // CloudFront and others name the columns with spaces and write the rows with tabs.
  if (row.includes('\t')) yield splitDelimited(text, start, end, '\t');
  const runs = splitRuns(text, start, end);
  const bare = withoutQuotes(runs);
  if (bare !== runs) yield bare;
}

/** Every way, for rows whose separator nothing tells. */
export function* allSplits(text: string, start: number, end: number): Generator<readonly Cell[]> {
  yield splitSingle(text, start, end);
  yield splitRuns(text, start, end).map(unwrap);
  yield splitQuoted(text, start, end);
  const row = text.slice(start, end);
  for (const delimiter of DELIMITERS) {
    if (!row.includes(delimiter)) continue;
    const cells = splitDelimited(text, start, end, delimiter);
    yield cells;
    // The comma that ends a native row holds no value, nor do the bars around a row of a table.
    yield withoutOuter(cells);
  }
}
