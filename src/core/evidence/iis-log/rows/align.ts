/**
 * Reads a row by the types of its values: the assignment of values to columns, in order, that fits
 * best. Columns may be missing from the row and words may belong to no column; both cost. This is
 * global sequence alignment (Needleman and Wunsch 1970) over some 25 values and 25 columns, used
 * only for rows that their header does not explain.
 */
import { type Anchor, findAnchor } from './status-triple.ts';
import type { Cell } from '../../../text/cells.ts';
import type { FieldDef } from './fields.ts';
import { fit } from './column-fit.ts';
import { shapeOf } from './value-shape.ts';

export interface Alignment {
  /** Name of the column of each value; '' for one that fits none. */
  readonly names: readonly string[];
  /** How well it all fits, to compare readings of the same row. */
  readonly score: number;
  /** Values that found no column. */
  readonly strangers: number;
}

/** A column that is missing from the row; a status hardly ever is. */
const missing = (def: FieldDef | undefined): number => (def?.type === 'status' ? -2 : -0.25);
/** A word that belongs to no column. */
const STRANGER = -2;

/** Values of a row by the columns of `order`, the status triple first when `order` has it. */
export function align(cells: readonly Cell[], order: readonly FieldDef[]): Alignment | undefined {
  const status = order.findIndex((def) => def.type === 'status');
  const triple = order[status + 1]?.type === 'substatus';
  const anchor = triple ? findAnchor(cells) : undefined;
  if (status < 0 || (triple && !anchor)) return undefined;
  if (!anchor) return alignCells(cells, order);
  return aroundAnchor(cells, order, status, anchor);
}

function aroundAnchor(
  cells: readonly Cell[],
  order: readonly FieldDef[],
  status: number,
  anchor: Anchor,
): Alignment {
  const after = order[status + 2]?.type === 'win32' ? status + 3 : status + 2;
  const length = after === status + 2 ? 2 : anchor.length;
  const head = alignCells(cells.slice(0, anchor.at), order.slice(0, status));
  const tail = alignCells(cells.slice(anchor.at + length), order.slice(after));
  const middle = order.slice(status, status + length).map((def) => def.name);
  return {
    names: [...head.names, ...middle, ...tail.names],
    // Words after the last column are somebody's remark, not a sign of a wrong reading.
    score: head.score + anchor.score * 2 + Math.max(tail.score, -2),
    strangers: head.strangers + tail.strangers,
  };
}

function alignCells(cells: readonly Cell[], order: readonly FieldDef[]): Alignment {
  const shapes = cells.map((cell) => shapeOf(cell.value));
  return assign(cells.length, order, (i, { type }) =>
    fit(type, shapes[i] ?? 'text', cells[i]?.value ?? ''),
  );
}

/** How well a value, given by its index, suits a column. */
export type FitOf = (value: number, def: FieldDef) => number;

/** Best assignment of so many values to `order`; ties go to the earlier column. */
export function assign(rows: number, order: readonly FieldDef[], fitOf: FitOf): Alignment {
  const width = order.length + 1;
  // best[i * width + j]: the best score of the values from i on against the columns from j on.
  const best = new Float64Array((rows + 1) * width);
  const fits = new Float64Array((rows + 1) * width);
  for (let j = order.length - 1; j >= 0; j--)
    best[rows * width + j] = (best[rows * width + j + 1] ?? 0) + missing(order[j]);
  for (let i = rows - 1; i >= 0; i--) {
    best[i * width + order.length] = (best[(i + 1) * width + order.length] ?? 0) + STRANGER;
    for (let j = order.length - 1; j >= 0; j--) {
      const def = order[j];
      const score = def ? fitOf(i, def) : 0;
      fits[i * width + j] = score;
      const take = (best[(i + 1) * width + j + 1] ?? 0) + score;
      const skipColumn = (best[i * width + j + 1] ?? 0) + missing(def);
      const skipValue = (best[(i + 1) * width + j] ?? 0) + STRANGER;
      best[i * width + j] = Math.max(take, skipColumn, skipValue);
    }
  }
  return trace(best, fits, order, rows, width);
}

function trace(
  best: Float64Array,
  fits: Float64Array,
  order: readonly FieldDef[],
  rows: number,
  width: number,
): Alignment {
  const names: string[] = [];
  let strangers = 0;
  let i = 0;
  let j = 0;
  while (i < rows) {
    const here = best[i * width + j] ?? 0;
    const take = (best[(i + 1) * width + j + 1] ?? 0) + (fits[i * width + j] ?? 0);
    if (j < order.length && here === take) {
      names.push(order[j]?.name ?? '');
      i++;
      j++;
    } else if (j < order.length && here === (best[i * width + j + 1] ?? 0) + missing(order[j])) {
      j++;
    } else {
      names.push('');
      strangers++;
      i++;
    }
  }
  return { names, score: best[0] ?? 0, strangers };
}
