/**
 * Tables of PowerShell: `Get-WinEvent` under the name of each provider, `Get-EventLog`, and any
 * `Format-Table` of theirs. Headings are names of properties, which are not translated; where a column
 * begins and ends is told by the dashes below them.
 *
 *        ProviderName: Microsoft-Windows-Security-Auditing
 *
 *     TimeCreated                     Id LevelDisplayName Message
 *     -----------                     -- ---------------- -------
 *     11/20/2026 3:12:44 AM         4625 Information      An account failed to log on....
 */
import { lines, trimEnd } from '../../../text/lines.ts';
import { pageOf, type Original } from '../fields/page.ts';
import { eventNumber, type Body, type EventRecord, type Header, type Value } from '../record.ts';
import type { Role } from './header-names.ts';
import { cellsOf, columnsOf, type Column, type Row } from './table-columns.ts';

const PROVIDER = /^[\s>]{0,20}ProviderName ?: ?(\S.{0,120}?)\s{0,20}$/;
/** UTF-16 code units of a row. */
const ROW_LENGTH = 2_000;

export function eventsInTables(text: string, original: Original): EventRecord[] {
  if (!/^[\s>]{0,20}-{2,40}\s{1,200}-{2,40}/m.test(text)) return [];
  const found: EventRecord[] = [];
  const rows = [...lines(text)].map(({ start, end }): Row => {
    const to = trimEnd(text, start, Math.min(end, start + ROW_LENGTH));
    return { start, end: to, text: text.slice(start, to) };
  });
  let provider: Value | undefined;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (!row) break;
    const name = PROVIDER.exec(row.text)?.[1];
    if (name !== undefined) provider = { text: name, at: original(row.start, row.end) };
    const columns = columnsOf(rows[index - 1], row);
    if (!columns) continue;
    const read = eventsBelow(rows, index + 1, columns, provider, text, original);
    found.push(...read.records);
    index = read.next - 1;
    provider = undefined;
  }
  return found;
}

function eventsBelow(
  rows: readonly Row[],
  from: number,
  columns: readonly Column[],
  provider: Value | undefined,
  text: string,
  original: Original,
): { records: EventRecord[]; next: number } {
  const records: EventRecord[] = [];
  let next = from;
  while (next < rows.length) {
    const row = rows[next];
    const cells = row && cellsOf(row, columns);
    const id = cells?.get('id');
    if (!row || !cells || !id || eventNumber(id.text) === undefined) break;
    let end = next + 1;
    const message = cells.get('body');
    // What is wrapped in its column stands below it, with nothing else on the line.
    while (message && end < rows.length && isBelow(rows[end], message.at.start - row.start)) end++;
    records.push(recordOf(cells, provider, { rows: rows.slice(next, end), text, original }));
    next = end;
  }
  return { records, next };
}

function isBelow(row: Row | undefined, column: number): boolean {
  return row !== undefined && row.text.trim() !== '' && row.text.slice(0, column).trim() === '';
}

interface Where {
  readonly rows: readonly Row[];
  readonly text: string;
  readonly original: Original;
}

function recordOf(
  cells: ReadonlyMap<Role, Value>,
  provider: Value | undefined,
  { rows, text, original }: Where,
): EventRecord {
  const header: Partial<Record<Role, Value>> = {};
  for (const [role, { text: value, at }] of cells) {
    header[role] = { text: value, at: original(at.start, at.end) };
  }
  const message = cells.get('body');
  delete header.body;
  const [first, last] = [rows[0], rows.at(-1)];
  const at = original(first?.start ?? 0, last?.end ?? 0);
  return {
    ...(provider && { provider }),
    ...(header as Header),
    at,
    named: new Map(),
    listed: [],
    ...(message && { body: bodyOf(text, message.at.start, last?.end ?? message.at.end, original) }),
    claimed: [at],
  };
}

function bodyOf(text: string, start: number, end: number, original: Original): Body {
  const page = pageOf(text.slice(start, end), [], (from, to) => original(start + from, start + to));
  return { page, start: 0, first: 0, end: page.lines.length };
}
