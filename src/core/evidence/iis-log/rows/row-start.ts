/** Tells the first line of a row from a line that goes on with one, and from prose. */
import { type Cell, splitRuns } from '../../../text/cells.ts';
import type { Header } from './header.ts';
import { isPlaceholder, shapeOf } from './value-shape.ts';

const DATED = /^"?\d{4}-\d{1,2}-\d{1,2}"?[ \t,;|]+"?\d{1,2}:\d{2}/;
/** Columns that stand before the verb in any set: date time site computer ip, or placeholders. */
const BEFORE_VERB = 6;

/** Does the line begin with a date and a time? */
export function isDated(text: string, start: number, end: number): boolean {
  return DATED.test(text.slice(start, Math.min(end, start + 40)));
}

/**
 * Does the line begin like a row: with its date, with a time where the header says so, or with a
 * verb and a path after a few columns? `GET /path HTTP/1.1` alone is a request, not a row.
 */
export function looksLikeRow(
  text: string,
  start: number,
  end: number,
  cells: readonly Cell[],
  header: Header | undefined,
): boolean {
  if (isDated(text, start, end)) return true;
  const [first] = cells;
  if (first && header?.fields[0]?.type === 'time' && shapeOf(first.value) === 'time') return true;
  const verb = cells.findIndex(
    (cell, i) => i <= BEFORE_VERB && shapeOf(cell.value) === 'verb' && isPath(cells[i + 1]),
  );
  if (verb < 0 || shapeOf(cells[verb + 2]?.value ?? '') === 'version') return false;
  return verb === 0 || cells.slice(0, verb).every(isLeading);
}

const isPath = (cell: Cell | undefined): boolean => {
  const shape = shapeOf(cell?.value ?? '');
  return shape === 'path' || shape === 'masked' || shape === 'url';
};

const LEADING = new Set(['date', 'time', 'site', 'ip', 'masked', 'host', 'text', 'empty', 'agent']);

/** Can the value stand before the verb? Sentences have words there, too, but rarely a path after. */
const isLeading = (cell: Cell): boolean =>
  LEADING.has(shapeOf(cell.value)) || isPlaceholder(cell.value);

/**
 * Does the line go on with an open row, though it begins with a verb and a path? That is so when
 * the row's first line was broken before its verb.
 */
export function isRestOf(
  open: readonly { readonly start: number; readonly end: number }[],
  text: string,
  start: number,
  end: number,
): boolean {
  const [first] = open;
  if (!first || open.length > 1 || isDated(text, start, end)) return false;
  return !splitRuns(text, first.start, first.end).some((cell) => shapeOf(cell.value) === 'verb');
}
