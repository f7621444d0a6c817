/** The rows of attempts, as numbers in typed arrays, with the few that were read as text. */
import type { RowStore } from './attempts/attempt-record.ts';
import type { Header } from './rows/header.ts';
import type { KeptRow, RowPlace } from './kept-row.ts';

const FIRST_ROOM = 4_096;

/** From a row on: its file and header. */
interface Section {
  readonly from: number;
  readonly header: Header | undefined;
  readonly file: string | undefined;
}

export class KeptPlaces implements RowStore<KeptRow, RowPlace> {
  readonly room: number;
  #columns = columnsFor(FIRST_ROOM);
  #rows = 0;
  /** First row of each attempt. */
  #begins = new Uint32Array(FIRST_ROOM);
  #attempts = 0;
  readonly #sections: Section[] = [];
  /** Rows that cannot be read again by their place alone. */
  readonly #read = new Map<number, KeptRow>();

  constructor(room: number) {
    this.room = room;
  }

  bytesOf({ read }: KeptRow): number {
    return read ? 1_000 : 18;
  }

  add(rows: readonly KeptRow[]): void {
    if (this.#attempts + 1 >= this.#begins.length) this.#begins = grown(this.#begins);
    for (const row of rows) this.#add(row);
    this.#begins[++this.#attempts] = this.#rows;
  }

  rowsOf(attempt: number): readonly RowPlace[] {
    const places: RowPlace[] = [];
    const end = this.#begins[attempt + 1] ?? 0;
    for (let row = this.#begins[attempt] ?? 0; row < end; row++) places.push(this.#placeOf(row));
    return places;
  }

  #add(row: KeptRow): void {
    const at = this.#rows++;
    if (at === this.#columns.place.length) {
      const { status, place, line, length } = this.#columns;
      this.#columns = {
        status: grown(status),
        place: grown(place),
        line: grown(line),
        length: grown(length),
      };
    }
    const columns = this.#columns;
    columns.status[at] = row.status;
    columns.place[at] = row.place;
    columns.line[at] = row.line;
    columns.length[at] = row.length;
    if (row.read) this.#read.set(at, row);
    const section = this.#sections.at(-1);
    if (section?.header === row.header && section?.file === row.file) return;
    this.#sections.push({ from: at, header: row.header, file: row.file });
  }

  #placeOf(row: number): RowPlace {
    const read = this.#read.get(row);
    if (read) return read;
    const { status, place, line, length } = this.#columns;
    const section = this.#sections.findLast(({ from }) => from <= row);
    return {
      status: status[row] ?? 0,
      place: place[row] ?? 0,
      line: line[row] ?? 0,
      length: length[row] ?? 0,
      header: section?.header,
      file: section?.file,
    };
  }
}

function columnsFor(room: number) {
  return {
    status: new Uint16Array(room),
    place: new Float64Array(room),
    line: new Uint32Array(room),
    length: new Uint32Array(room),
  };
}

/** The same array with twice the room. */
function grown<A extends Uint16Array | Uint32Array | Float64Array>(array: A): A {
  const larger = new (array.constructor as new (length: number) => A)(2 * array.length);
  larger.set(array);
  return larger;
}
