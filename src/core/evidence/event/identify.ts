/** Which event a record is: by its number, by the words of its message, or by the names of its values. */
import type { Span } from '../../facts/span.ts';
import { describeEvent } from '../../codes/lookup.ts';
import { fieldsOf } from './fields/fields.ts';
import { kinOf, MESSAGES, messageOf, providerOf, type Message } from './fields/messages.ts';
import { eventNumber, type EventRecord, type Value } from './record.ts';

/** An event that is known, with its values by their names in XML. */
export interface KnownEvent {
  readonly provider: string;
  readonly id: number;
  readonly by: 'number' | 'wording' | 'values';
  /** Where its number or its words stand. */
  readonly at: Span;
  readonly computer?: string;
  readonly time?: string;
  readonly values: ReadonlyMap<string, Value>;
  /** The message as it is written; '' where there is none. */
  readonly text: string;
  readonly place: (start: number, end: number) => Span;
  readonly claimed: readonly Span[];
}

/** Characters of a message that its reader looks at. */
const MESSAGE_LENGTH = 4_000;

/** The event; undefined for one that has nothing to do with signing in. */
export function identify(record: EventRecord): KnownEvent | undefined {
  const found = byNumber(record) ?? byWording(record) ?? byNames(record);
  if (!found) return undefined;
  const { values, claimed } = found.message
    ? fieldsOf(record, found.message)
    : { values: record.named, claimed: [] };
  const { computer, time, body } = record;
  return {
    provider: found.provider,
    id: found.id,
    by: found.by,
    at: found.at,
    ...(computer && computer.text !== '' && { computer: computer.text }),
    ...(time && time.text !== '' && { time: time.text }),
    values,
    text: body?.page.text.slice(body.start, body.start + MESSAGE_LENGTH) ?? '',
    place: (start, end) => body?.page.place(body.start + start, body.start + end) ?? found.at,
    claimed: [...record.claimed, ...claimed],
  };
}

interface Found extends Pick<KnownEvent, 'provider' | 'id' | 'by' | 'at'> {
  readonly message?: Message;
}

function byNumber(record: EventRecord): Found | undefined {
  const id = eventNumber(record.id?.text ?? '');
  if (id === undefined || !record.id) return undefined;
  const found = { id, by: 'number', at: record.id.at } as const;
  if (record.provider) {
    const written = record.provider.text;
    const provider = providerOf(written) ?? written;
    const message = messageOf(provider, id);
    if (message) return { ...found, provider: message.provider, message };
    const row = describeEvent(id).find((one) => kinOf(provider).includes(one.provider ?? ''));
    return row?.provider === undefined ? undefined : { ...found, provider: row.provider };
  }
  return byLog(found, record.log?.text);
}

/** Without a provider, the log tells, where only one writes that number to it. */
function byLog(found: Omit<Found, 'provider'>, log: string | undefined): Found | undefined {
  const rows = describeEvent(found.id).filter(
    (row) => log === undefined || row.log?.toLowerCase() === log.toLowerCase(),
  );
  const [row] = rows;
  const provider = rows.length === 1 ? row?.provider : undefined;
  if (provider === undefined) return undefined;
  const message = messageOf(provider, found.id);
  return { ...found, provider, ...(message && { message }) };
}

/** The number may be a typing error, or that of another viewer; the words are the event's own. */
function byWording({ said }: EventRecord): Found | undefined {
  return said && { provider: said.message.provider, id: said.message.id, ...said };
}

/** Names that so many messages share tell nothing. */
const COMMON = 2;

/** A piece of XML without its header: the message that has most of its names. */
function byNames(record: EventRecord): Found | undefined {
  if (record.id || record.named.size <= COMMON) return undefined;
  let best: Message | undefined;
  let most = 0.6;
  for (const message of MESSAGES) {
    const shared = message.data.filter((name) => record.named.has(name)).length;
    const share = shared / Math.max(message.data.length, record.named.size);
    if (shared > COMMON && share > most) [best, most] = [message, share];
  }
  return (
    best && { provider: best.provider, id: best.id, by: 'values', at: record.at, message: best }
  );
}
