/** The list of the pieces of a case: letter, name, what it is, and ways to see and remove each. */
import type { Decoded } from '../../core/index.ts';
import { h } from '../dom.ts';
import type { CasePieces } from './case-pieces.ts';
import { type PieceWords, wordsOf } from './piece-words.ts';

/** What a press on the list is about, in the attributes of its buttons: the id of the piece. */
export const SHOW_PIECE = 'data-show-piece';
export const REMOVE_PIECE = 'data-remove-piece';

/** Draws the list. `proving` has the letters of the pieces that the verdict rests on. */
export function drawPieces(
  list: HTMLElement,
  pieces: CasePieces,
  decoded?: Decoded,
  proving: readonly string[] = [],
): void {
  const filled = pieces.filled();
  const focused = focusIn(list);
  list.hidden = filled.length === 0;
  list.replaceChildren(
    ...filled.map((piece, index) => {
      const words = wordsOf(piece, index, decoded);
      return item(words, piece.id, piece === pieces.active, proving.includes(words.letter));
    }),
  );
  if (focused !== undefined) list.querySelector<HTMLElement>(focused)?.focus();
}

/** A selector of the button that has the focus: the list is drawn anew, and the focus stays. */
function focusIn(list: HTMLElement): string | undefined {
  const { activeElement: button } = document;
  if (!button || !list.contains(button)) return undefined;
  const attribute = [SHOW_PIECE, REMOVE_PIECE].find((name) => button.hasAttribute(name));
  return attribute && `[${attribute}="${button.getAttribute(attribute) ?? ''}"]`;
}

function item(
  { letter, name, what }: PieceWords,
  id: number,
  isActive: boolean,
  isProof: boolean,
): HTMLElement {
  const button = (attribute: string, label: string, sign: string, more = {}) =>
    h(
      'button',
      {
        type: 'button',
        class: 'piece-button',
        [attribute]: id,
        'aria-label': `${label} ${letter}: ${name}`,
        ...more,
      },
      sign,
    );
  return h(
    'li',
    { class: isProof ? 'piece proving' : 'piece' },
    h('span', { class: 'letter' }, letter),
    h('span', { class: 'piece-name' }, name),
    h(
      'span',
      { class: 'piece-what' },
      what,
      isProof && h('span', { class: 'visually-hidden' }, ', the verdict rests on it'),
    ),
    button(SHOW_PIECE, 'View', 'View', { 'aria-current': isActive && 'true' }),
    button(REMOVE_PIECE, 'Remove', '×'),
  );
}
