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
import { queryPanel, queryView } from './query-parts.ts';

const chosen = { engine: 'logparser', question: 'attempts' };

const LABELS: Readonly<Record<Narrowing, string>> = {
  user: 'User',
  client: 'Client',
  resource: 'Resource',
  site: 'Site',
};

export function queriesPanel(log: Log): HTMLElement {
  const offer = offerOf(log);
  if (!offer) return h('p', {}, 'None of the rows could be read by their columns.');
  return queryPanel({
    panel: 'query',
    about:
      'This page reads one log. A query asks the same of many, in an engine that you have, with the columns, times and names of this log filled in. Nothing is sent; copy it to where you need it.',
    engines: ENGINES,
    questions: QUESTIONS,
    chosen,
    labels: LABELS,
    names: offer.names,
    range: offer.range,
    draw: (only, range) => queryFor({ fields: offer.fields, only, ...range }),
  });
}

function queryFor(asked: Asked): HTMLElement[] {
  const engine = ENGINES.find(({ id }) => id === chosen.engine);
  const question = QUESTIONS.find(({ id }) => id === chosen.question);
  if (!engine || !question) return [];
  return queryView(`${question.title}, ${engine.name}`, queryOf(engine, question, asked));
}
