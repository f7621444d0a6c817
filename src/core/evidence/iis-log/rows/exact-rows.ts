/** Rows that are as their header says, as the person says, or as the rows before them were. */
import { byGiven } from './by-given-columns.ts';
import { byHeader, type Columns } from './by-header.ts';
import type { Header } from './header.ts';
import type { LearnedColumns } from './learned-columns.ts';

/** How the last row was written that was read by its header, or by what was learned. */
export interface LastRow {
  readonly header: Header;
  /** What stands before it in its line. */
  readonly prefix: string;
  /** The character between its values. */
  readonly delimiter: string;
}

export class ExactRows {
  readonly #text: string;
  readonly #learned: LearnedColumns;
  readonly #given: Header | undefined;
  last: LastRow | undefined;

  /** `given` are the columns that the person named. */
  constructor(
    text: string,
    learned: LearnedColumns,
    { given, last }: { given: Header | undefined; last: LastRow | undefined },
  ) {
    this.#text = text;
    this.#learned = learned;
    this.#given = given;
    this.last = last;
  }

  /** The row from `start` to `end` in a line that begins at `line`. */
  read(header: Header | undefined, line: number, start: number, end: number): Columns | undefined {
    const given = this.#given && byGiven(this.#text, start, end, this.#given);
    if (given) return given;
    const found = header
      ? this.#under(header, start, end)
      : this.#learned.read(this.#text, start, end);
    if (found) this.last = this.#written(found.header, found.columns, line, start);
    return found?.columns;
  }

  #under(header: Header, start: number, end: number) {
    const columns = byHeader(this.#text, start, end, header);
    return columns && { columns, header };
  }

  #written(header: Header, { cells }: Columns, line: number, start: number): LastRow {
    const isTab = header.delimiter === ' ' && this.#text[cells[0]?.end ?? 0] === '\t';
    const { last } = this;
    const { delimiter } = header;
    const prefix = this.#text.slice(line, start);
    // Nearly every row is written as the one before it.
    if (last?.header === header && last.prefix === prefix && (last.delimiter === '\t') === isTab) {
      return last;
    }
    return { header, prefix, delimiter: isTab ? '\t' : delimiter };
  }
}
