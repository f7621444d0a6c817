/**
 * Where the rows of attempts are, as numbers in typed arrays. The rows of one attempt are a chain, so
 * that two attempts that turn out to be one are joined without moving anything.
 */
import { grown } from './grown.ts';

const FIRST_ROOM = 4_096;
/** Behind the last row of a chain. */
export const NO_ROW = -1;

/** Where a row is. */
export interface RowPlace {
  readonly status: number;
  /** Offset in all texts or files one after the other: it grows in the order of the log. */
  readonly place: number;
  /** Line of its text or file, counted from 1. */
  readonly line: number;
  /** Bytes of its line in a file, characters in a text. */
  readonly length: number;
}

/** Kept rows as plain data. */
export interface RowsPart {
  readonly place: Float64Array;
  readonly line: Uint32Array;
  readonly length: Uint32Array;
  readonly status: Uint16Array;
  readonly next: Int32Array;
  readonly used: number;
}

export class KeptRows {
  #place = new Float64Array(FIRST_ROOM);
  #line = new Uint32Array(FIRST_ROOM);
  #length = new Uint32Array(FIRST_ROOM);
  #status = new Uint16Array(FIRST_ROOM);
  #next = new Int32Array(FIRST_ROOM);
  #used = 0;
  #free = NO_ROW;

  /** Keeps a row as a chain of its own. Returns its number. */
  add({ place, line, length, status }: RowPlace): number {
    const row = this.#free === NO_ROW ? this.#fresh() : this.#free;
    if (row === this.#free) this.#free = this.nextOf(row);
    this.#place[row] = place;
    this.#line[row] = line;
    this.#length[row] = length;
    this.#status[row] = status;
    this.#next[row] = NO_ROW;
    return row;
  }

  /** The row behind it, or `NO_ROW`. */
  nextOf(row: number): number {
    return this.#next[row] ?? NO_ROW;
  }

  /** Has a chain go on with another one. */
  link(last: number, first: number): void {
    this.#next[last] = first;
  }

  /** Takes the row behind this one out of its chain. */
  dropAfter(row: number): void {
    const dropped = this.nextOf(row);
    if (dropped === NO_ROW) return;
    this.#next[row] = this.nextOf(dropped);
    this.#next[dropped] = this.#free;
    this.#free = dropped;
  }

  /** Forgets a whole chain. */
  drop(first: number, last: number): void {
    this.#next[last] = this.#free;
    this.#free = first;
  }

  /** The rows of a chain, in their order. */
  chain(first: number): RowPlace[] {
    const rows: RowPlace[] = [];
    for (let row = first; row !== NO_ROW; row = this.nextOf(row)) {
      rows.push({
        status: this.#status[row] ?? 0,
        place: this.#place[row] ?? 0,
        line: this.#line[row] ?? 0,
        length: this.#length[row] ?? 0,
      });
    }
    return rows;
  }

  /** Everything in it, to be handed to another thread; it is not to be used any more. */
  part(): RowsPart {
    return {
      ...{ place: this.#place, line: this.#line, length: this.#length, status: this.#status },
      ...{ next: this.#next, used: this.#used },
    };
  }

  /** Takes over the rows of another thread. Returns how much further they lie here. */
  absorb({ place, line, length, status, next, used }: RowsPart): number {
    const moved = this.#used;
    for (let row = 0; row < used; row++) {
      const at = this.#fresh();
      this.#place[at] = place[row] ?? 0;
      this.#line[at] = line[row] ?? 0;
      this.#length[at] = length[row] ?? 0;
      this.#status[at] = status[row] ?? 0;
      this.#next[at] = next[row] === NO_ROW ? NO_ROW : (next[row] ?? 0) + moved;
    }
    return moved;
  }

  #fresh(): number {
    if (this.#used === this.#place.length) {
      this.#place = grown(this.#place);
      this.#line = grown(this.#line);
      this.#length = grown(this.#length);
      this.#status = grown(this.#status);
      this.#next = grown(this.#next);
    }
    return this.#used++;
  }
}
