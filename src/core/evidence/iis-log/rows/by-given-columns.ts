/** Reads a row by the columns that the reader names, whatever separates its values. */
import { type Cell, splitRuns, splitSingle, unwrap } from '../../../text/cells.ts';
import { splitDelimited, splitQuoted } from '../../../text/delimited.ts';
import type { Columns } from './by-header.ts';
import type { Header } from './header.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The row, when it has as many values as there are columns and a status where one should be. */
export function byGiven(
  text: string,
  start: number,
  end: number,
  given: Header,
): Columns | undefined {
  const status = given.names.indexOf('sc-status');
  for (const split of splits(text, start, end)) {
    if (split.length !== given.names.length) continue;
    const value = split[status]?.value ?? '';
    if (given.format !== 'httperr' && !/^[1-5]\d\d(?:\.0)?$/.test(value)) continue;
    return {
      cells: split,
      names: given.names,
      ...{ format: given.format, by: 'columns', exact: true, score: 100 },
    };
  }
  return undefined;
}

function* splits(text: string, start: number, end: number): Generator<readonly Cell[]> {
  yield splitSingle(text, start, end);
  yield splitRuns(text, start, end).map(unwrap);
  yield splitQuoted(text, start, end);
  const row = text.slice(start, end);
  for (const delimiter of DELIMITERS) {
    if (!row.includes(delimiter)) continue;
    const cells = splitDelimited(text, start, end, delimiter);
    yield cells;
    // Bars around a table's row and the comma that ends a native one hold no value.
    const from = cells[0]?.value === '' ? 1 : 0;
    yield cells.slice(from, cells.at(-1)?.value === '' ? -1 : undefined);
  }
}
