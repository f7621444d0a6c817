/** Counts how the rows of a log were read, for a reader who wants to check or correct it. */
import type { LogReading } from '../../../contract/decoded.ts';
import { LOG_READINGS, LOG_ROW_CELLS } from '../../../limits.ts';
import type { Row } from './row.ts';

/** Characters of a value that are shown. */
const VALUE_LENGTH = 200;
/** Lines of damaged rows that are named. */
const LINES = 5;

interface Counted {
  readonly first: Row;
  readonly lines: number[];
  rows: number;
  repaired: number;
}

export class Readings {
  readonly #counted = new Map<string, Counted>();
  #last: Counted | undefined;

  /** Counts a row, or as many as were read like it. */
  add(row: Row, rows = 1): void {
    const last = this.#last;
    const same = last?.first.by === row.by && last.first.names === row.names ? last : undefined;
    const counted = same ?? this.#find(row);
    this.#last = counted;
    counted.rows += rows;
    if (!row.recovered) return;
    counted.repaired++;
    if (counted.lines.length < LINES) counted.lines.push(row.line);
  }

  /** In the order in which they began; their rows add up to those of the log. */
  list(): LogReading[] {
    return [...this.#counted.values()].map(({ first, lines, rows, repaired }) => ({
      format: first.format,
      by: first.by,
      ...(first.set !== undefined && { name: first.set }),
      columns: first.names.slice(0, LOG_ROW_CELLS),
      values: first.cells.slice(0, LOG_ROW_CELLS).map(({ value }) => value.slice(0, VALUE_LENGTH)),
      ...{ rows, repaired, firstLine: first.line },
      ...(lines.length > 0 && { lines }),
    }));
  }

  #find(row: Row): Counted {
    const way = `${row.format} ${row.by}`;
    const isFull = this.#counted.size >= LOG_READINGS;
    // The columns of a row read by type are its own; beyond the limit rows are counted by way alone.
    const own = row.by === 'types' || row.by === 'pairs' || row.by === 'bare' || isFull;
    const key = own ? way : `${way} ${row.names.join(' ')}`;
    let counted = this.#counted.get(key);
    if (!counted) {
      counted = { first: row, lines: [], rows: 0, repaired: 0 };
      this.#counted.set(key, counted);
    }
    return counted;
  }
}
