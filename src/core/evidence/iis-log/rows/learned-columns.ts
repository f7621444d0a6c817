/**
 * What the columns of rows without a header are, learned of the rows before: of many rows that are one
 * of the sets that servers write, of what the values of many rows look like column by column, or of
 * the header of an earlier file that fits. From then on rows with as many values are read as under a
 * header, so that one odd value (a query `GET`, an agent `12345`) does not change what a row says, and
 * files of any size are read by the scanner of bytes.
 */
import { byHeader, type Columns } from './by-header.ts';
import { suits } from './by-set.ts';
import { ColumnProfile } from './column-profile.ts';
import { W3C_ORDER } from './fields.ts';
import type { Header } from './header.ts';
import { guessDelimiter, splitBy } from './row-splits.ts';

/** Rows alike after which their columns are known: more than a person pastes of one kind. */
const ENOUGH = 32;
/** Numbers of values that are learned in one text. */
const MOST = 8;
/** Headers of earlier files that are tried. */
const MOST_EARLIER = 8;

/** Rows with one delimiter and number of values. */
interface Alike {
  readonly profile: ColumnProfile;
  readonly sets: Map<string, { count: number; columns: Columns }>;
}

export class LearnedColumns {
  readonly #earlier: Header[];
  readonly #known: Header[] = [];
  readonly #alike = new Map<string, Alike>();

  /** `earlier` are the headers of earlier files, the last one first. */
  constructor(earlier: readonly Header[] = []) {
    this.#earlier = earlier.slice(0, MOST_EARLIER);
  }

  /** What the next file may have: the header of this one, if it has any, and what was learned. */
  forNext(header: Header | undefined): LearnedColumns {
    const own = header?.format === 'w3c' && header.names.includes('sc-status') ? [header] : [];
    const all = [...own, ...this.#known, ...this.#earlier];
    const keys = all.map(({ delimiter, names }) => delimiter + names.join(' '));
    return new LearnedColumns(all.filter((_, i) => keys.indexOf(keys[i] ?? '') === i));
  }

  /** The row, if it is as rows before it. */
  read(text: string, start: number, end: number): { columns: Columns; header: Header } | undefined {
    for (const header of this.#known) {
      const columns = byHeader(text, start, end, header);
      if (columns) return { columns, header };
    }
    return this.#readAsEarlier(text, start, end);
  }

  /** Takes note of a row that was read without a header; `columns` were found by set or by type. */
  note(text: string, start: number, end: number, columns: Columns): void {
    if (columns.format !== 'w3c' || this.#known.length >= MOST) return;
    const delimiter = guessDelimiter(text, start);
    const count = columns.cells.length;
    const cells = splitBy(delimiter, text, start, end);
    // Values that were taken apart or left out: no row of this kind can be read as under a header.
    if (cells.length !== count || this.#knows(delimiter, count)) return;
    const key = `${delimiter}${count}`;
    const alike = this.#alike.get(key) ?? { profile: new ColumnProfile(count), sets: new Map() };
    if (this.#alike.size < 4 * MOST) this.#alike.set(key, alike);
    const header = columns.set === undefined ? ofTypes(alike, columns) : ofSet(alike, columns);
    if (header) this.#known.push({ ...header, delimiter });
  }

  #readAsEarlier(text: string, start: number, end: number) {
    for (const earlier of this.#earlier) {
      if (this.#knows(earlier.delimiter, earlier.names.length)) continue;
      const isNamed = earlier.by !== 'set' && earlier.by !== 'rows';
      const header: Header = isNamed ? { ...earlier, by: 'earlier' } : earlier;
      const columns = byHeader(text, start, end, header);
      // The first row must prove it.
      if (!columns || !suits(columns.cells, header.fields)) continue;
      this.#known.push(header);
      return { columns, header };
    }
    return undefined;
  }

  #knows(delimiter: string, count: number): boolean {
    return this.#known.some((one) => one.delimiter === delimiter && one.names.length === count);
  }
}

type Found = Omit<Header, 'delimiter'>;
const NOWHERE = { start: 0, end: 0 };

/** The set's columns, when enough rows had them. */
function ofSet({ sets }: Alike, columns: Columns): Found | undefined {
  const { set = '', names } = columns;
  const seen = sets.get(set) ?? { count: 0, columns };
  seen.count++;
  sets.set(set, seen);
  if (seen.count < ENOUGH) return undefined;
  const fields = names.flatMap((name) => W3C_ORDER.find((def) => def.name === name) ?? []);
  return { fields, names, format: 'w3c', by: 'set', set, ...NOWHERE };
}

/** The columns that all rows together have, when there are enough. */
function ofTypes({ profile }: Alike, { cells, names }: Columns): Found | undefined {
  profile.add(cells, names);
  if (profile.rows % ENOUGH !== 0) return undefined;
  const fields = profile.fields();
  return (
    fields && {
      fields,
      names: fields.map(({ name }) => name),
      format: 'w3c',
      by: 'rows',
      ...NOWHERE,
    }
  );
}
