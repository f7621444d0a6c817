/** The panel of queries to logs or events: engines and lists to choose from, and the query. */
import type { Query, Range } from '../../core/index.ts';
import { h } from '../dom.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the reader chose; kept for the next paste on this page, and nowhere else. */
export interface Chosen {
  engine: string;
  question: string;
}

export interface PanelOf<Narrowing extends string> {
  /** Tells the panels of one page apart. */
  readonly panel: string;
  /** What the queries are for. */
  readonly about: string;
  readonly engines: readonly Named[];
  readonly questions: readonly { readonly id: string; readonly title: string }[];
  readonly chosen: Chosen;
  readonly labels: Readonly<Record<Narrowing, string>>;
  readonly names: Readonly<Record<Narrowing, readonly string[]>>;
  readonly range: Range | undefined;
  /** What is to be said of the times. */
  readonly timesNote?: string;
  /** The query for what is chosen; `range` only where its box is ticked. */
  readonly draw: (
    only: Partial<Record<Narrowing, string>>,
    range: { readonly range?: Range },
  ) => HTMLElement[];
}

/** Choose an engine, a question, names and times; the query for them is drawn anew with each choice. */
export function queryPanel<Narrowing extends string>({
  panel,
  about,
  engines,
  questions,
  chosen,
  labels,
  names,
  range,
  timesNote,
  draw,
}: PanelOf<Narrowing>): HTMLElement {
  const only = new Map<Narrowing, string>();
  const answer = h('div', { class: 'query' });
  const times = rangeBox(range);
  const redraw = () => {
    const isNarrowed = times?.querySelector('input')?.checked ?? false;
    const asked = Object.fromEntries(only) as Partial<Record<Narrowing, string>>;
    answer.replaceChildren(...draw(asked, isNarrowed && range ? { range } : {}));
  };
  const question = selectOf(
    panel,
    'Question',
    questions.map(({ id, title }) => [id, title]),
    chosen.question,
    (value) => (chosen.question = value),
  );
  const drawn = h(
    'div',
    { class: 'queries-panel' },
    h('p', {}, about),
    engineRadios(panel, engines, chosen),
    h('div', { class: 'query-parts' }, question, ...nameSelects(panel, labels, names, only)),
    times,
    timesNote !== undefined && h('p', {}, timesNote),
    answer,
  );
  drawn.addEventListener('change', redraw);
  redraw();
  return drawn;
}

function engineRadios(panel: string, engines: readonly Named[], chosen: Chosen): HTMLElement {
  return h(
    'fieldset',
    {},
    h('legend', {}, 'Engine'),
    ...engines.map(({ id, name }) => {
      const checked = id === chosen.engine;
      const input = h('input', { type: 'radio', name: `${panel}-engine`, value: id, checked });
      input.addEventListener('change', () => (chosen.engine = id));
      return h('label', {}, input, name);
    }),
  );
}

function selectOf(
  panel: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  selected: string,
  onChange: (value: string) => void,
): HTMLElement {
  const id = `${panel}-${label.toLowerCase()}`;
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

/** A list of names with the choice of none, for each narrowing that has names. */
function nameSelects<Narrowing extends string>(
  panel: string,
  labels: Readonly<Record<Narrowing, string>>,
  names: Readonly<Record<Narrowing, readonly string[]>>,
  only: Map<Narrowing, string>,
): HTMLElement[] {
  const narrowings = Object.keys(labels) as Narrowing[];
  return narrowings
    .filter((name) => names[name].length > 0)
    .map((name) =>
      selectOf(panel, labels[name], [['', 'Any'], ...names[name].map(same)], '', (value) => {
        if (value === '') only.delete(name);
        else only.set(name, value);
      }),
    );
}

const same = (name: string): [string, string] => [name, name];

function rangeBox(range: Range | undefined): HTMLElement | undefined {
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
export function queryView(
  label: string,
  query: Query | { readonly unavailable: string },
): HTMLElement[] {
  if ('unavailable' in query) return [h('p', {}, query.unavailable)];
  const { text, replace, blind, leftOut } = query;
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0
      ? [h('h4', {}, title), h('ul', {}, ...lines.map((line) => h('li', {}, line)))]
      : [];
  return [
    h('pre', { tabindex: 0, role: 'region', 'aria-label': `Query: ${label}` }, h('code', {}, text)),
    h('button', { type: 'button', class: 'button', 'data-copy': text }, 'Copy the query'),
    h('p', {}, replace),
    ...list('What it cannot see', blind),
    ...list('Left out', leftOut),
  ];
}
