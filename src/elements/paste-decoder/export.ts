/** Takes the log along: as a file, or copied. Nothing is written before somebody presses a button. */
import type { Log, LogEntry } from '../../core/index.ts';
import { copyFrom } from '../copy.ts';
import { h } from '../dom.ts';
import { save } from '../save.ts';
import { asCsv } from './log-text.ts';

/** Tells Excel that a CSV file is UTF-8; it takes it for the ANSI code page without. */
const BYTE_ORDER_MARK = '\uFEFF';

interface Form {
  label: string;
  file: string;
  type: string;
  mark?: string;
  text: () => string;
}

/** Buttons for the whole log, and for the rows that are shown; the verdict has one for a ticket. */
export function exportBar(log: Log, entries: readonly LogEntry[]): HTMLElement {
  const forms: readonly Form[] = [
    {
      label: 'Rows (CSV)',
      file: 'log-401.csv',
      type: 'text/csv',
      mark: BYTE_ORDER_MARK,
      text: () => asCsv(entries),
    },
    {
      label: 'Everything (JSON)',
      file: 'log-401.json',
      type: 'application/json',
      text: () => JSON.stringify(log, undefined, 2),
    },
  ];
  return h(
    'div',
    { class: 'export' },
    h('h4', {}, 'Take it along'),
    h(
      'p',
      { class: 'size', id: 'export-warning' },
      'User names and addresses are in there, as they stand in the log. Nothing is sent anywhere.',
    ),
    h('ul', {}, ...forms.map((form) => h('li', {}, h('span', {}, form.label), ...buttons(form)))),
  );
}

function buttons({ label, file, type, mark = '', text }: Form): HTMLElement[] {
  const described = { type: 'button', class: 'button', 'aria-describedby': 'export-warning' };
  const saving = h('button', described, 'Save', hidden(` ${label}`));
  saving.addEventListener('click', () => {
    save(mark + text(), file, type);
  });
  const copy = h('button', described, 'Copy');
  copy.setAttribute('aria-label', `Copy ${label}`);
  copy.addEventListener('click', () => {
    void copyFrom(copy, text());
  });
  return [saving, copy];
}

function hidden(words: string): HTMLElement {
  return h('span', { class: 'visually-hidden' }, words);
}
