/** Where the lines of one row were broken: between two values, inside one, or nobody knows. */
import type { Cell } from '../../../text/cells.ts';
import { isEmpty, shapeOf } from './value-shape.ts';
import type { Piece } from './wrapped-row.ts';

/** Breaks per row that are tried both ways. */
const TRIED_BREAKS = 3;

type Break = 'inside' | 'between' | 'unknown';

/**
 * The kind of each break. Of those that the text does not tell, the last few stay unknown, as they
 * stand among the codes; the others are taken as the way of wrapping suggests.
 */
export function breaks(
  text: string,
  pieces: readonly Piece[],
  parts: readonly (readonly Cell[])[],
): Break[] {
  const hard = isHardWrapped(text, pieces);
  const indents = pieces.map(({ start }) => indentOf(text, start));
  const usual = Math.min(...indents);
  const kinds = parts.slice(1).map((part, i) => {
    // A space at the end of a line, or one more than usual at the start of the next, was between.
    const spaced = isSpace(text, pieces[i]?.end ?? 0) || (hard && (indents[i + 1] ?? 0) > usual);
    return spaced ? 'between' : breakBetween(parts[i]?.at(-1), part[0]);
  });
  let left = TRIED_BREAKS;
  for (let i = kinds.length - 1; i >= 0; i--) {
    if (kinds[i] === 'unknown' && left-- <= 0) kinds[i] = hard ? 'inside' : 'between';
  }
  return kinds;
}

const isSpace = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';

/** Spaces just before `start`, in its line. */
function indentOf(text: string, start: number): number {
  let at = start;
  while (isSpace(text, at - 1)) at--;
  return start - at;
}

/** Lines of one width were cut by a terminal, wherever it came; mail and documents cut at spaces. */
function isHardWrapped(text: string, pieces: readonly Piece[]): boolean {
  const widths = pieces.slice(0, -1).map(({ end }) => {
    const from = text.lastIndexOf('\n', end - 1) + 1;
    const to = text.indexOf('\n', end);
    return text.slice(from, to < 0 ? end : to).replace(/\r$/, '').length;
  });
  return widths.length > 1 && widths.every((width) => width === widths[0]);
}

/** What the characters on both sides say about the break. */
function breakBetween(left: Cell | undefined, right: Cell | undefined): Break {
  if (!left || !right) return 'between';
  if (isEmpty(left.value) || isEmpty(right.value)) return 'between';
  if (shapeOf(left.value) === 'verb') return 'between';
  // Exchange's queries begin with `&`, and no path ends with one.
  if (right.value.startsWith('&') && shapeOf(left.value) === 'path') return 'between';
  if (/[+;:(,=&\\%_]$/.test(left.value) || /^[+;:),=&%]/.test(right.value)) return 'inside';
  return 'unknown';
}
