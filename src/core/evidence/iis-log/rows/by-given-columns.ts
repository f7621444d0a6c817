/** Reads a row by the columns that the reader names, whatever separates its values. */
import type { Columns } from './by-header.ts';
import type { Header } from './header.ts';
import { allSplits } from './row-splits.ts';

/** The row, when it has as many values as there are columns and a status where one should be. */
export function byGiven(
  text: string,
  start: number,
  end: number,
  given: Header,
): Columns | undefined {
  const status = given.names.indexOf('sc-status');
  for (const split of allSplits(text, start, end)) {
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
