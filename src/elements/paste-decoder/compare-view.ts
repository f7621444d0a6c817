/** Two tokens side by side: their fields aligned by path, and in words what differs. */
import {
  type ComparedField,
  compareFields,
  counted,
  type Field,
  type Token,
  withoutFraming,
} from '../../core/index.ts';
import { h } from '../dom.ts';
import { indent } from './field-depth.ts';

/** A token with what it is called. */
export interface NamedToken {
  readonly token: Token;
  readonly name: string;
}

const WORDS: Readonly<Record<ComparedField['state'], string>> = {
  same: 'same',
  different: 'differs',
  'only-first': 'only in the first',
  'only-second': 'only in the second',
};

/** Two choices and a table; undefined where there is one token. */
export function compareView(tokens: readonly NamedToken[]): HTMLElement | undefined {
  if (tokens.length < 2) return undefined;
  const first = choice('First', tokens, 0);
  const second = choice('Second', tokens, 1);
  const showSame = h('input', { type: 'checkbox' });
  const status = h('p', { class: 'size', role: 'status' });
  const table = h('div', { class: 'compared' });
  const draw = () => {
    const [one, other] = [tokens[first.selectedIndex], tokens[second.selectedIndex]];
    if (!one || !other) return;
    const rows = compareFields(fieldsOf(one), fieldsOf(other));
    status.textContent = summary(rows);
    const shown = showSame.checked ? rows : differences(rows);
    table.replaceChildren(...(shown.length > 0 ? [tableOf(shown, one.name, other.name)] : []));
  };
  for (const control of [first, second, showSame]) control.addEventListener('change', draw);
  draw();
  return h(
    'details',
    { class: 'compare' },
    h('summary', {}, 'Compare two tokens side by side'),
    h(
      'p',
      { class: 'choices' },
      h('label', {}, 'First ', first),
      h('label', {}, 'Second ', second),
      h('label', {}, showSame, ' show fields that are the same'),
    ),
    status,
    table,
  );
}

function choice(label: string, tokens: readonly NamedToken[], chosen: number): HTMLSelectElement {
  const options = tokens.map(({ name }, index) =>
    h('option', { selected: index === chosen }, name),
  );
  return h('select', { 'aria-label': `${label} token` }, ...options);
}

function fieldsOf({ token }: NamedToken): Field[] {
  return token.fields.map(withoutFraming);
}

/** The fields that differ, with the names of those around them. */
function differences(rows: readonly ComparedField[]): ComparedField[] {
  const shown: ComparedField[] = [];
  let level = 0;
  for (const row of rows.toReversed()) {
    const isAround = row.level < level;
    if (row.state === 'same' && !isAround) continue;
    shown.push(row);
    level = row.level;
  }
  return shown.reverse();
}

function summary(rows: readonly ComparedField[]): string {
  const count = (state: ComparedField['state']) => rows.filter((row) => row.state === state).length;
  if (rows.every(({ state }) => state === 'same')) return 'All fields are the same.';
  return `${counted(count('different'), 'field differs', 'fields differ')}, ${count('only-first')} only in the first, ${count('only-second')} only in the second, ${count('same')} the same.`;
}

function tableOf(rows: readonly ComparedField[], first: string, second: string): HTMLElement {
  const heads = ['Field', first, second, 'Comparison'];
  return h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, ...rows.map(tableRow)),
  );
}

function tableRow({ name, level, first, second, state }: ComparedField): HTMLElement {
  const head = h('th', { scope: 'row' }, name);
  indent(head, level);
  return h(
    'tr',
    { 'data-state': state },
    head,
    h('td', {}, ...shown(first)),
    h('td', {}, ...shown(second)),
    h('td', { class: 'how' }, WORDS[state]),
  );
}

function shown(field: Field | undefined): (Node | string)[] {
  if (!field) return ['—'];
  const { label, value, cut } = field;
  return [
    ...(label === undefined ? [] : [h('b', {}, label), ' ']),
    ...(value === undefined ? [] : [h('code', {}, value)]),
    ...(cut === true ? [' cut off here'] : []),
  ];
}
