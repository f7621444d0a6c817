/** Choose an engine and a question to events; the query for it, filled in from the case. */
import {
  type Decoded,
  EVENT_ENGINES,
  EVENT_QUESTIONS,
  type EventAsked,
  type EventNarrowing,
  type EventOffer,
  eventOfferOf,
  eventQueryOf,
} from '../../core/index.ts';
import { queryPanel, queryView } from './query-parts.ts';

const chosen = { engine: 'powershell', question: 'failing-names' };

const LABELS: Readonly<Record<EventNarrowing, string>> = {
  name: 'Name',
  account: 'Account',
  address: 'Address',
  machine: 'Machine',
};

export function eventsPanel({ facts, log }: Decoded): HTMLElement {
  const offer = eventOfferOf(facts, log);
  return queryPanel({
    panel: 'event-query',
    about:
      'This page reads the events that you paste. A query asks all domain controllers, or the place where their events are collected, with the names and times of this case filled in. Nothing is sent; copy it to where you need it.',
    engines: EVENT_ENGINES,
    questions: EVENT_QUESTIONS,
    chosen,
    labels: LABELS,
    names: offer.names,
    range: offer.range,
    timesNote: timesOf(offer),
    draw: (only, range) => queryFor({ only, machines: offer.machines, ...range }),
  });
}

/** What the query reads, and which names are not offered. */
function timesOf({ range, unwritable }: EventOffer): string {
  const times = range
    ? 'That is the time of the evidence with 14 hours on either side, because an event need not say in which zone its time is. Without the tick, the last 24 hours are read.'
    : 'The evidence has no date that is certain, so the last 24 hours are read.';
  if (unwritable === 0) return times;
  return `${times} Names that are not offered, because they have characters that no query should carry: ${unwritable}.`;
}

function queryFor(asked: EventAsked): HTMLElement[] {
  const engine = EVENT_ENGINES.find(({ id }) => id === chosen.engine);
  const question = EVENT_QUESTIONS.find(({ id }) => id === chosen.question);
  if (!engine || !question) return [];
  return queryView(`${question.title}, ${engine.name}`, eventQueryOf(engine, question, asked));
}
