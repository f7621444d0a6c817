/**
 * Reads a row whose columns cannot be trusted, by the types of its values: against its header, and
 * against the order in which HTTP.sys writes. What is read must be certain enough that a line of
 * prose or of another log does not pass for a row.
 */
import { align } from './align.ts';
import { type Cell, splitStatus, unwrap } from '../../../text/cells.ts';
import type { Columns } from './by-header.ts';
import { type FieldDef, HTTPERR_ORDER, W3C_ORDER } from './fields.ts';
import { fit } from './column-fit.ts';
import type { Header } from './header.ts';
import { withoutQuotes } from './stray-quotes.ts';
import { shapeOf } from './value-shape.ts';

/** Evidence beyond the triple that a row needs: date, time, verb, path, address ... */
const EVIDENCE = 2;

/** A row read by the types of its values; undefined when too little in it is certain. */
export function byType(raw: readonly Cell[], header?: Header): Columns | undefined {
  const cells = splitStatus(withoutQuotes(raw.map(unwrap)));
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
    const format = httperr ? 'httperr' : 'w3c';
    best = { cells, names: found.names, format, by: 'types', exact: false, score };
  }
  return best && siteNamed(withoutTail(best));
}

/**
 * A name before the verb is the server's where its address follows. Without the address it is the
 * site's: Azure App Service writes no s-ip.
 */
function siteNamed(columns: Columns): Columns {
  const { names } = columns;
  const at = names.indexOf('s-computername');
  if (at < 0 || names[at + 1] !== 'cs-method' || names.includes('s-sitename')) return columns;
  return { ...columns, names: names.with(at, 's-sitename') };
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
