/** What a case offers to the queries to many machines' events: names, machines and times. */
import type { Log } from '../contract/decoded.ts';
import { compared, type Narrowing } from '../evidence/event/queries/narrowing.ts';
import { offerOf } from '../evidence/iis-log/queries/asked.ts';
import type { Fact, FactKind } from '../facts/fact.ts';
import { isAddress, spelled } from '../facts/names.ts';
import type { Range } from '../queries/range.ts';
import { isWritable } from '../queries/writable.ts';
import { isAccount, isSpn, valuesOf } from './names-in-facts.ts';

/** Names offered for each narrowing. */
const NAMES = 40;

/**
 * Added before the first and after the last event. Not every viewer prints the time zone; none is
 * more than 14 hours from UTC, so an event lies within, whatever the zone of its time is.
 */
const MARGIN_MS = 14 * 3_600_000;

export interface EventOffer {
  /** Around the events of the case, or else around the rows of its log; absent without dates. */
  readonly range?: Range;
  readonly names: Readonly<Record<Narrowing, readonly string[]>>;
  /** Servers and clients that wrote events about logons and NTLM. */
  readonly machines: readonly string[];
  /** How many names have characters that no query should carry. */
  readonly unwritable: number;
}

/** Facts about what failed come first, so that their names do. */
const FAILURES: readonly FactKind[] = [
  'ticketRefused',
  'unknownName',
  'duplicateName',
  'keyMissing',
  'weakTicket',
  'decryptFailed',
  'signInRefused',
  'logonFailed',
  'ntlmUse',
];

/** Events that are written where somebody logs on, or where NTLM is sent. */
const OF_MACHINES: readonly FactKind[] = ['logon', 'logonFailed', 'ntlmUse'];

export function eventOfferOf(facts: readonly Fact[], log?: Log): EventOffer {
  const ordered = facts.toSorted((a, b) => Number(isFailure(b)) - Number(isFailure(a)));
  const found: Record<Narrowing, string[]> = { name: [], account: [], address: [], machine: [] };
  for (const fact of ordered) {
    for (const [by, name] of namesIn(fact)) found[by].push(name);
  }
  const isFit = (by: Narrowing) => (name: string) =>
    isWritable(name) && isWritable(compared(by, name));
  const offered = (by: Narrowing) => [...new Set(found[by].filter(isFit(by)))].slice(0, NAMES);
  const unfit = (by: Narrowing) => new Set(found[by].filter((name) => !isFit(by)(name))).size;
  const range = rangeOf(facts, log);
  return {
    ...(range && { range }),
    names: {
      name: offered('name'),
      account: offered('account'),
      address: offered('address'),
      machine: offered('machine'),
    },
    machines: [...new Set(facts.flatMap(writerOf))],
    unwritable: unfit('name') + unfit('account') + unfit('address') + unfit('machine'),
  };
}

const isFailure = ({ kind }: Fact): boolean => FAILURES.includes(kind);

type Named = readonly [by: Narrowing, name: string];

function namesIn(fact: Fact): Named[] {
  const names = valuesOf(fact).flatMap((value): Named[] => {
    if (isSpn(value)) return [['name', spelled(value)]];
    // A CN need not be the logon name, which is what events have.
    if (isAccount(value) && value.form !== 'cn') return [['account', value.name]];
    return [];
  });
  if ('address' in fact && typeof fact.address === 'string') names.push(['address', fact.address]);
  if ('workstation' in fact && !isAddress(fact.workstation)) {
    names.push(['machine', fact.workstation]);
  }
  return [...names, ...writerOf(fact).map((name): Named => ['machine', name])];
}

function writerOf(fact: Fact): string[] {
  if (!OF_MACHINES.includes(fact.kind) || !('computer' in fact)) return [];
  const isDomain = 'seenBy' in fact && fact.seenBy === 'domain-controller';
  return isDomain || typeof fact.computer !== 'string' ? [] : [fact.computer];
}

/** `2026-03-02T08:15:00`, with or without a zone; other orders of day and month are ambiguous. */
const DATE = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,]\d{1,9})?\s?(Z|[+-]\d\d:\d\d)?/;

function timeOf(fact: Fact): number[] {
  const written = 'time' in fact && typeof fact.time === 'string' ? fact.time : '';
  const [, day = '', clock = '', zone = 'Z'] = DATE.exec(written) ?? [];
  const time = Date.parse(`${day}T${clock}${zone}`);
  return Number.isNaN(time) ? [] : [time];
}

function rangeOf(facts: readonly Fact[], log: Log | undefined): Range | undefined {
  const ofLog = log && offerOf(log)?.range;
  const own = facts.flatMap(timeOf);
  const times = own.length > 0 || !ofLog ? own : [Date.parse(ofLog.first), Date.parse(ofLog.last)];
  const [first, last] = times.reduce<[number, number]>(
    ([low, high], time) => [Math.min(low, time), Math.max(high, time)],
    [Infinity, -Infinity],
  );
  if (first > last) return undefined;
  const second = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;
  return { first: second(first - MARGIN_MS), last: second(last + MARGIN_MS) };
}
