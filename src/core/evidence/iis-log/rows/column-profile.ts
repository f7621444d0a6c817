/**
 * What the values of many rows with the same number of values look like, column by column. One row
 * without a user leaves open whether its `-` is the user or the query; all rows together do not.
 */
import { assign } from './align.ts';
import type { Cell } from '../../../text/cells.ts';
import { fit } from './column-fit.ts';
import { type FieldDef, W3C_ORDER } from './fields.ts';
import { shapeOf } from './value-shape.ts';
import { isPlausibleWin32, win32Number } from './win32.ts';

const WIDTH = W3C_ORDER.length;
const INDEX: ReadonlyMap<FieldDef, number> = new Map(W3C_ORDER.map((def, i) => [def, i]));
const STATUS = W3C_ORDER.findIndex(({ type }) => type === 'status');
/** Share of the rows that have a Win32 status where the column is one, and at most where it is not. */
const MOSTLY = 0.9;
const HARDLY = 0.5;
/** One odd value speaks no louder against a column than this. */
const AGAINST = -4;

export class ColumnProfile {
  readonly #count: number;
  /** Sum of the fits of each value with each column of W3C_ORDER. */
  readonly #fits: Float64Array;
  /** How often sc-status was at each index, and a Win32 status behind the substatus. */
  readonly #statuses: Uint32Array;
  readonly #win32s: Uint32Array;
  rows = 0;

  /** For rows of `count` values. */
  constructor(count: number) {
    this.#count = count;
    this.#fits = new Float64Array(count * WIDTH);
    this.#statuses = new Uint32Array(count);
    this.#win32s = new Uint32Array(count);
  }

  /** Takes a row that was read by type. */
  add(cells: readonly Cell[], names: readonly string[]): void {
    this.rows++;
    const status = names.indexOf('sc-status');
    if (names[status + 1] !== 'sc-substatus') return;
    count(this.#statuses, status);
    const win32 = win32Number(cells[status + 2]?.value ?? '');
    const isWin32 = win32 !== undefined && isPlausibleWin32(win32, Number(cells[status]?.value));
    if (isWin32) count(this.#win32s, status);
    for (const [i, { value }] of cells.entries()) {
      const shape = shapeOf(value);
      for (const [j, { type }] of W3C_ORDER.entries()) {
        const at = i * WIDTH + j;
        this.#fits[at] = (this.#fits[at] ?? 0) + Math.max(AGAINST, fit(type, shape, value));
      }
    }
  }

  /** The columns, when they are certain enough to read rows by them alone. */
  fields(): readonly FieldDef[] | undefined {
    const status = this.#statuses.findIndex((rows) => rows >= MOSTLY * this.rows);
    if (status < 0) return undefined;
    const share = (this.#win32s[status] ?? 0) / (this.#statuses[status] ?? 1);
    if (share > HARDLY && share < MOSTLY) return undefined;
    const codes = share >= MOSTLY ? 3 : 2;
    const head = this.#assigned(W3C_ORDER.slice(0, STATUS), 0, status);
    const tail = this.#assigned(W3C_ORDER.slice(STATUS + 3), status + codes, this.#count);
    if (!head || !tail) return undefined;
    return [...head, ...W3C_ORDER.slice(STATUS, STATUS + codes), ...tail];
  }

  /** The columns of some values, all of which must have one. */
  #assigned(order: readonly FieldDef[], from: number, to: number): FieldDef[] | undefined {
    const { names, strangers } = assign(to - from, order, (i, def) => {
      return (this.#fits[(from + i) * WIDTH + (INDEX.get(def) ?? 0)] ?? 0) / this.rows;
    });
    if (strangers > 0) return undefined;
    return names.flatMap((name) => order.find((def) => def.name === name) ?? []);
  }
}

function count(counts: Uint32Array, index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}
