/** The list of the pieces of a case: which one the paste area shows, and a way to remove each. */
import { type Decoded, KIND_NAMES } from '../../core/index.ts';
import { h } from '../dom.ts';
import type { CasePieces, Piece } from './case-pieces.ts';

/** What a press on the list is about, in the attributes of its buttons. */
export const SHOW_PIECE = 'data-show-piece';
export const REMOVE_PIECE = 'data-remove-piece';
/** The same on the note above a result, with the id of the piece. */
export const REMOVE_NOTED = 'data-remove-noted';

/** Draws the list; a case of one piece has none. */
export function drawPieces(list: HTMLElement, pieces: CasePieces, decoded?: Decoded): void {
  const { all, activeIndex } = pieces;
  list.hidden = all.length < 2;
  list.replaceChildren(
    ...all.map((piece, index) => {
      const label = labelOf(piece, index, kindsOf(piece, pieces, decoded));
      return h(
        'li',
        { class: 'piece-tab' },
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            [SHOW_PIECE]: index,
            'aria-current': index === activeIndex && 'true',
          },
          label,
        ),
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            [REMOVE_PIECE]: index,
            'aria-label': `Remove ${label}`,
          },
          '×',
        ),
      );
    }),
  );
}

/** The names of the pieces that were decoded, in the order of the sources. */
export function sourceNames(pieces: CasePieces, { sources }: Decoded): string[] {
  return pieces
    .filled()
    .map((piece, index) => labelOf(piece, pieces.all.indexOf(piece), sources[index]?.kinds ?? []));
}

function kindsOf(piece: Piece, pieces: CasePieces, decoded?: Decoded): Decoded['kinds'] {
  return decoded?.sources[pieces.filled().indexOf(piece)]?.kinds ?? [];
}

/** The name of its file, else what it turned out to be: `2: setspn output`. */
function labelOf({ name }: Piece, index: number, kinds: Decoded['kinds']): string {
  if (name !== undefined) return name;
  const [kind] = kinds;
  const words = kind === undefined || kind === 'unknown' ? 'pasted text' : KIND_NAMES[kind];
  return `${index + 1}: ${words}`;
}
