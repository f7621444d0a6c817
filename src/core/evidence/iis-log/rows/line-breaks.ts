/**
 * A row that mail, a document or a terminal broke over several lines. A break was made between two
 * values, where a space was, or inside one value, and the text often does not say which. This is the
 * one decision for all formats; `join-values.ts` (W3C) and `join-lines.ts` (NCSA, native) apply it.
 */
import type { Piece } from '../../../text/lines.ts';

/** Where a line was broken. */
export type Break = 'inside' | 'between';
/** What the text says about a break; undefined when it says nothing. */
export type Evidence = Break | undefined;

/** Breaks per row that are tried both ways; every one more doubles the work. */
const TRIED_BREAKS = 3;
/** Characters of a terminal's line. */
const WIDEST = 1_000;

/**
 * What the white space around each break says, or else what `judge` says of the break after the
 * piece `i`. Of the breaks that nothing decides, the last three are left open, because they are
 * among the codes; the earlier ones are decided by the way the row was wrapped.
 */
export function breaksOf(
  text: string,
  pieces: readonly Piece[],
  judge: (i: number) => Evidence = () => undefined,
): Evidence[] {
  const hard = isHardWrapped(text, pieces);
  const indents = pieces.map(({ start }) => indentOf(text, start));
  const usual = Math.min(...indents);
  const breaks = pieces.slice(0, -1).map(({ end }, i): Evidence => {
    // A space at the end of a line, or one more than usual at the start of the next, was a space.
    const spaced = isSpace(text, end) || (hard && (indents[i + 1] ?? 0) > usual);
    return spaced ? 'between' : judge(i);
  });
  let left = TRIED_BREAKS;
  for (let i = breaks.length - 1; i >= 0; i--) {
    if (breaks[i] === undefined && left-- <= 0) breaks[i] = hard ? 'inside' : 'between';
  }
  return breaks;
}

/** Every way to take the open breaks, at most eight; `first` is tried first at each of them. */
export function waysOf(breaks: readonly Evidence[], first: Break): Break[][] {
  const second = first === 'inside' ? 'between' : 'inside';
  let ways: Break[][] = [[]];
  for (const evidence of breaks) {
    const kinds: readonly Break[] = evidence ? [evidence] : [first, second];
    ways = ways.flatMap((way) => kinds.map((kind) => [...way, kind]));
  }
  return ways;
}

const isSpace = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';

/** Spaces just before `start`, in its line. */
function indentOf(text: string, start: number): number {
  let at = start;
  while (isSpace(text, at - 1)) at--;
  return start - at;
}

/** Lines of one width were cut by a terminal, at any character; mail and documents cut at spaces. */
function isHardWrapped(text: string, pieces: readonly Piece[]): boolean {
  const widths = pieces.slice(0, -1).map((piece) => widthOf(text, piece));
  return widths.length > 1 && widths.every((width) => width === widths[0]);
}

/** Width of the line with this piece; NaN, which equals nothing, when no terminal is so wide. */
function widthOf(text: string, { start, end }: Piece): number {
  let from = start;
  while (from > 0 && text[from - 1] !== '\n' && end - from < WIDEST) from--;
  let to = end;
  while (to < text.length && text[to] !== '\n' && to - from < WIDEST) to++;
  if (to - from >= WIDEST) return NaN;
  return to - from - (text[to - 1] === '\r' ? 1 : 0);
}
