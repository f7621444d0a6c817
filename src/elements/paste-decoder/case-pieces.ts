/** The pieces of evidence on the page: one is in the paste area, and all of them are one case. */
import type { PieceSent } from './protocol.ts';

export interface Piece extends PieceSent {
  readonly text: string;
  /** What the paste area shows of a text that is too long to be edited. */
  readonly shown?: string;
}

/** UTF-16 code units up to which a text can be edited; a longer one would hold up every key. */
const EDITABLE = 1_000_000;
/** UTF-16 code units that are shown of a longer one. */
const SHOWN = 100_000;

export class CasePieces {
  #pieces: readonly Piece[] = [];
  #active = 0;
  #ids = 0;

  constructor() {
    this.clear();
  }

  get all(): readonly Piece[] {
    return this.#pieces;
  }

  get active(): Piece {
    const piece = this.#pieces[this.#active];
    if (!piece) throw new Error('There is always a piece.');
    return piece;
  }

  get activeIndex(): number {
    return this.#active;
  }

  get isEmpty(): boolean {
    return this.filled().length === 0;
  }

  /** The pieces that hold something, as the worker takes them. */
  sent(): PieceSent[] {
    return this.filled().map(({ id, name, text, files }) => ({
      id,
      text,
      ...(name !== undefined && { name }),
      ...(files && { files }),
    }));
  }

  filled(): readonly Piece[] {
    return this.#pieces.filter(({ text, files }) => text.trim() !== '' || files);
  }

  /** One empty piece. */
  clear(): void {
    this.#pieces = [{ id: ++this.#ids, text: '' }];
    this.#active = 0;
  }

  /** Adds a piece and makes it the active one; an empty active piece gives way to it. */
  add(piece: Omit<Piece, 'id' | 'shown'>): void {
    const added = { id: ++this.#ids, ...piece, ...shortened(piece.text) };
    const kept = this.#pieces.filter((one) => one !== this.active || !isEmpty(one));
    this.#pieces = [...kept, added];
    this.#active = this.#pieces.length - 1;
  }

  /** The text of the active piece is a different one. It is a paste now, whatever it was before. */
  write(text: string): void {
    const { id } = this.active;
    this.#replace(this.#active, { id, text, ...shortened(text) });
  }

  /** What was read of the files of a piece. */
  excerpt(id: number, text: string): void {
    const index = this.#pieces.findIndex((piece) => piece.id === id);
    const piece = this.#pieces[index];
    if (piece?.files) this.#replace(index, { ...piece, text });
  }

  select(index: number): void {
    if (this.#pieces[index]) this.#active = index;
  }

  remove(index: number): void {
    if (this.#pieces.length === 1) {
      this.clear();
      return;
    }
    this.#pieces = this.#pieces.filter((_, place) => place !== index);
    if (this.#active >= index && this.#active > 0) this.#active -= 1;
  }

  #replace(index: number, piece: Piece): void {
    this.#pieces = this.#pieces.with(index, piece);
  }
}

function isEmpty({ text, files }: Piece): boolean {
  return text === '' && !files;
}

/** True for a text that is not put into the paste area as a whole. */
export function isTooLong(text: string): boolean {
  return text.length > EDITABLE;
}

function shortened(text: string): { shown?: string } {
  return isTooLong(text) ? { shown: text.slice(0, SHOWN) } : {};
}
