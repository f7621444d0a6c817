/** What is known last of each secure channel, and how sentences name it. */
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';

export type Channel = FactOf<'secureChannel'>;

/** The last that each source says of each channel: a fault that was repaired further down is none. */
export function secureChannels(facts: FactBase): Channel[] {
  const last = new Map<string, Channel>();
  for (const channel of facts.all('secureChannel')) {
    const { at, computer, domain = '', told } = channel;
    // An event is of its own moment, which may be before or after what is above it.
    const event = told === 'event' ? String(at.start) : '';
    const key = [at.source, computer?.name, domain.toLowerCase(), event].join('|');
    last.delete(key);
    last.set(key, channel);
  }
  return [...last.values()];
}

/** `The secure channel of WEB01`, without a name where the source is about its own computer. */
export function channelOf({ computer }: Channel): string {
  const name = computer?.written.replace(/\$$/, '');
  return name === undefined ? 'The secure channel' : `The secure channel of ${name}`;
}

/** `contoso.com`, or `its domain`. */
export function domainOf({ domain }: Channel): string {
  return domain ?? 'its domain';
}

/** `1789, ERROR_TRUSTED_RELATIONSHIP_FAILURE`: the status that is not 0; an event without one, by its number. */
export function statusOf({ code, name, trustCode, trustName, event }: Channel): string {
  const isConnected = code === 0 || code === undefined;
  const [bad, of] = isConnected ? [trustCode, trustName] : [code, name];
  if (bad === undefined) return event === undefined ? 'False' : `event ${event} of Netlogon`;
  const number = bad > 0xffff ? `0x${bad.toString(16).toUpperCase()}` : String(bad);
  return of === undefined ? number : `${number}, ${of}`;
}
