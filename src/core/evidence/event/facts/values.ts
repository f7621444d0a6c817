/** Values of an event as facts have them: accounts, hosts, addresses and codes. */
import type { FromEvent } from '../../../facts/event-facts.ts';
import {
  accountOf,
  hostOf,
  spnOf,
  type Account,
  type Host,
  type Spn,
} from '../../../facts/names.ts';
import type { Span } from '../../../facts/span.ts';
import { unsigned32 } from '../../../codes/number.ts';
import { isNothing } from '../fields/value-types.ts';
import type { KnownEvent } from '../identify.ts';
import type { Value } from '../record.ts';

/** The first of the values that is there. */
export function valueOf({ values }: KnownEvent, ...names: readonly string[]): Value | undefined {
  for (const name of names) {
    const value = values.get(name);
    if (value && !isNothing(value.text)) return value;
  }
  return undefined;
}

export function textOf(event: KnownEvent, ...names: readonly string[]): string | undefined {
  return valueOf(event, ...names)?.text.trim();
}

/** Which event states a fact. */
export function originOf({ id, computer, time }: KnownEvent): FromEvent {
  return {
    event: id,
    ...(computer !== undefined && /^[\w.-]+$/.test(computer) && { computer: hostOf(computer) }),
    ...(time !== undefined && /^[^(]*\d/.test(time) && { time }),
  };
}

/** `DOMAIN\name` of the two values; a name that has its domain keeps it. */
export function accountIn(event: KnownEvent, name: string, domain?: string): Account | undefined {
  const own = textOf(event, name);
  if (own === undefined || isMarshalled(own)) return undefined;
  const of = domain === undefined ? undefined : textOf(event, domain);
  if (of === undefined || /[\\@]/.test(own)) return accountOf(own);
  return accountOf(`${of}\\${own}`);
}

/** A credential in the place of a name (CredMarshalCredential), as scheduled tasks have it. */
function isMarshalled(name: string): boolean {
  return name.startsWith('@@');
}

export function hostIn(event: KnownEvent, ...names: readonly string[]): Host | undefined {
  const text = textOf(event, ...names)?.replace(/^\\\\/, '');
  return text === undefined || text === '' ? undefined : hostOf(text);
}

/** Without the prefix of an IPv4 address in IPv6 (RFC 4291 2.5.5.2), and without a zone. */
export function addressIn(event: KnownEvent, ...names: readonly string[]): string | undefined {
  const text = textOf(event, ...names);
  return text?.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%\d+$/, '');
}

/** Unsigned 32 bits of `0x00000018`, `-1073741715`, `0x7 KDC_ERR_...` or `(0xc0000234)`. */
export function codeIn(
  event: KnownEvent,
  ...names: readonly string[]
): { code: number; at: Span } | undefined {
  for (const name of names) {
    const value = valueOf(event, name);
    const digits = /0x[0-9a-f]{1,8}(?![0-9a-f])|^-?\d{1,10}(?!\d)/i.exec(value?.text ?? '')?.[0];
    const code = digits === undefined ? undefined : unsigned32(Number(digits));
    if (value && code !== undefined) return { code, at: value.at };
  }
  return undefined;
}

/** A small number, such as a type of logon. */
export function numberIn(event: KnownEvent, name: string): number | undefined {
  const text = textOf(event, name) ?? '';
  return /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}

/** The SPN of a value; undefined for anything else, such as the name of an account. */
export function spnIn(event: KnownEvent, ...names: readonly string[]): Spn | undefined {
  const spn = spnOf(textOf(event, ...names)?.replace(/[.,]$/, '') ?? '');
  // `[DOMAIN]` and `<host>` are placeholders.
  return spn && /^[\w.-]+$/.test(spn.host) ? spn : undefined;
}

/** A name stands alone: what it was cut out of may be no name at all. */
const NAME_IN_TEXT =
  /(?<=(?:^|[\s\u0080-\uffff])["'([]{0,2})(?:[A-Za-z][\w-]{0,30}\/[\w.:@/-]{1,255}|[\w.-]{1,60}\$)(?=["')\],;.]{0,4}(?:[\s\u0080-\uffff]|$))/g;

/** SPNs and computer accounts (`web01$`) that the message of an event names, in any language. */
export function namesIn({ text }: KnownEvent): string[] {
  return (text.match(NAME_IN_TEXT) ?? []).map((name) => name.replace(/[.:]+$/, ''));
}

/** The first SPN among the names; `AS/TGS` is none. */
export function firstSpnOf(names: readonly string[]): Spn | undefined {
  return names
    .flatMap((name) => spnOf(name) ?? [])
    .find(({ service }) => service !== 'AS' && service !== 'TGS');
}

/** `{ key: value }`, or nothing for a value that is not there. */
export function only<Key extends string, T>(
  key: Key,
  value: T | undefined,
): Partial<Readonly<Record<Key, T>>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, T>>;
}

/** Where the first of the values stands; the event itself for none. */
export function placeOf(event: KnownEvent, ...names: readonly string[]): Span {
  return valueOf(event, ...names)?.at ?? event.at;
}
