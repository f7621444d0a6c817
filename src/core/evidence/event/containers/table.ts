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
import type { Span } from '../../../facts/span.ts';
import { lines, trimEnd } from '../../../text/lines.ts';
import { pageOf, type Original } from '../fields/page.ts';
import { eventNumber, type Body, type EventRecord, type Header, type Value } from '../record.ts';
import { roleOf, type Role } from './header-names.ts';

const DASHES = /^[\s>]{0,20}-{2,40}(?:\s{1,200}-{2,40}){1,20}\s{0,200}$/;
const PROVIDER = /^[\s>]{0,20}ProviderName ?: ?(\S.{0,120}?)\s{0,20}$/;
/** UTF-16 code units of a row. */
const ROW_LENGTH = 2_000;

interface Column {
  readonly role: Role | undefined;
  readonly start: number;
  end: number;
}

interface Row extends Span {
  readonly text: string;
}

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
    const columns = DASHES.test(row.text) ? columnsOf(rows[index - 1], row) : undefined;
    if (!columns) continue;
    const read = eventsBelow(rows, index + 1, columns, provider, text, original);
    found.push(...read.records);
    index = read.next - 1;
    provider = undefined;
  }
  return found;
}

/** The columns by their headings; undefined where the table is not one of events. */
function columnsOf(headings: Row | undefined, dashes: Row): Column[] | undefined {
  const columns = [...dashes.text.matchAll(/-{2,40}/g)].map(({ 0: run, index }): Column => {
    const heading = headings?.text.slice(index, index + run.length + 1).trim() ?? '';
    // Numbers stand at the right end of their column, so its heading may begin before the dashes.
    return { role: roleOf(heading), start: index, end: index + run.length };
  });
  const roles = columns.map(({ role }) => role);
  const isOfEvents =
    roles.includes('id') &&
    (roles.includes('time') || roles.includes('provider') || roles.includes('body'));
  return isOfEvents ? columns : undefined;
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

/** The values by their roles; a value may be wider than its dashes where blanks are next to it. */
function cellsOf(row: Row, columns: readonly Column[]): Map<Role, Value> {
  const cells = new Map<Role, Value>();
  for (const [index, { role, start, end }] of columns.entries()) {
    const isLast = index === columns.length - 1;
    let from = start;
    while (
      from > 0 &&
      /\S/.test(row.text[from - 1] ?? ' ') &&
      from > (columns[index - 1]?.end ?? 0)
    )
      from--;
    const to = isLast
      ? row.text.length
      : Math.min(columns[index + 1]?.start ?? end, row.text.length);
    const raw = row.text.slice(from, role === 'id' ? Math.min(end, to) : to);
    // The next column may begin further to the left, where its numbers are long.
    const value = isLast ? raw.trim() : (raw.trim().split(/\s{2,}/)[0] ?? '');
    if (role === undefined || value === '' || cells.has(role)) continue;
    const begin = row.start + from + raw.indexOf(value);
    cells.set(role, { text: value, at: { start: begin, end: begin + value.length } });
  }
  return cells;
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
