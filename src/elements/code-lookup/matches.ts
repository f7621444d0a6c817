/** The codes that the look-up shows, with the texts it needs of them. */
import { codeReference, rowsTyped } from '../../core/index.ts';
import { codeTitle } from '../../site/code-title.ts';

export interface Match {
  title: string;
  text: string;
  /** Site path with fragment. */
  reference: string;
}

/** The codes that `typed` means, the likeliest first. */
export function matchesOf(typed: string): Match[] {
  const rows = rowsTyped(typed);
  return rows.map((row) => ({
    title: codeTitle(row),
    text: row.iis === undefined ? row.meaning : `${row.meaning} ${row.iis}`,
    reference: codeReference(row),
  }));
}
