/**
 * Events of the Windows event log, from any container: Event Viewer's text and XML, PowerShell's lists
 * and tables, wevtutil, JSON of log shippers, CSV; or only the message, in any language. Whatever it came
 * in, an event is read as values by the names that they have in its XML.
 */
import { EVENTS } from '../../limits.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { eventsIn } from './events.ts';
import { factsOf } from './facts/facts.ts';

function read(text: string, { claimed: taken }: Pick<Context, 'claimed'>): Reading | undefined {
  const { events, claimed } = eventsIn(text, taken);
  if (claimed.length === 0) return undefined;
  const facts = events.slice(0, EVENTS).flatMap(factsOf);
  const more = events[EVENTS];
  const message = `Only the first ${EVENTS.toLocaleString('en-US')} events are read.`;
  return {
    kinds: events.length > 0 ? ['event'] : [],
    facts: facts.sort((a, b) => a.at.start - b.at.start),
    claimed,
    ...(more && { problems: [{ message, at: more.at }] }),
  };
}

/** The reader of events. */
export const event: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).EVENT_RULES,
};
