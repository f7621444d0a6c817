/**
 * The attempts under way, as numbers in typed arrays: millions begin and end in a large log, and
 * objects for them would keep the garbage collector busy for most of the time.
 */
import { grown } from './grown.ts';
import { type KeptRows, NO_ROW, type RowPlace } from './kept-rows.ts';
import type { Leg } from './leg-of-401.ts';
import type { RowNumbers } from './row-numbers.ts';
import { bitOf, weightOf } from './signs.ts';

export const NO_ATTEMPT = -1;
const FIRST_ROOM = 1_024;
/** 401s kept of one attempt, half of them from its beginning; a service may try for days. */
const REFUSALS = 200;

export class OpenAttempts {
  readonly #rows: KeptRows;
  #free = NO_ATTEMPT;
  #used = 0;
  #count = 0;

  /** Its visitor; 0 for a slot that is free. Visitors count from 1. */
  visitor = new Int32Array(FIRST_ROOM);
  /** The visitor's attempt that began before it. */
  older = new Int32Array(FIRST_ROOM);
  /** The step of its last row, and the signs of all. */
  stage = new Uint8Array(FIRST_ROOM);
  signs = new Int32Array(FIRST_ROOM);
  /** When its first request began and when its last row was written. */
  first = new Float64Array(FIRST_ROOM);
  /** The first as the log shows it, in whole seconds where its clock has no more. */
  shown = new Float64Array(FIRST_ROOM);
  last = new Float64Array(FIRST_ROOM);
  /** Where its first row is. */
  place = new Float64Array(FIRST_ROOM);
  /** All its rows, and the refusals (401.1, 401.3) among them. */
  rows = new Uint32Array(FIRST_ROOM);
  refusals = new Uint32Array(FIRST_ROOM);
  /** Ids of the name that its rows give, and of the person; 0 while none does. */
  user = new Uint32Array(FIRST_ROOM);
  person = new Uint32Array(FIRST_ROOM);
  /** Codes of the row that decided. */
  substatus = new Int32Array(FIRST_ROOM);
  win32 = new Float64Array(FIRST_ROOM);
  /** The attempt that this one goes on with, if it comes to that, and the place that tells it. */
  after = new Int32Array(FIRST_ROOM);
  afterPlace = new Float64Array(FIRST_ROOM);
  /** The ended attempt that asked for the same right after it, by its number; -1 without one. */
  repeated = new Float64Array(FIRST_ROOM);
  /** Its kept rows: the first, the middle one of many, the last, and their number. */
  head = new Int32Array(FIRST_ROOM);
  #middle = new Int32Array(FIRST_ROOM);
  tail = new Int32Array(FIRST_ROOM);
  kept = new Uint16Array(FIRST_ROOM);

  constructor(rows: KeptRows) {
    this.#rows = rows;
  }

  /** Attempts under way. */
  get count(): number {
    return this.#count;
  }

  /** All slots are below it. */
  get end(): number {
    return this.#used;
  }

  /** Begins an attempt of a visitor with its first row. Returns its slot. */
  begin(visitor: number, older: number, row: RowNumbers, stage: Leg, signs: number): number {
    const at = this.#slot();
    const kept = this.#rows.add(row);
    this.#count++;
    this.visitor[at] = visitor;
    this.older[at] = older;
    this.stage[at] = stage;
    this.signs[at] = signs;
    this.first[at] = row.start;
    this.shown[at] = secondOf(row);
    this.last[at] = row.end;
    this.place[at] = row.place;
    this.rows[at] = 1;
    this.refusals[at] = 0;
    this.user[at] = row.user;
    this.person[at] = row.person;
    this.substatus[at] = row.substatus;
    this.win32[at] = row.win32;
    this.after[at] = NO_ATTEMPT;
    this.repeated[at] = NO_ATTEMPT;
    this.head[at] = kept;
    this.#middle[at] = kept;
    this.tail[at] = kept;
    this.kept[at] = 1;
    return at;
  }

  /** The attempt goes on with a row. */
  goOn(at: number, row: RowNumbers, stage: Leg, signs: number): void {
    this.#decide(at, signs, row.substatus, row.win32);
    this.stage[at] = stage;
    this.#lasts(at, row.end);
    this.rows[at] = (this.rows[at] ?? 0) + 1;
    if (row.user !== 0) {
      this.user[at] = row.user;
      this.person[at] = row.person;
    }
    this.#chain(at, this.#rows.add(row));
  }

  /** The attempt ends in an accepted answer, which decides nothing: its codes are not quoted. */
  accept(at: number, row: RowNumbers): void {
    this.signs[at] = (this.signs[at] ?? 0) | bitOf('accepted');
    this.#lasts(at, row.end);
    this.rows[at] = (this.rows[at] ?? 0) + 1;
    this.user[at] = row.user;
    this.person[at] = row.person;
    const kept = this.#rows.add(row);
    this.#rows.link(this.tail[at] ?? NO_ROW, kept);
    this.tail[at] = kept;
  }

  /** Two attempts are one: `into` takes over what `from` has, whose slot is not freed yet. */
  join(into: number, from: number): void {
    this.#decide(into, this.signs[from] ?? 0, this.substatus[from] ?? -1, this.win32[from] ?? -1);
    this.stage[into] = this.stage[from] ?? 0;
    this.#lasts(into, this.last[from] ?? NaN);
    this.rows[into] = (this.rows[into] ?? 0) + (this.rows[from] ?? 0);
    this.refusals[into] = (this.refusals[into] ?? 0) + (this.refusals[from] ?? 0);
    if (this.user[from] !== 0) {
      this.user[into] = this.user[from] ?? 0;
      this.person[into] = this.person[from] ?? 0;
    }
    for (let row = this.head[from] ?? NO_ROW; row !== NO_ROW;) {
      const next = this.#rows.nextOf(row);
      this.#chain(into, row);
      row = next;
    }
  }

  /** The slot is free again; who keeps the rows has taken them. */
  free(at: number): void {
    this.visitor[at] = 0;
    this.older[at] = this.#free;
    this.#free = at;
    this.#count--;
  }

  /** Rows that are kept of it. */
  rowsOf(at: number): RowPlace[] {
    return this.#rows.chain(this.head[at] ?? NO_ROW);
  }

  /** Notes the signs of a row, and its codes where none weighs more. */
  #decide(at: number, signs: number, substatus: number, win32: number): void {
    const before = this.signs[at] ?? 0;
    this.signs[at] = before | signs;
    if (weightOf(signs) < weightOf(before)) return;
    this.substatus[at] = substatus;
    this.win32[at] = win32;
  }

  #lasts(at: number, end: number): void {
    if (!(end < (this.last[at] ?? NaN))) this.last[at] = end;
  }

  /** Adds a row to those that are kept; of very many, the first and the last ones are. */
  #chain(at: number, row: number): void {
    this.#rows.link(this.tail[at] ?? NO_ROW, row);
    this.#rows.link(row, NO_ROW);
    this.tail[at] = row;
    const kept = (this.kept[at] ?? 0) + 1;
    this.kept[at] = Math.min(kept, REFUSALS);
    if (kept === REFUSALS / 2) this.#middle[at] = row;
    if (kept > REFUSALS) this.#rows.dropAfter(this.#middle[at] ?? NO_ROW);
  }

  #slot(): number {
    const at = this.#free;
    if (at !== NO_ATTEMPT) {
      this.#free = this.older[at] ?? NO_ATTEMPT;
      return at;
    }
    if (this.#used === this.visitor.length) this.#grow();
    return this.#used++;
  }

  #grow(): void {
    this.visitor = grown(this.visitor);
    this.older = grown(this.older);
    this.stage = grown(this.stage);
    this.signs = grown(this.signs);
    this.first = grown(this.first);
    this.shown = grown(this.shown);
    this.last = grown(this.last);
    this.place = grown(this.place);
    this.rows = grown(this.rows);
    this.refusals = grown(this.refusals);
    this.user = grown(this.user);
    this.person = grown(this.person);
    this.substatus = grown(this.substatus);
    this.win32 = grown(this.win32);
    this.after = grown(this.after);
    this.afterPlace = grown(this.afterPlace);
    this.repeated = grown(this.repeated);
    this.head = grown(this.head);
    this.#middle = grown(this.#middle);
    this.tail = grown(this.tail);
    this.kept = grown(this.kept);
  }
}

/** `08:15:02` for a row of 08:15:02 whose request took 3 ms, and not the second before. */
function secondOf({ start, end }: RowNumbers): number {
  return end - 1_000 * Math.floor((end - start) / 1_000);
}
