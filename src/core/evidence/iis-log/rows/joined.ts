/**
 * The lines of one row as one line. Whether a line was broken at a space or inside a value the text
 * often does not say, so every reading is offered, the likeliest first.
 */
import type { Cell } from '../../../text/cells.ts';
import type { Piece } from './wrapped-row.ts';

export interface Joined {
  readonly text: string;
  /** The same cell with its place in the text that the lines came from. */
  readonly place: (cell: Cell) => Cell;
}

/** Breaks that are tried both ways; with more of them all are taken alike. */
const TRIED_BREAKS = 3;

/** The ways to join the pieces. */
export function* joinings(text: string, pieces: readonly Piece[]): Generator<Joined> {
  // A space before the break is left over from the row.
  const breaks = pieces.slice(0, -1).map(({ end }) => (text[end] === ' ' ? ' ' : undefined));
  const unknown = breaks.filter((kind) => kind === undefined).length;
  const ways = unknown <= TRIED_BREAKS ? 2 ** unknown : 2;
  for (let way = 0; way < ways; way++) {
    let bit = 1;
    const glue = breaks.map((kind) => {
      if (kind !== undefined) return kind;
      const isSpace = (way & bit) !== 0;
      if (ways > 2) bit *= 2;
      return isSpace ? ' ' : '';
    });
    yield join(text, pieces, glue);
  }
}

/** The pieces one after the other, where nothing is lost when a break was at a space. */
export function joinedTight(text: string, pieces: readonly Piece[]): Joined {
  return join(
    text,
    pieces,
    pieces.map(({ end }) => (text[end] === ' ' ? ' ' : '')),
  );
}

function join(text: string, pieces: readonly Piece[], glue: readonly string[]): Joined {
  let all = '';
  const starts = pieces.map(({ start, end }, i) => {
    const at = all.length;
    all += text.slice(start, end) + (i < pieces.length - 1 ? (glue[i] ?? '') : '');
    return { at, start, end };
  });
  const placeOf = (offset: number): number => {
    const piece = starts.findLast(({ at }) => at <= offset) ?? { at: 0, start: 0, end: 0 };
    return Math.min(piece.start + offset - piece.at, piece.end);
  };
  const place = ({ value, start, end }: Cell): Cell => ({
    value,
    start: placeOf(start),
    end: end > start ? placeOf(end - 1) + 1 : placeOf(start),
  });
  return { text: all, place };
}
