/** Every event of a text that is known, in whatever container it is. */
import type { Span } from '../../facts/span.ts';
import { EVENTS } from '../../limits.ts';
import { occupiedBy } from '../../text/occupied.ts';
import { eventsByValues } from './containers/by-values.ts';
import { merged, rangesOf, recordsIn } from './containers/records.ts';
import { eventsInText } from './containers/text.ts';
import { pageOf } from './fields/page.ts';
import { identify, type KnownEvent } from './identify.ts';

export interface Events {
  /** In the order of the text. */
  readonly events: readonly KnownEvent[];
  /** What they explain, and the headers of events that are of no interest: their numbers are no codes. */
  readonly claimed: readonly Span[];
}

export function eventsIn(text: string, taken: readonly Span[]): Events {
  const isTaken = occupiedBy(taken);
  const records = recordsIn(text);
  const page = pageOf(text, [...taken, ...rangesOf(records)]);
  const events: KnownEvent[] = [];
  const claimed: Span[] = [];
  for (const record of merged([...records, ...eventsInText(page)])) {
    if (isTaken(record.at)) continue;
    // What is not stated any more is not read any more either.
    const event = events.length > EVENTS ? undefined : identify(record);
    if (event) events.push(event);
    claimed.push(...(event?.claimed ?? record.claimed));
  }
  // Only what no header and no wording explains is judged by its values alone.
  for (const record of eventsByValues(page, occupiedBy(claimed)).slice(0, EVENTS)) {
    const event = identify(record);
    if (!event) continue;
    events.push(event);
    claimed.push(...event.claimed);
  }
  return { events: withoutEmpty(events).sort((a, b) => a.at.start - b.at.start), claimed };
}

/** A title that repeats the words of an event says nothing that the event itself does not. */
function withoutEmpty(events: readonly KnownEvent[]): KnownEvent[] {
  const full = new Set(events.filter(({ values }) => values.size > 0).map(keyOf));
  return events.filter(
    (event) => event.values.size > 0 || event.by === 'number' || !full.has(keyOf(event)),
  );
}

const keyOf = ({ provider, id }: KnownEvent) => `${provider} ${id}`;
