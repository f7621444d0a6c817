/**
 * An event that the table of codes has, and about which no other rule says more: what it means, and where
 * to go from there.
 *
 *     Source:        Microsoft-Windows-Kerberos-Key-Distribution-Center
 *     Event ID:      42
 */
import type { Rule } from '../../../case/rule.ts';
import { describeEvent } from '../../../codes/lookup.ts';
import type { CodeRow } from '../../../codes/row.ts';
import type { Fact, FactOf } from '../../../facts/fact.ts';
import { stated, told } from '../../../text/told.ts';
import { eventQuery } from './event-query.ts';
import { grouped, MOST, placesOf, times } from './words.ts';

type Event = FactOf<'event'>;

export const knownEvent: Rule = {
  id: 'event.known',
  says: 'The event has a meaning that is known here.',
  needs: ['event'],
  judge: (facts) => {
    const isTold = toldIn(facts.facts);
    const left = facts.all('event').filter(({ id, at }) => !isTold.has(keyOf(at.source ?? '', id)));
    return grouped(left, ({ provider, id }) => `${provider} ${id}`)
      .flatMap((group) => {
        const row = rowOf(group[0]);
        return row ? [{ group, row }] : [];
      })
      .slice(0, MOST)
      .map(({ group, row }) => {
        const [{ at, id }] = group;
        const [first] = (row.iis ?? '').split(/(?<=\.) (?=[A-Z"])/);
        return {
          severity: 'info',
          ...told`Event ${stated(String(id), at)} of ${shortName(row)}${times(group)}, "${row.name}": ${row.meaning}${first ? ` ${first}` : ''}`,
          article: row.article,
          evidence: placesOf(group),
          ...(row.basis === 'derived' && {
            caveat:
              'No source states what it means on IIS; that part follows from how Windows and IIS work.',
          }),
          next: [eventQuery(row)],
        };
      });
  },
};

function rowOf({ provider, id }: Event): CodeRow | undefined {
  return describeEvent(id).find((row) => row.provider === provider);
}

function shortName({ provider = '' }: CodeRow): string {
  return provider.replace(/^Microsoft-Windows-/, '');
}

/** Events whose facts are of a kind that other evidence states too. */
const TICKETS = [4769, 673];

/** Which events the rules on their messages tell about, each with its source. */
function toldIn(facts: readonly Fact[]): ReadonlySet<string> {
  const events = facts.flatMap((fact) => {
    const source = fact.at.source ?? '';
    if (fact.kind !== 'event' && 'event' in fact && typeof fact.event === 'number') {
      return [keyOf(source, fact.event)];
    }
    if (fact.kind === 'ticketRefused' && fact.told === 'kdc')
      return TICKETS.map((id) => keyOf(source, id));
    return [];
  });
  return new Set(events);
}

const keyOf = (source: string, event: number) => `${source} ${event}`;
