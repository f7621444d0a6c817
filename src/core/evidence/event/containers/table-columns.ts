/** Columns of a table of PowerShell: their headings, and the dashes below them that say how wide they are. */
import type { Span } from '../../../facts/span.ts';
import type { Value } from '../record.ts';
import { roleOf, type Role } from './header-names.ts';

const DASHES = /^[\s>]{0,20}-{2,40}(?:\s{1,200}-{2,40}){1,20}\s{0,200}$/;

export interface Column {
  readonly role: Role | undefined;
  readonly start: number;
  end: number;
}

export interface Row extends Span {
  readonly text: string;
}

/** The columns above a row of dashes; undefined where there is none, or the table is not one of events. */
export function columnsOf(headings: Row | undefined, dashes: Row): Column[] | undefined {
  if (!DASHES.test(dashes.text)) return undefined;
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

/** The values by their roles; a value may be wider than its dashes where blanks are next to it. */
export function cellsOf(row: Row, columns: readonly Column[]): Map<Role, Value> {
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
