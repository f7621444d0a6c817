/** Choose an engine and a question; the query for it, filled in from the log. */
import {
  type Asked,
  ENGINES,
  type Log,
  type Narrowing,
  type Offer,
  offerOf,
  queryOf,
  QUESTIONS,
} from '../../core/index.ts';
import { h } from '../dom.ts';

/** Kept for the next paste on this page, and nowhere else. */
const chosen = { engine: 'logparser', question: 'attempts' };

const LABELS: Readonly<Record<Narrowing, string>> = {
  user: 'User',
  client: 'Client',
  resource: 'Resource',
  site: 'Site',
};
const NARROWINGS = Object.keys(LABELS) as Narrowing[];

export function queriesPanel(log: Log): HTMLElement {
  const offer = offerOf(log);
  if (!offer) return h('p', {}, 'None of the rows could be read by their columns.');
  const only = new Map<Narrowing, string>();
  const answer = h('div', { class: 'query' });
  const times = rangeBox(offer);
  const draw = () => {
    const range = times?.querySelector('input')?.checked ? offer.range : undefined;
    answer.replaceChildren(
      ...queryFor({
        fields: offer.fields,
        only: Object.fromEntries(only),
        ...(range && { range }),
      }),
    );
  };
  const selects = NARROWINGS.filter((name) => offer.names[name].length > 0).map((name) =>
    selectOf(LABELS[name], [['', 'Any'], ...offer.names[name].map(same)], '', (value) => {
      if (value === '') only.delete(name);
      else only.set(name, value);
    }),
  );
  const question = selectOf(
    'Question',
    QUESTIONS.map(({ id, title }) => [id, title]),
    chosen.question,
    (value) => (chosen.question = value),
  );
  const panel = h(
    'div',
    { class: 'queries-panel' },
    h(
      'p',
      {},
      'This page reads one log. A query asks the same of many, in an engine that you have, with the columns, times and names of this log filled in. Nothing is sent; copy it to where you need it.',
    ),
    engineRadios(),
    h('div', { class: 'query-parts' }, question, ...selects),
    times,
    answer,
  );
  panel.addEventListener('change', draw);
  draw();
  return panel;
}

const same = (name: string): [string, string] => [name, name];

function engineRadios(): HTMLElement {
  return h(
    'fieldset',
    {},
    h('legend', {}, 'Engine'),
    ...ENGINES.map(({ id, name }) => {
      const checked = id === chosen.engine;
      const input = h('input', { type: 'radio', name: 'query-engine', value: id, checked });
      input.addEventListener('change', () => (chosen.engine = id));
      return h('label', {}, input, name);
    }),
  );
}

function selectOf(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  selected: string,
  onChange: (value: string) => void,
): HTMLElement {
  const id = `query-${label.toLowerCase()}`;
  const select = h(
    'select',
    { id },
    ...options.map(([value, text]) => h('option', { value, selected: value === selected }, text)),
  );
  select.addEventListener('change', () => {
    onChange(select.value);
  });
  return h('div', {}, h('label', { for: id }, label), select);
}

function rangeBox({ range }: Offer): HTMLElement | undefined {
  if (!range) return undefined;
  const clock = (iso: string) => iso.replace('T', ' ').replace('Z', '');
  const words = `Only from ${clock(range.first)} to ${clock(range.last)} UTC`;
  return h(
    'label',
    { class: 'query-times' },
    h('input', { type: 'checkbox', checked: true }),
    words,
  );
}

/** The query and what is to be said of it. */
function queryFor(asked: Asked): HTMLElement[] {
  const engine = ENGINES.find(({ id }) => id === chosen.engine);
  const question = QUESTIONS.find(({ id }) => id === chosen.question);
  if (!engine || !question) return [];
  const query = queryOf(engine, question, asked);
  if ('unavailable' in query) return [h('p', {}, query.unavailable)];
  const { text, replace, blind, leftOut } = query;
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0
      ? [h('h4', {}, title), h('ul', {}, ...lines.map((line) => h('li', {}, line)))]
      : [];
  const label = `Query: ${question.title}, ${engine.name}`;
  return [
    h('pre', { tabindex: 0, role: 'region', 'aria-label': label }, h('code', {}, text)),
    h('button', { type: 'button', class: 'button', 'data-copy': text }, 'Copy the query'),
    h('p', {}, replace),
    ...list('What it cannot see', blind),
    ...list('Left out', leftOut),
  ];
}
