/** Rows of a log as a table; each opens to all its columns, explained. */
import type { LogEntry } from '../../core/index.ts';
import { h } from '../dom.ts';
import { fieldTree } from './field-tree.ts';
import { spanAttributes } from './spans.ts';
import { clockOf } from './time-words.ts';

/** Rows drawn at once; the rest is one button away. */
const ROWS_DRAWN = 100;

/** A column of the table; one that is empty in every row is not drawn. */
interface Column {
  head: string;
  text: (entry: LogEntry) => string;
  /** Name of the field that the cell points at. */
  field?: string;
}

const COLUMNS: readonly Column[] = [
  { head: 'Time', text: ({ time }) => clockOf(time) },
  { head: 'Client', text: ({ clientIp = '' }) => clientIp },
  { head: 'User', text: ({ user = '' }) => user },
  { head: 'Request', text: ({ method, uri }) => [method, uri].filter(Boolean).join(' ') },
  { head: 'Status', text: statusOf, field: 'sc-status' },
  { head: 'Win32 status', text: win32Of, field: 'sc-win32-status' },
  { head: 'ms', text: ({ timeTaken }) => timeTaken?.toString() ?? '' },
];

export function rowTable(entries: readonly LogEntry[]): HTMLElement {
  const columns = COLUMNS.filter(({ text }) => entries.some((entry) => text(entry) !== ''));
  const body = h('tbody');
  const more = h('button', { type: 'button', class: 'button' });
  const draw = (limit: number) => {
    body.replaceChildren(...entries.slice(0, limit).flatMap((entry) => tableRow(entry, columns)));
    more.hidden = entries.length <= limit;
    more.textContent = `Show all ${entries.length} rows`;
  };
  more.addEventListener('click', () => {
    draw(entries.length);
  });
  draw(ROWS_DRAWN);
  const heads = ['Line', ...columns.map(({ head }) => head)];
  return h(
    'div',
    { class: 'rows' },
    h(
      'div',
      { class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': 'Log rows' },
      h(
        'table',
        {},
        h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
        body,
      ),
    ),
    more,
  );
}

/** The row, and under it, when it is opened, all its columns explained. */
function tableRow(entry: LogEntry, columns: readonly Column[]): HTMLElement[] {
  const cell = h('td', { colspan: columns.length + 1 });
  const details = h('tr', { class: 'row-fields', hidden: true }, cell);
  const open = h(
    'button',
    {
      type: 'button',
      class: 'row-open',
      'aria-expanded': 'false',
      'aria-label': `Explain line ${entry.line}`,
    },
    String(entry.line),
  );
  open.addEventListener('click', () => {
    details.hidden = !details.hidden;
    open.setAttribute('aria-expanded', String(!details.hidden));
    if (!details.hidden && !cell.hasChildNodes()) {
      cell.append(fieldTree(entry.fields, `Columns of line ${entry.line}`));
    }
  });
  const cells = columns.map(({ text, field }) => {
    const at = entry.fields.find(({ name }) => name === field)?.at;
    return h('td', { ...spanAttributes(at), 'data-field': field }, text(entry));
  });
  const refused = entry.status === 401 ? 'refused' : undefined;
  return [
    h('tr', { class: refused, ...spanAttributes(entry.at) }, h('td', {}, open), ...cells),
    details,
  ];
}

/** A substatus of 0 tells something next to a 401 only: it says that IIS did not set one. */
export function statusOf({ status, substatus }: LogEntry): string {
  const isTelling = substatus !== undefined && (substatus > 0 || status === 401);
  return isTelling ? `${status}.${substatus}` : String(status);
}

function win32Of({ win32, win32Name }: LogEntry): string {
  return win32Name ?? win32?.toString() ?? '';
}
