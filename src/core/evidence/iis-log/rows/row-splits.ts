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
    const mended = delimiter === ',' ? mendCommas(text, cells) : cells;
    if (mended !== cells) yield mended;
    yield* bare(mended);
    // The tabs of a header do not always come with the rows.
    if (delimiter === '\t') yield splitRuns(text, start, end);
    return;
  }
  const row = text.slice(start, end);
  // CloudFront and others name the columns with spaces and write the rows with tabs.
  if (row.includes('\t')) yield splitDelimited(text, start, end, '\t');
  yield splitSingle(text, start, end);
  const runs = splitRuns(text, start, end);
  yield runs;
  if (row.includes('"')) yield splitQuoted(text, start, end);
  yield* bare(runs);
}

/** The values without what is left of quotes around the row, if there is any. */
function* bare(cells: readonly Cell[]): Generator<readonly Cell[]> {
  const found = withoutQuotes(cells);
  if (found !== cells) yield found;
}

/** The one way without a header that is known to fit: as the separator behind the date suggests. */
export function splitBy(
  delimiter: string,
  text: string,
  start: number,
  end: number,
): readonly Cell[] {
  return delimiter === ' '
    ? splitRuns(text, start, end)
    : mendCommas(text, splitDelimited(text, start, end, delimiter));
}

/** `2026-03-01,10:00:00,...` without a header: whatever follows the date separates the values. */
export function guessDelimiter(text: string, start: number): string {
  const found = /^"?\d{4}-\d{1,2}-\d{1,2}"?([,;\t|])/.exec(text.slice(start, start + 20));
  return found?.[1] ?? ' ';
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
