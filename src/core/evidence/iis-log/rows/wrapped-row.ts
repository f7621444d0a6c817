/**
 * Puts a row together again that mail, a document or a terminal broke over several lines. A break
 * may stand between two values or inside one (`2001:4898:0:fff:0:` / `5efe:`), which the text does
 * not say: both readings are tried, and the one that fits the columns better is taken.
 */
import { breaks } from './breaks.ts';
import { byType } from './by-type.ts';
import { type Cell, splitRuns } from '../../../text/cells.ts';
import { mendCommas, splitDelimited } from '../../../text/delimited.ts';
import { byHeader, type Columns } from './by-header.ts';
import type { Header } from './header.ts';

/** A line of the paste, or a part of one, that is or may be part of a row. */
export interface Piece {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Lines that one row may be broken into. */
export const ROW_LINES = 12;
/** The best reading of a row that begins with `pieces[0]`, and how many pieces it takes. */
export function readPieces(
  text: string,
  pieces: readonly Piece[],
  header?: Header,
): { columns: Columns; taken: number } | undefined {
  let best: { columns: Columns; taken: number } | undefined;
  for (let taken = 1; taken <= Math.min(pieces.length, ROW_LINES); taken++) {
    const columns = readJoined(text, pieces.slice(0, taken), header);
    // A longer reading must be clearly better: prose after a row would otherwise be drawn in.
    if (columns && columns.score > (best?.columns.score ?? -Infinity) + 0.5) {
      best = { columns, taken };
    }
  }
  return best;
}

function readJoined(
  text: string,
  pieces: readonly Piece[],
  header: Header | undefined,
): Columns | undefined {
  const delimiter = header?.delimiter ?? guessDelimiter(text, pieces[0]);
  const parts = pieces.map(({ start, end }) =>
    delimiter === ' '
      ? splitRuns(text, start, end)
      : mendCommas(text, splitDelimited(text, start, end, delimiter)),
  );
  let readings: Cell[][] = [[...(parts[0] ?? [])]];
  for (const [i, kind] of breaks(text, pieces, parts).entries()) {
    const part = parts[i + 1] ?? [];
    readings = readings.flatMap((cells) => {
      const between = kind === 'inside' ? [] : [[...cells, ...part]];
      return kind === 'between' ? between : [...between, glue(cells, part)];
    });
  }
  let best: Columns | undefined;
  for (const cells of readings) {
    const columns = read(text, cells, pieces, header);
    if (columns && columns.score > (best?.score ?? -Infinity)) best = columns;
  }
  return best;
}

function read(
  text: string,
  cells: readonly Cell[],
  pieces: readonly Piece[],
  header: Header | undefined,
): Columns | undefined {
  const [first] = pieces;
  if (header && first && pieces.length === 1) {
    const exact = byHeader(text, first.start, first.end, header);
    if (exact) return exact;
  }
  const columns = byType(cells, header);
  // With the right number of values the break was guessed right.
  const complete = header !== undefined && columns?.names.length === header.names.length;
  return columns && { ...columns, score: columns.score + (complete ? 2 : 0) };
}

/** `2026-03-01,10:00:00,...` without a header: whatever follows the date separates the values. */
function guessDelimiter(text: string, piece: Piece | undefined): string {
  if (!piece) return ' ';
  const found = /^"?\d{4}-\d{1,2}-\d{1,2}"?([,;\t|])/.exec(
    text.slice(piece.start, piece.start + 20),
  );
  return found?.[1] ?? ' ';
}

/** Both lists with the values at the break as one; its span runs over the break. */
function glue(left: readonly Cell[], right: readonly Cell[]): Cell[] {
  const last = left.at(-1);
  const [first, ...rest] = right;
  if (!last || !first) return [...left, ...right];
  const joined = { value: last.value + first.value, start: last.start, end: first.end };
  return [...left.slice(0, -1), joined, ...rest];
}
