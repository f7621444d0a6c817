/**
 * Rows in the IIS native format: fifteen values, comma and space between, local time, a Win32
 * status and no substatus. User names may hold spaces (`NT AUTHORITY\LOCAL SERVICE`):
 *
 *     192.0.2.7, CONTOSO\anna, 3/20/2026, 7:55:20, W3SVC2, WEB01, 10.0.0.4, 4502, 163, 3223, 401, 5, GET, /app/, -,
 */
import { type Cell, splitDelimited } from './cells.ts';
import { NATIVE_ORDER } from './fields.ts';

const BEGINNING =
  /^"?[^,\s]{1,80},\s*[^,]{0,120},\s*\d{1,2}\/\d{1,2}\/\d{2,4},\s*\d{1,2}:\d{2}:\d{2}\s*(?:,|$)/;

/** Up to the verb, all values are needed; target and parameters may be cut. */
export const NATIVE_NEEDED = NATIVE_ORDER.indexOf('cs-method') + 1;

/** Does the line begin like a native row? The rest of it may stand on the next line. */
export function isNative(line: string): boolean {
  return BEGINNING.test(line);
}

/** Cells of a native row over one or more lines; undefined until enough of them are there. */
export function readNative(
  text: string,
  pieces: readonly { start: number; end: number }[],
): { cells: Cell[]; names: string[] } | undefined {
  const cells: Cell[] = [];
  for (const { start, end } of pieces) {
    const part = splitDelimited(text, start, end, ',');
    // A comma at the end of a line closes its last value, it does not open another.
    if (part.at(-1)?.value === '') part.pop();
    cells.push(...part);
  }
  if (cells.length < NATIVE_NEEDED) return undefined;
  const kept = cells.slice(0, NATIVE_ORDER.length);
  if (!/^\d{1,3}$/.test(kept[NATIVE_ORDER.indexOf('sc-status')]?.value ?? '')) return undefined;
  return { cells: kept, names: NATIVE_ORDER.slice(0, kept.length) };
}
