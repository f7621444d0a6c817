/** Choose an engine and a question; the query for it, filled in from the log. */
import {
  type Asked,
  ENGINES,
  type Log,
  type Narrowing,
  offerOf,
  queryOf,
  QUESTIONS,
} from '../../core/index.ts';
import { h } from '../dom.ts';
import { engineRadios, nameSelects, queryView, rangeBox, selectOf } from './query-parts.ts';

/** Kept for the next paste on this page, and nowhere else. */
const chosen = { engine: 'logparser', question: 'attempts' };

const PANEL = 'query';

const LABELS: Readonly<Record<Narrowing, string>> = {
  user: 'User',
  client: 'Client',
  resource: 'Resource',
  site: 'Site',
};

export function queriesPanel(log: Log): HTMLElement {
  const offer = offerOf(log);
  if (!offer) return h('p', {}, 'None of the rows could be read by their columns.');
  const only = new Map<Narrowing, string>();
  const answer = h('div', { class: 'query' });
  const times = rangeBox(offer.range);
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
  const question = selectOf(
    PANEL,
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
    engineRadios(PANEL, ENGINES, chosen),
    h('div', { class: 'query-parts' }, question, ...nameSelects(PANEL, LABELS, offer.names, only)),
    times,
    answer,
  );
  panel.addEventListener('change', draw);
  draw();
  return panel;
}

function queryFor(asked: Asked): HTMLElement[] {
  const engine = ENGINES.find(({ id }) => id === chosen.engine);
  const question = QUESTIONS.find(({ id }) => id === chosen.question);
  if (!engine || !question) return [];
  return queryView(`${question.title}, ${engine.name}`, queryOf(engine, question, asked));
}
