/** What is said above the result of evidence that is too long to be edited. */
import fileStyles from '../../styles/files.css?url';
import type { Kind } from '../../core/index.ts';
import { h } from '../dom.ts';
import { addStyles } from '../late-styles.ts';
import type { Piece } from './case-pieces.ts';
import { REMOVE_PIECE } from './piece-list.ts';
import type { FileProgress } from './protocol.ts';
import { durationOf, sizeOf } from './sizes.ts';

await addStyles(fileStyles);

/** A piece of files that was read. */
export interface ReadPiece {
  readonly piece: Piece;
  /** What it turned out to be. */
  readonly kinds: readonly Kind[];
  /** The last that was reported of a log of any size. */
  readonly progress?: FileProgress | undefined;
}

/** That it is an excerpt which is shown, and of what. */
export function excerptWords({ piece, kinds, progress }: ReadPiece): string {
  const { name = 'The paste', files = [] } = piece;
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const took = progress
    ? `${name}: ${sizeOf(progress.bytes)} of log in ${durationOf(progress.elapsed)}.`
    : `${name} has ${sizeOf(size)}.`;
  const shown = kinds.every((kind) => kind === 'log')
    ? 'What is shown is an excerpt of the rows that matter; all counts are those of the whole log.'
    : 'What is shown is an excerpt: its beginning, and the places that matter.';
  return `${took} ${shown} Nothing left this computer.`;
}

/** The same on the page, with a way to remove the piece. */
export function excerptNote(read: ReadPiece): HTMLElement {
  const { id, name = 'the paste' } = read.piece;
  return h(
    'p',
    { class: 'file-note' },
    h('span', {}, excerptWords(read)),
    h('button', { type: 'button', class: 'button', [REMOVE_PIECE]: id }, `Remove ${name}`),
  );
}
