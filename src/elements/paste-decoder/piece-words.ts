/** What a piece of evidence is, in a few words: its name, its kinds, how much of them. */
import { counted, type Decoded, type Kind, KIND_NAMES } from '../../core/index.ts';
import type { Piece } from './case-pieces.ts';
import { letterOf } from './letters.ts';
import { sizeOf } from './sizes.ts';

/** Kinds that are named of one piece. */
const KINDS = 2;

export interface PieceWords {
  readonly letter: string;
  /** The name of its file, else what it turned out to be. */
  readonly name: string;
  /** `klist output, 12 lines` */
  readonly what: string;
}

/** The words for the piece with this index among those that hold something. */
export function wordsOf(piece: Piece, index: number, decoded?: Decoded): PieceWords {
  const kinds = decoded?.sources[index]?.kinds ?? [];
  const named = kinds.flatMap((kind) => (kind === 'unknown' ? [] : bare(KIND_NAMES[kind])));
  const kindWords = named.slice(0, KINDS).join(', ') + (named.length > KINDS ? ', …' : '');
  const isUnknown = kinds.includes('unknown');
  const amount = amountOf(piece, index, kinds, decoded);
  const what = [
    piece.name === undefined ? '' : kindWords,
    isUnknown ? 'not recognised' : '',
    amount,
  ].filter(Boolean);
  return {
    letter: letterOf(index),
    name: piece.name ?? (kindWords || 'pasted text'),
    what: what.join(', '),
  };
}

function amountOf(
  { text, files = [] }: Piece,
  index: number,
  kinds: readonly Kind[],
  decoded?: Decoded,
): string {
  const id = decoded?.sources[index]?.id;
  const isOnlyLog = decoded?.sources.filter((source) => source.kinds.includes('log')).length === 1;
  if (kinds.includes('log') && isOnlyLog && decoded.log) return counted(decoded.log.rows, 'row');
  const tokens = decoded?.tokens.filter(({ at }) => (at.source ?? id) === id).length ?? 0;
  if (tokens > 1) return counted(tokens, 'token');
  if (files.length > 0) return sizeOf(files.reduce((sum, file) => sum + file.size, 0));
  return counted(text.trimEnd().split('\n').length, 'line');
}

/** `a token` -> `token` */
function bare(name: string): string {
  return name.replace(/^an? /, '');
}
