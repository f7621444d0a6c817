/**
 * The values of a row that was broken over several lines. Where the text does not say whether a
 * break is between two values or inside one (`2001:4898:0:fff:0:` / `5efe:`), both are tried, and the
 * reading that suits the columns better is taken.
 */
import type { Cell } from '../../../text/cells.ts';
import type { Piece } from '../../../text/lines.ts';
import { byHeader, type Columns } from './by-header.ts';
import { byType } from './by-type.ts';
import type { Header } from './header.ts';
import { type Break, breaksOf, type Evidence, waysOf } from './line-breaks.ts';
import { guessDelimiter, splitBy } from './row-splits.ts';
import { isEmpty, shapeOf } from './value-shape.ts';

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
  const delimiter = header?.delimiter ?? guessDelimiter(text, pieces[0]?.start ?? 0);
  const parts = pieces.map(({ start, end }) => splitBy(delimiter, text, start, end));
  const breaks = breaksOf(text, pieces, (i) => betweenValues(parts[i]?.at(-1), parts[i + 1]?.[0]));
  let best: Columns | undefined;
  for (const way of waysOf(breaks, 'between')) {
    const columns = read(text, joined(parts, way), pieces, header);
    if (columns && columns.score > (best?.score ?? -Infinity)) best = columns;
  }
  return best;
}

/** What the values on both sides of a break say about it. */
function betweenValues(left: Cell | undefined, right: Cell | undefined): Evidence {
  if (!left || !right) return 'between';
  if (isEmpty(left.value) || isEmpty(right.value)) return 'between';
  if (shapeOf(left.value) === 'verb') return 'between';
  // Exchange's queries begin with `&`, and no path ends with one.
  if (right.value.startsWith('&') && shapeOf(left.value) === 'path') return 'between';
  if (/[+;:(,=&\\%_]$/.test(left.value) || /^[+;:),=&%]/.test(right.value)) return 'inside';
  return undefined;
}

/** The values of all lines as one row. */
function joined(parts: readonly (readonly Cell[])[], breaks: readonly Break[]): Cell[] {
  const [first = [], ...others] = parts;
  let cells = [...first];
  for (const [i, part] of others.entries()) {
    cells = breaks[i] === 'inside' ? glue(cells, part) : [...cells, ...part];
  }
  return cells;
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

/** Both lists with the values at the break as one; its span runs over the break. */
function glue(left: readonly Cell[], right: readonly Cell[]): Cell[] {
  const last = left.at(-1);
  const [first, ...rest] = right;
  if (!last || !first) return [...left, ...right];
  const joined = { value: last.value + first.value, start: last.start, end: first.end };
  return [...left.slice(0, -1), joined, ...rest];
}
