/** Reads a whole row without a header by the sets of columns that servers write. */
import { type Cell, unwrap } from '../../../text/cells.ts';
import { agrees, type Columns } from './by-header.ts';
import type { FieldDef } from './fields.ts';
import { HTTPERR_SETS, W3C_SETS } from './fieldsets.ts';
import { fit } from './column-fit.ts';
import { withoutQuotes } from './stray-quotes.ts';
import { shapeOf } from './value-shape.ts';

/** A row without a header whose columns are one of the sets that servers write. */
export function bySet(raw: readonly Cell[]): Columns | undefined {
  const cells = withoutQuotes(raw.map(unwrap));
  for (const sets of [W3C_SETS, HTTPERR_SETS]) {
    for (const { name, fields } of sets) {
      if (cells.length !== fields.length) continue;
      const format = sets === W3C_SETS ? 'w3c' : 'httperr';
      const score = agrees(cells, fields, format) ? total(cells, fields) : undefined;
      if (score === undefined) continue;
      const names = namesOf(fields);
      return { cells, names, format, by: 'set', set: name, exact: true, score };
    }
  }
  return undefined;
}

/** Can each value stand in its column, and does none speak against it? */
export function suits(cells: readonly Cell[], fields: readonly FieldDef[]): boolean {
  return total(cells, fields) !== undefined;
}

/** Sum of the fits when every value can stand in its column. */
function total(cells: readonly Cell[], fields: readonly FieldDef[]): number | undefined {
  let sum = 0;
  for (let i = 0; i < fields.length; i++) {
    const type = fields[i]?.type ?? 'text';
    const value = cells[i]?.value ?? '';
    const shape = shapeOf(value);
    const score = fit(type, shape, value);
    // A value that merely can stand there is no proof; one that speaks against it is a refusal.
    if (score < -1 || (type === 'status' && value.length > 3)) return undefined;
    // HTTP.sys always gives its reason: without one the row was cut off, or is none of its.
    if (type === 'reason' && shape !== 'reason') return undefined;
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
