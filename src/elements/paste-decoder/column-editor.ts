/**
 * One row of the paste, value by value, with a choice of column for each. What is chosen is sent up
 * as an event; it is kept nowhere, and is forgotten with the paste.
 */
import { HTTPERR_ORDER, IGNORED, type LogReading, W3C_ORDER } from '../../core/index.ts';
import { h } from '../dom.ts';
import { COLUMNS_EVENT } from './columns-event.ts';

/** The rows to choose from, the first of which is shown; `isGiven`: columns were already chosen. */
export function columnEditor(readings: readonly LogReading[], isGiven: boolean): HTMLElement {
  const list = h('ol', { class: 'column-list' });
  const draw = (index: number) => {
    const reading = readings[index];
    if (reading) list.replaceChildren(...choices(reading));
  };
  const row = rowChoice(readings, draw);
  const back = h('button', { type: 'button', class: 'button' }, 'Back to automatic');
  const form = h(
    'form',
    { class: 'column-editor' },
    h(
      'p',
      {},
      'Say what each value is. Every row with so many values is then read in this way; the others as before. Nothing of this is kept.',
    ),
    row,
    list,
    h(
      'div',
      { class: 'column-buttons' },
      h('button', { type: 'submit', class: 'button' }, 'Apply'),
      isGiven && back,
    ),
  );
  const send = (columns: readonly string[] | undefined) => {
    form.dispatchEvent(new CustomEvent(COLUMNS_EVENT, { bubbles: true, detail: columns }));
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send([...list.querySelectorAll('select')].map(({ value }) => value));
  });
  back.addEventListener('click', () => {
    send(undefined);
  });
  draw(0);
  return form;
}

/** Which row to show, where rows were read in several ways. */
function rowChoice(
  readings: readonly LogReading[],
  draw: (index: number) => void,
): HTMLElement | undefined {
  if (readings.length < 2) return undefined;
  const select = h(
    'select',
    {},
    ...readings.map(({ firstLine, values }, i) =>
      h('option', { value: i }, `line ${firstLine}, ${values.length} values`),
    ),
  );
  select.addEventListener('change', () => {
    draw(Number(select.value));
  });
  return h('label', { class: 'row-choice' }, 'Row shown: ', select);
}

function choices({ columns, values }: LogReading): HTMLElement[] {
  return values.map((value, i) => {
    const column = columns[i] ?? '';
    const select = h('select', {}, ...optionsFor(column));
    return h('li', {}, h('label', {}, h('code', {}, value === '' ? '(empty)' : value), select));
  });
}

const NAMES = [...new Set([...W3C_ORDER, ...HTTPERR_ORDER].map(({ name }) => name))];

function optionsFor(column: string): HTMLElement[] {
  const names = column === '' || NAMES.includes(column) ? NAMES : [column, ...NAMES];
  return [
    h('option', { value: IGNORED, selected: column === '' }, '(ignore)'),
    ...names.map((name) => h('option', { value: name, selected: name === column }, name)),
  ];
}
