/** A log: what became of the attempts, and the rows that tell it. */
import { counted } from '../../core/counted.ts';
import type { Log, LogEntry, Sequence } from '../../core/index.ts';
import { h } from '../dom.ts';
import { fieldTree } from './field-tree.ts';
import type { Href } from './finding-view.ts';
import { OUTCOMES } from './outcomes.ts';
import { readingView } from './reading-view.ts';
import { spanAttributes } from './spans.ts';

/** Rows drawn at once; the rest is one button away. */
const ROWS_DRAWN = 100;

export function logView(log: Log, href: Href): HTMLElement {
  return h(
    'section',
    { class: 'card log', 'aria-label': 'Log' },
    h('h3', {}, 'The log'),
    h('p', { class: 'size' }, countsOf(log)),
    log.reading.length > 0 && readingView(log.reading),
    log.sequences.length > 0 && outcomeList(log.sequences, href),
    log.entries.length > 0 && rowTable(log.entries),
  );
}

function countsOf({ format, rows, unreadable, statuses }: Log): string {
  const name = { w3c: 'W3C', iis: 'IIS native', ncsa: 'NCSA', httperr: 'HTTPERR', mixed: 'mixed' };
  const refused = statuses
    .filter(({ status }) => status === 401)
    .reduce((sum, status) => sum + status.rows, 0);
  const lost = unreadable > 0 ? `, ${counted(unreadable, 'row')} could not be read` : '';
  return `${counted(rows, 'row')} in ${name[format]} format, ${refused} of them 401${lost}.`;
}

function outcomeList(sequences: readonly Sequence[], href: Href): HTMLElement {
  const attempts = sequences.reduce((sum, { count }) => sum + count, 0);
  return h(
    'div',
    { class: 'outcomes' },
    h('h4', {}, `What became of ${counted(attempts, 'attempt')}`),
    h(
      'ul',
      {},
      ...sequences.map(({ outcome, count, clients, article }) => {
        const { words, severity } = OUTCOMES[outcome];
        return h(
          'li',
          { 'data-severity': severity },
          h('meter', { min: 0, max: attempts, value: count, 'aria-label': words }),
          h('b', {}, String(count)),
          h('a', { href: href(article) }, words),
          h('span', {}, counted(clients, 'client')),
        );
      }),
    ),
  );
}

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

function rowTable(entries: readonly LogEntry[]): HTMLElement {
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

function clockOf(time: string | undefined): string {
  return time?.replace(/^.*T/, '').replace('Z', '') ?? '';
}

/** A substatus of 0 tells something next to a 401 only: it says that IIS did not set one. */
function statusOf({ status, substatus }: LogEntry): string {
  const isTelling = substatus !== undefined && (substatus > 0 || status === 401);
  return isTelling ? `${status}.${substatus}` : String(status);
}

function win32Of({ win32, win32Name }: LogEntry): string {
  return win32Name ?? win32?.toString() ?? '';
}
