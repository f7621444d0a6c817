/**
 * Rows written as names and values. Three notations are known:
 *
 *     {"ScStatus": 401, "ScSubStatus": "2", "ScWin32Status": "5"}     JSON, whole or one per line
 *     sc-status       : 401                                           PowerShell's Format-List
 *     sc_status=401 sc_substatus=2 sc_win32_status=5                  log collectors
 *
 * A row ends where a name comes a second time, and at its notation's own mark: a closing brace, a
 * blank line, the end of the line.
 */
import type { Cell } from './cells.ts';
import { knownField } from './fields.ts';
import { type Row, rowOf } from './row.ts';

interface Notation {
  /** Tells a text in this notation. */
  readonly seen: RegExp;
  /** A pair (name, then quoted or plain value), or the mark that ends a row. */
  readonly token: RegExp;
}

const NOTATIONS: readonly Notation[] = [
  {
    seen: /"sc[-_ ]?status"\s{0,20}:/i,
    token: /"([A-Za-z][\w()-]{0,60})"\s{0,20}:\s{0,20}(?:"((?:[^"\\]|\\.)*)"|([\w.+-]+))|\}/g,
  },
  {
    seen: /^[ \t]*sc[-_ ]?status[ \t]{0,40}: *[1-5]\d\d[ \t\r]*$/im,
    token: /^[ \t]*([A-Za-z][\w()-]{0,60})[ \t]{0,40}: (?:"([^"\r\n]*)"|([^\r\n]*))|^[ \t\r]*$/gm,
  },
  {
    seen: /(?:^|[\s,])sc[-_]?status="?[1-5]\d\d"?[\s,](?:.{0,2000}[\s,])?(?:sc[-_]?substatus|cs[-_]?method)=/im,
    token: /(?<![^\s,])([A-Za-z][\w()-]{0,60})=(?:"([^"\r\n]*)"|([^\s,"]*))|\n/g,
  },
];

/** Hands on every row of such a text; false when it has none, so that it is read line by line. */
export function readPairs(text: string, add: (row: Row) => void): boolean {
  const notation = NOTATIONS.find(({ seen }) => seen.test(text));
  if (!notation) return false;
  const lineAt = lineCounter(text);
  let cells = new Map<string, Cell>();
  let found = 0;
  const close = () => {
    const row = rowFrom(cells, lineAt);
    cells = new Map();
    if (!row) return;
    found++;
    add(row);
  };
  for (const token of text.matchAll(notation.token)) {
    const [whole, name, quoted, plain] = token;
    if (name === undefined) {
      close();
      continue;
    }
    const field = knownField(name);
    if (!field) continue;
    if (cells.has(field.name)) close();
    const value = quoted ?? plain?.trimEnd() ?? '';
    const start =
      token.index + whole.length - (quoted ?? plain ?? '').length - (quoted === undefined ? 0 : 1);
    cells.set(field.name, { value, start, end: start + value.length });
  }
  close();
  return found > 0;
}

function rowFrom(
  cells: ReadonlyMap<string, Cell>,
  lineAt: (offset: number) => number,
): Row | undefined {
  const values = [...cells.values()];
  const [first] = values;
  const last = values.at(-1);
  if (!first || !last || !cells.has('sc-status')) return undefined;
  const at = { start: first.start, end: last.end };
  const context = { format: 'w3c', line: lineAt(first.start), at, recovered: false } as const;
  return rowOf(values, [...cells.keys()], context);
}

/** Line numbers of offsets that only grow, in one pass over the text. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
