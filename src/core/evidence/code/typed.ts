/**
 * What a person means who types into the look-up of the code reference: a code in any spelling, a
 * row of a log, or a piece of a name.
 */
import { TYPED_ROWS } from '../../limits.ts';
import { describeReference } from '../../codes/lookup.ts';
import { readCodes } from './find-codes.ts';
import type { CodeRow } from '../../codes/row.ts';
import { spellings } from '../../codes/spellings.ts';
import { ROWS } from '../../codes/table.ts';

/** Characters from which a text is taken for a piece of a name. */
const SHORTEST_PIECE = 3;

/** Characters that are looked at. */
const LONGEST_TYPED = 1_000;

/** The rows meant, the likeliest first, `TYPED_ROWS` at most; empty when there is none. */
export function rowsTyped(text: string): CodeRow[] {
  const typed = text.slice(0, LONGEST_TYPED).trim();
  const codes = readCodes(typed, [])?.codes ?? [];
  const rows = codes.flatMap(({ reference = '' }) => describeReference(reference) ?? []);
  return (rows.length > 0 ? rows : rowsWith(typed)).slice(0, TYPED_ROWS);
}

/** Rows of which a spelling, else the title or meaning, holds `piece`. */
function rowsWith(piece: string): CodeRow[] {
  const key = piece.toUpperCase();
  if (key.length < SHORTEST_PIECE) return [];
  const holds = (text: string) => text.toUpperCase().includes(key);
  const named = ROWS.filter((row) => [row.name, ...spellings(row)].some(holds));
  return named.length > 0 ? named : ROWS.filter(({ meaning, iis = '' }) => holds(meaning + iis));
}
