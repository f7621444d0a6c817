/** The pieces of evidence on the page: one is in the paste area, and all of them are one case. */
import {
  EDITED_LENGTH,
  type Excerpt,
  placeInWhole,
  type Span,
  spanInExcerpt,
} from '../../core/index.ts';
import type { PieceSent } from './protocol.ts';

export interface Piece extends PieceSent {
  /** What is shown of files; absent until they were read. */
  readonly excerpt?: Excerpt;
  /** The file is a paste that is too long to be edited. */
  readonly isPaste?: true;
  /** The piece that it took the place of, and that comes back when it is removed. */
  readonly instead?: Piece;
}

/** All pieces at one moment, to come back to. */
export interface Snapshot {
  readonly pieces: readonly Piece[];
  readonly active: number;
}

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
  add(piece: Omit<Piece, 'id'>): void {
    const added = { id: ++this.#ids, ...piece };
    const kept = this.#pieces.filter((one) => one !== this.active || !isEmpty(one));
    this.#pieces = [...kept, added];
    this.#active = this.#pieces.length - 1;
  }

  /** Puts a piece in the place of the active one. */
  replace(piece: Omit<Piece, 'id' | 'instead'>): void {
    this.#put(this.#active, { id: ++this.#ids, ...piece, instead: this.active });
  }

  /** The text of the active piece is a different one. It is a paste now, whatever it was before. */
  write(text: string): void {
    const { id } = this.active;
    this.#put(this.#active, { id, text });
  }

  /** What is shown of the files of a piece. */
  excerpt(id: number, excerpt: Excerpt): void {
    const index = this.indexOf(id);
    const piece = this.#pieces[index];
    if (piece?.files) this.#put(index, { ...piece, excerpt });
  }

  snapshot(): Snapshot {
    return { pieces: this.#pieces, active: this.#active };
  }

  restore({ pieces, active }: Snapshot): void {
    this.#pieces = pieces;
    this.#active = active;
  }

  /** An empty active piece goes away, unless it is the only one; the last piece is the active one. */
  dropEmpty(): void {
    if (this.#pieces.length > 1 && isEmpty(this.active)) this.remove(this.#active);
  }

  indexOf(id: number): number {
    return this.#pieces.findIndex((piece) => piece.id === id);
  }

  select(index: number): void {
    if (this.#pieces[index]) this.#active = index;
  }

  /** Removes a piece; what it took the place of comes back. */
  remove(index: number): void {
    const piece = this.#pieces[index];
    if (!piece) return;
    if (piece.instead) {
      this.#put(index, piece.instead);
      return;
    }
    if (this.#pieces.length === 1) {
      this.clear();
      return;
    }
    this.#pieces = this.#pieces.filter((_, place) => place !== index);
    if (this.#active >= index && this.#active > 0) this.#active -= 1;
  }

  #put(index: number, piece: Piece): void {
    this.#pieces = this.#pieces.with(index, piece);
  }
}

function isEmpty({ text, files }: Piece): boolean {
  return text === '' && !files;
}

/** Is a text (UTF-16 code units) or a file (bytes) too long to be edited? Every key would be held up. */
export function isTooLong(length: number): boolean {
  return length > EDITED_LENGTH;
}

/** What the paste area shows of a piece. */
export function shownText({ text, excerpt }: Piece): string {
  return excerpt?.text ?? text;
}

/** A span of the piece as a range of what is shown of it; undefined for what is not shown. */
export function shownSpan({ excerpt }: Piece, span: Span): Span | undefined {
  return excerpt ? spanInExcerpt(excerpt, span) : span;
}

/** The characters at a place of a piece, as far as they are shown. */
export function textAt(piece: Piece, span: Span): string {
  const shown = shownSpan(piece, span);
  return shown ? shownText(piece).slice(shown.start, shown.end) : '';
}

/** The offset in the piece of an offset in what is shown of it; undefined for what is left out. */
export function placeIn({ excerpt }: Piece, shown: number): number | undefined {
  return excerpt ? placeInWhole(excerpt, shown) : shown;
}
