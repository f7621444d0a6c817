/**
 * Rows of which only the codes were kept, as in notes and tickets:
 *
 *     401 2 5           cs-username: -  (browser sent no credentials)
 *     401.1 2148074254
 *     200 0 0           cs-username: CONTOSO\anna
 */
import type { Cell } from '../../../text/cells.ts';
import { knownField } from './fields.ts';
import { isPlausibleWin32, win32Number } from './win32.ts';

export interface BareRow {
  readonly cells: readonly Cell[];
  readonly names: readonly string[];
}

const TRIPLE = /^([1-5]\d\d)([ \t.,/]+)(\d{1,3})([ \t,/]+)(0x[0-9a-f]{1,8}|-?\d{1,10})(?![\w.])/i;
const STATUS_ONLY = /^([1-5]\d\d)(?:[ .](\d{1,3}))?[ \t]*$/;
const PAIR = /\b(cs?[-_]?[a-z][\w-]{1,30})\s*[:=]\s*([^\s,;]+)/gi;
const NAMES = ['sc-status', 'sc-substatus', 'sc-win32-status'];

/** What stands between the codes of one row and those of the next, in one line. */
const BETWEEN = /^[\s,;|>=\u2192`'"-]{0,20}(?:then|and)?[\s`'"]{0,5}/;

/**
 * Reads a line that begins with the codes of one or several rows. `among` says that bare rows stand
 * just before: then a healthy row or a lone status counts too.
 */
export function readBare(text: string, start: number, end: number, among: boolean): BareRow[] {
  const line = text.slice(start, Math.min(end, start + 1_000));
  const rows: BareRow[] = [];
  let at = 0;
  for (;;) {
    const found = readTriple(line.slice(at), start + at, among || rows.length > 0);
    if (!found) break;
    rows.push(found.row);
    const gap = BETWEEN.exec(line.slice(at + found.length))?.[0].length ?? 0;
    at += found.length + gap;
    if (gap === 0) break;
  }
  const lone = rows.length === 0 && among ? statusOnly(line, start) : undefined;
  if (lone) return [lone];
  const last = rows.at(-1);
  if (!last) return [];
  const rest = pairs(line.slice(at), start + at);
  const cells = [...last.cells, ...rest.cells];
  return [...rows.slice(0, -1), { cells, names: [...last.names, ...rest.names] }];
}

function readTriple(
  line: string,
  start: number,
  among: boolean,
): { row: BareRow; length: number } | undefined {
  const triple = TRIPLE.exec(line);
  if (!triple) return undefined;
  const [whole, status = '', gap1 = '', substatus = '', gap2 = '', win32 = ''] = triple;
  const number = win32Number(win32);
  if (number === undefined || !isPlausibleWin32(number, Number(status))) return undefined;
  // A table of numbers goes on with numbers.
  if (/^(?:[ \t]+-?\d+){3}/.test(line.slice(whole.length))) return undefined;
  if (!among && status !== '401' && number < 0x8000_0000) return undefined;
  const at2 = start + status.length + gap1.length;
  const at3 = at2 + substatus.length + gap2.length;
  const cells = [cellAt(status, start), cellAt(substatus, at2), cellAt(win32, at3)];
  return { row: { cells, names: NAMES }, length: whole.length };
}

function statusOnly(line: string, start: number): BareRow | undefined {
  const found = STATUS_ONLY.exec(line);
  if (!found) return undefined;
  const [, status = '', substatus] = found;
  if (substatus === undefined) return { cells: [cellAt(status, start)], names: NAMES.slice(0, 1) };
  const cells = [cellAt(status, start), cellAt(substatus, start + status.length + 1)];
  return { cells, names: NAMES.slice(0, 2) };
}

/** `cs-username: CONTOSO\anna` in the remark behind the codes. */
function pairs(rest: string, start: number): { cells: Cell[]; names: string[] } {
  const cells: Cell[] = [];
  const names: string[] = [];
  for (const found of rest.matchAll(PAIR)) {
    const [whole, name = '', value = ''] = found;
    const field = knownField(name);
    if (!field) continue;
    names.push(field.name);
    cells.push(cellAt(value, start + found.index + whole.length - value.length));
  }
  return { cells, names };
}

const cellAt = (value: string, start: number): Cell => ({
  value,
  start,
  end: start + value.length,
});
