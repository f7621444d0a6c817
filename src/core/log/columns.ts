/**
 * Reads the values of one row: by its header when the row agrees with it, by a known set of columns
 * when there is no header, and else by type.
 */
import { align } from './align.ts';
import {
  type Cell,
  splitDelimited,
  splitQuoted,
  splitRuns,
  splitSingle,
  splitStatus,
  unwrap,
} from './cells.ts';
import { type FieldDef, HTTPERR_ORDER, W3C_ORDER } from './fields.ts';
import { HTTPERR_SETS, W3C_SETS } from './fieldsets.ts';
import { canBe, fit } from './fit.ts';
import type { Header } from './header.ts';
import type { RowFormat } from './row.ts';
import { isEmpty, shapeOf } from './shape.ts';

export interface Columns {
  readonly cells: readonly Cell[];
  readonly names: readonly string[];
  readonly format: RowFormat;
  /** False when values were found by type. */
  readonly exact: boolean;
  readonly score: number;
}

/** Columns that decide whether a row agrees with its header; the others hold anything. */
const TELLING = new Set(['date', 'time', 'port', 'status', 'verb']);
/** Evidence beyond the triple that a row needs: date, time, verb, path, address ... */
const EVIDENCE = 2;

/** A row that has exactly the columns of its header, each with a value that can stand there. */
export function byHeader(
  text: string,
  start: number,
  end: number,
  header: Header,
): Columns | undefined {
  for (const cells of splits(text, start, end, header)) {
    if (cells.length === header.fields.length && agrees(cells, header.fields, header.format)) {
      return { cells, names: header.names, format: header.format, exact: true, score: 100 };
    }
  }
  return undefined;
}

function* splits(text: string, start: number, end: number, header: Header): Generator<Cell[]> {
  if (header.delimiter !== ' ') {
    const cells = splitDelimited(text, start, end, header.delimiter);
    yield header.delimiter === '|' ? withoutBars(cells) : cells;
    return;
  }
  const single = splitSingle(text, start, end);
  yield single;
  yield splitRuns(text, start, end);
  const row = text.slice(start, end);
  if (row.includes('"')) yield splitQuoted(text, start, end);
  // CloudFront and others name the columns with spaces and write the rows with tabs.
  if (row.includes('\t')) yield splitDelimited(text, start, end, '\t');
}

function withoutBars(cells: readonly Cell[]): Cell[] {
  const from = cells[0]?.value === '' ? 1 : 0;
  return cells.slice(from, cells.at(-1)?.value === '' ? -1 : undefined);
}

/** Date, time, verb, port and status must be what their columns say. */
function agrees(cells: readonly Cell[], fields: readonly FieldDef[], format: RowFormat): boolean {
  for (let i = 0; i < fields.length; i++) {
    const type = fields[i]?.type ?? 'text';
    if (!TELLING.has(type)) continue;
    const value = cells[i]?.value ?? '';
    // Only HTTP.sys writes rows without a status: for connections that it closed unanswered.
    if (type === 'status' && format !== 'httperr' && isEmpty(value)) return false;
    if (type === 'verb' ? !/^[A-Za-z_\-[\]0-9]*$/.test(value) : !fits(type, value)) return false;
  }
  return true;
}

function fits(type: FieldDef['type'], value: string): boolean {
  return canBe(type, shapeOf(value), value);
}

/** A row without a header whose columns are one of the sets that servers write. */
export function bySet(cells: readonly Cell[]): Columns | undefined {
  for (const sets of [W3C_SETS, HTTPERR_SETS]) {
    for (const { fields } of sets) {
      if (cells.length !== fields.length) continue;
      const format = sets === W3C_SETS ? 'w3c' : 'httperr';
      const score = agrees(cells, fields, format) ? total(cells, fields) : undefined;
      if (score === undefined) continue;
      return { cells, names: namesOf(fields), format, exact: true, score };
    }
  }
  return undefined;
}

/** Sum of the fits when every value can stand in its column. */
function total(cells: readonly Cell[], fields: readonly FieldDef[]): number | undefined {
  let sum = 0;
  for (let i = 0; i < fields.length; i++) {
    const value = cells[i]?.value ?? '';
    const score = fit(fields[i]?.type ?? 'text', shapeOf(value), value);
    // A value that merely can stand there is no proof; one that speaks against it is a refusal.
    if (score < -1) return undefined;
    sum += score;
  }
  return sum;
}

const nameCache = new WeakMap<readonly FieldDef[], readonly string[]>();

function namesOf(fields: readonly FieldDef[]): readonly string[] {
  let names = nameCache.get(fields);
  if (!names) nameCache.set(fields, (names = fields.map((field) => field.name)));
  return names;
}

/** A row read by the types of its values; undefined when too little in it is certain. */
export function byType(raw: readonly Cell[], header?: Header): Columns | undefined {
  const cells = splitStatus(raw.map(unwrap));
  const orders: readonly (readonly FieldDef[])[] = header
    ? [header.fields, header.format === 'httperr' ? HTTPERR_ORDER : W3C_ORDER]
    : [W3C_ORDER, HTTPERR_ORDER];
  let best: Columns | undefined;
  for (const order of orders) {
    const found = align(cells, order);
    if (!found || !isCertain(cells, found.names, order)) continue;
    // The header is the better witness when both orders explain the row.
    const score = found.score + (order === header?.fields ? 1 : 0);
    if ((best?.score ?? -Infinity) >= score) continue;
    const httperr =
      order === HTTPERR_ORDER || (header?.format === 'httperr' && order === header.fields);
    best = { cells, names: found.names, format: httperr ? 'httperr' : 'w3c', exact: false, score };
  }
  return best && withoutTail(best);
}

/**
 * A row has an HTTP status, or in HTTPERR a reason, and some values that fit only their columns.
 * Without this a dated line of any other log would pass.
 */
function isCertain(
  cells: readonly Cell[],
  names: readonly string[],
  order: readonly FieldDef[],
): boolean {
  const reasons = order.findIndex((def) => def.type === 'reason');
  const telling = reasons >= 0 ? 's-reason' : 'sc-status';
  const value = cells[names.indexOf(telling)]?.value;
  if (value === undefined) return false;
  if (reasons >= 0 && shapeOf(value) !== 'reason') return false;
  return evidence(cells, names, order) >= EVIDENCE;
}

const PROOF = new Set(['date', 'time', 'verb', 'stem', 'ip', 'site', 'version', 'reason']);

/** How many values stand in a column that only such a value fits. */
function evidence(
  cells: readonly Cell[],
  names: readonly string[],
  order: readonly FieldDef[],
): number {
  let count = 0;
  for (const [i, name] of names.entries()) {
    const def = order.find((field) => field.name === name);
    const value = cells[i]?.value ?? '';
    if (def && PROOF.has(def.type) && fit(def.type, shapeOf(value), value) >= 2) count++;
  }
  return count;
}

/** Drops the words after the last column: a remark, a link, the rest of a sentence. */
function withoutTail(columns: Columns): Columns {
  let length = columns.names.length;
  while (length > 0 && columns.names[length - 1] === '') length--;
  return {
    ...columns,
    cells: columns.cells.slice(0, length),
    names: columns.names.slice(0, length),
  };
}
