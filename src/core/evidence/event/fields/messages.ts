/**
 * The messages of the events that are read: `content/event-messages.json`. `lines` are the labels of a
 * message in their order, with the names that the same values have in XML; `text` are the sentences that
 * hold values; `data` are the names of %1, %2 and so on; and the words after an event's number say
 * which message it is. Several events share one shape. A question mark is behind a label that only newer
 * versions of Windows write.
 *
 * Names and order: manifests of Windows Server 2016 to 2025; of 529 to 680 those of Windows Server 2003.
 */
import table from '../../../../../content/event-messages.json' with { type: 'json' };
import { sentencePattern } from './sentence-pattern.ts';

export interface MessageLine {
  /** In lower case. */
  readonly label: string;
  /** Absent for a heading. */
  readonly name?: string;
  /** True for a line that only newer versions have. */
  readonly isOptional?: true;
}

export interface Message {
  readonly provider: string;
  readonly id: number;
  readonly says: readonly string[];
  readonly lines: readonly MessageLine[];
  readonly text: readonly RegExp[];
  readonly data: readonly string[];
}

interface Shape {
  readonly provider: string;
  readonly events: Readonly<Record<string, readonly string[]>>;
  readonly lines?: readonly string[];
  readonly text?: readonly string[];
  readonly data?: readonly string[];
}

const LINE = /^([^:?]+)(\?)?:(?: \{(\w+)\})?$/;

function lineOf(written: string): MessageLine {
  const [, label = written, optional, name] = LINE.exec(written) ?? [];
  return {
    label: label.toLowerCase(),
    ...(name !== undefined && { name }),
    ...(optional !== undefined && { isOptional: true }),
  };
}

export const MESSAGES: readonly Message[] = (table.messages as readonly object[]).flatMap((row) => {
  const { provider, events, lines = [], text = [], data = [] } = row as Shape;
  const shape = { lines: lines.map(lineOf), text: text.map(sentencePattern), data };
  return Object.entries(events).map(([id, says]) => ({ provider, id: Number(id), says, ...shape }));
});

const BY_EVENT = new Map(MESSAGES.map((message) => [`${message.provider} ${message.id}`, message]));

/** Providers that share events, or took them over from each other. */
const KIN: readonly (readonly string[])[] = [
  ['Microsoft-Windows-Kerberos-Key-Distribution-Center', 'Kdcsvc'],
  ['Microsoft-Windows-NTLM', 'Microsoft-Windows-Security-Netlogon'],
  ['Microsoft-Windows-Security-Auditing', 'Security'],
];

/** The provider itself, and those that write the same events. */
export function kinOf(provider: string): readonly string[] {
  const kin = KIN.find((names) => names.includes(provider)) ?? [];
  return [provider, ...kin.filter((name) => name !== provider)];
}

/** The message of an event; undefined for one that is not in the table. */
export function messageOf(provider: string, id: number): Message | undefined {
  for (const name of kinOf(provider)) {
    const found = BY_EVENT.get(`${name} ${id}`);
    if (found) return found;
  }
  return undefined;
}

const NAMES = new Map(
  Object.entries(table.providers as Readonly<Record<string, readonly string[]>>).flatMap(
    ([provider, aliases]) =>
      [provider, ...aliases].map((name) => [name.toLowerCase(), provider] as const),
  ),
);

/** `Microsoft-Windows-WAS` of `WAS`, as old viewers and people shorten it; undefined for an unknown one. */
export function providerOf(name: string): string | undefined {
  return NAMES.get(name.trim().toLowerCase());
}
