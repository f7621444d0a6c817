/** The lines of one row joined as text, with the way back to the places of its values. */
import type { Cell } from '../../../text/cells.ts';
import type { Piece } from '../../../text/lines.ts';
import { type Break, breaksOf, waysOf } from './line-breaks.ts';

export interface Joined {
  readonly text: string;
  /** The same cell with its place in the text that the lines came from. */
  readonly place: (cell: Cell) => Cell;
}

/** Every way to join the pieces; nothing between two lines comes before a space. */
export function* joinings(text: string, pieces: readonly Piece[]): Generator<Joined> {
  for (const way of waysOf(breaksOf(text, pieces), 'inside')) yield join(text, pieces, way);
}

/** The pieces one after the other, where a break at a space has kept the space. */
export function joinedTight(text: string, pieces: readonly Piece[]): Joined {
  const breaks = pieces.map(({ end }) => (text[end] === ' ' ? 'between' : 'inside'));
  return join(text, pieces, breaks);
}

function join(text: string, pieces: readonly Piece[], breaks: readonly Break[]): Joined {
  let all = '';
  const starts = pieces.map(({ start, end }, i) => {
    const at = all.length;
    const isLast = i === pieces.length - 1;
    all += text.slice(start, end) + (!isLast && breaks[i] === 'between' ? ' ' : '');
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
