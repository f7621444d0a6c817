/**
 * What is known of the rows of a log besides their numbers: those that were read as text, and from
 * which place on which header holds, in which file.
 */
import { countUpTo } from '../../text/count-up-to.ts';
import { forwardedName } from './rows/forwarded.ts';
import type { Header } from './rows/header.ts';
import type { ReadRow } from './kept-row.ts';

/** From a place on: the header that rows are read by again, and the file when there are several. */
interface Section {
  readonly from: number;
  readonly header: Header | undefined;
  readonly file: string | undefined;
}

/** A row as it was read, or how it is read again. */
export interface Known {
  readonly read?: ReadRow;
  readonly header: Header | undefined;
  readonly file: string | undefined;
}

/** The same as plain data. */
export interface KnownPart {
  readonly read: ReadonlyMap<number, ReadRow>;
  readonly sections: readonly Section[];
}

export class KnownRows {
  /** Rows that are remembered as they were read. */
  readonly #room: number;
  readonly #read = new Map<number, ReadRow>();
  readonly #sections: Section[] = [{ from: 0, header: undefined, file: undefined }];

  constructor(room: number) {
    this.#room = room;
  }

  /** Remembers a row that cannot be read again by its place alone, as long as there is room. */
  remember(place: number, read: ReadRow): void {
    if (this.#read.size < this.#room) this.#read.set(place, read);
  }

  /** Rows from this place on are under this header, in this file. */
  under(from: number, header: Header | undefined, file: string | undefined): void {
    const last = this.#sections.at(-1);
    if (last?.header === header && last?.file === file) return;
    this.#sections.push({ from, header, file });
  }

  /** Does a header have a column for the address in front of a proxy? */
  get isForwarded(): boolean {
    return (
      this.#sections.some(({ header }) => header && forwardedName(header.names) !== undefined) ||
      [...this.#read.values()].some(({ row }) => forwardedName(row.names) !== undefined)
    );
  }

  /** Everything, to be handed to another thread. */
  part(): KnownPart {
    return { read: this.#read, sections: this.#sections };
  }

  /** Takes over what another thread knows of the same log. */
  absorb({ read, sections }: KnownPart): void {
    for (const [place, row] of read) this.remember(place, row);
    this.#sections.push(...sections);
    this.#sections.sort((a, b) => a.from - b.from);
  }

  at(place: number): Known {
    const read = this.#read.get(place);
    const { header, file } = this.#sectionOf(place);
    return read ? { read, header, file: read.file } : { header, file };
  }

  #sectionOf(place: number): Section {
    const index = Math.max(0, countUpTo(this.#sections, place, ({ from }) => from) - 1);
    return this.#sections[index] ?? { from: 0, header: undefined, file: undefined };
  }
}
