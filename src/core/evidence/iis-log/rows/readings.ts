/** Counts how the rows of a log were read, for a reader who wants to check or correct it. */
import type { LogReading } from '../../../contract/decoded.ts';
import { LOG_READINGS, LOG_ROW_CELLS } from '../../../limits.ts';
import type { Row } from './row.ts';

/** Characters of a value that are shown. */
const VALUE_LENGTH = 200;
/** Lines of damaged rows that are named. */
const LINES = 5;

/** Rows that were read in one way. */
export interface Counted {
  first: Row;
  /** Where the first row is, in all texts or files one after the other. */
  place: number;
  readonly lines: number[];
  rows: number;
  repaired: number;
}

export class Readings {
  readonly #counted = new Map<string, Counted>();
  #last: Counted | undefined;

  /** Counts a row at a place, or as many as were read like it. */
  add(row: Row, place: number, rows = 1): void {
    const last = this.#last;
    const same = last?.first.by === row.by && last.first.names === row.names ? last : undefined;
    const counted = same ?? this.#find(row, place);
    this.#last = counted;
    counted.rows += rows;
    if (!row.recovered) return;
    counted.repaired++;
    if (counted.lines.length < LINES) counted.lines.push(row.line);
  }

  /** In the order in which they began; their rows add up to those of the log. */
  list(): LogReading[] {
    const inOrder = [...this.#counted.values()].sort((a, b) => a.place - b.place);
    return inOrder.map(({ first, lines, rows, repaired }) => ({
      format: first.format,
      by: first.by,
      ...(first.set !== undefined && { name: first.set }),
      columns: first.names.slice(0, LOG_ROW_CELLS),
      values: first.cells.slice(0, LOG_ROW_CELLS).map(({ value }) => value.slice(0, VALUE_LENGTH)),
      ...{ rows, repaired, firstLine: first.line },
      ...(lines.length > 0 && { lines }),
    }));
  }

  /** Everything, to be handed to another thread. */
  part(): readonly Counted[] {
    return [...this.#counted.values()];
  }

  /** Takes over what another thread has counted of the same log. */
  absorb(part: readonly Counted[]): void {
    for (const { first, place, lines, rows, repaired } of part) {
      const counted = this.#find(first, place);
      counted.rows += rows;
      counted.repaired += repaired;
      counted.lines.push(...lines);
      counted.lines.sort((a, b) => a - b).splice(LINES);
      if (place < counted.place) Object.assign(counted, { first, place });
    }
  }

  #find(row: Row, place: number): Counted {
    const way = `${row.format} ${row.by}`;
    const isFull = this.#counted.size >= LOG_READINGS;
    // The columns of a row read by type are its own; beyond the limit rows are counted by way alone.
    const own = row.by === 'types' || row.by === 'pairs' || row.by === 'bare' || isFull;
    const key = own ? way : `${way} ${row.names.join(' ')}`;
    let counted = this.#counted.get(key);
    if (!counted) {
      counted = { first: row, place, lines: [], rows: 0, repaired: 0 };
      this.#counted.set(key, counted);
    }
    return counted;
  }
}
