/**
 * Rows in the IIS native format: fifteen values, comma and space between, local time, a Win32
 * status and no substatus. User names may hold spaces (`NT AUTHORITY\LOCAL SERVICE`):
 *
 *     192.0.2.7, CONTOSO\anna, 3/20/2026, 7:55:20, W3SVC2, WEB01, 10.0.0.4, 4502, 163, 3223, 401, 5, GET, /app/, -,
 */
import type { Cell } from '../../../text/cells.ts';
import { splitDelimited } from '../../../text/delimited.ts';
import { NATIVE_ORDER } from './fields.ts';
import { joinedTight } from './join-lines.ts';
import { isEmpty, shapeOf } from './value-shape.ts';
import type { Piece } from '../../../text/lines.ts';

/** Up to the time, which may be cut off by the end of the line. */
const BEGINNING =
  /^"?[^,\s]{1,80},\s*[^,]{0,120},\s*\d{1,2}\/\d{1,2}\/\d{2,4}(?:,\s*(?:\d{1,2}:\d{2}:\d{2}\s*(?:,|$)|[\d:]{0,7}$)|$)/;

/** Up to the verb, all values are needed; target and parameters may be cut. */
const NEEDED = NATIVE_ORDER.indexOf('cs-method') + 1;

/** What must stand in a column for the row to be one. */
const CHECKS: Readonly<Record<string, (value: string) => boolean>> = {
  date: (value) => /^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(value),
  time: (value) => /^\d{1,2}:\d{2}:\d{2}$/.test(value),
  'time-taken': isNumber,
  'cs-bytes': isNumber,
  'sc-bytes': isNumber,
  'sc-status': (value) => /^\d{1,3}$/.test(value),
  'sc-win32-status': isNumber,
  'cs-method': (value) => shapeOf(value) === 'verb' || isEmpty(value) || /^[[\]\w-]+$/.test(value),
};

/** Does the line begin like a native row? The rest of it may stand on the next line. */
export function isNative(line: string): boolean {
  return BEGINNING.test(line);
}

/** Cells of a native row and how many lines it takes; undefined when its values do not fit. */
export function readNative(
  text: string,
  pieces: readonly Piece[],
): { cells: Cell[]; names: string[]; taken: number } | undefined {
  let best: ReturnType<typeof readNative>;
  for (let taken = 1; taken <= pieces.length; taken++) {
    // Only a line with a comma goes on with the row.
    const { start = 0, end = 0 } = pieces[taken - 1] ?? {};
    if (taken > 1 && !text.slice(start, end).includes(',')) break;
    const joined = joinedTight(text, pieces.slice(0, taken));
    const cells = splitDelimited(joined.text, 0, joined.text.length, ',').map(joined.place);
    const kept = cells.slice(0, NATIVE_ORDER.length);
    const names = NATIVE_ORDER.slice(0, kept.length);
    const fits = names.every((name, i) => CHECKS[name]?.(kept[i]?.value ?? '') ?? true);
    if (kept.length >= NEEDED && fits) best = { cells: kept, names, taken };
    // A comma closes the last value.
    if (cells.length > NATIVE_ORDER.length) break;
  }
  return best;
}

function isNumber(value: string): boolean {
  return /^-?\d*$/.test(value);
}
