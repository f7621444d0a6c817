/**
 * Cuts a line that holds several rows because its line breaks were lost on the way. A date and a
 * time with a space between them stand nowhere but at the start of a row: inside a value, IIS
 * writes `+` for a space. The digits before the year belong to the row before:
 * `401 2 21480742542026-03-06 20:37:42` ends in 2148074254.
 */
import type { Piece } from './wrapped.ts';

const ROW = /(?:19|20)\d\d-\d{1,2}-\d{1,2}[ \t]+\d{1,2}:\d{2}/g;
const DIRECTIVE = /#(?:Software|Version|Date|Start-Date|Fields|Filter): /g;
/** `2026-03-06 20:37:42` itself: no second row can begin before its end. */
const STAMP_LENGTH = 19;

/** The rows and directives of one line; the line itself when it holds only one. */
export function cutGlued(text: string, piece: Piece): readonly Piece[] {
  const line = text.slice(piece.start, piece.end);
  const cuts = [...positions(line, DIRECTIVE), ...rowPositions(line)].sort((a, b) => a - b);
  if (cuts.length === 0) return [piece];
  const edges = [0, ...cuts, line.length];
  const pieces: Piece[] = [];
  for (const [i, from] of edges.slice(0, -1).entries()) {
    let to = edges[i + 1] ?? line.length;
    while (to > from && line.charCodeAt(to - 1) <= 32) to--;
    if (to > from)
      pieces.push({ line: piece.line, start: piece.start + from, end: piece.start + to });
  }
  return pieces;
}

function positions(line: string, pattern: RegExp): number[] {
  return Array.from(line.matchAll(pattern), (found) => found.index).filter((at) => at > 0);
}

/** Starts of rows after the first one; the date of `#Date:` is no row. */
function rowPositions(line: string): number[] {
  if (line.length < 2 * STAMP_LENGTH) return [];
  const dated = Array.from(
    line.matchAll(/#(?:Start-)?Date: /g),
    (found) => found.index + found[0].length,
  );
  return positions(line, ROW).filter((at) => at >= STAMP_LENGTH && !dated.includes(at));
}
