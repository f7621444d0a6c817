/**
 * Contents of primitive ASN.1 elements (X.690 8). Each function takes contents octets that are all
 * there, and gives undefined for contents that are not what the type asks for.
 *
 * These few types are all that SPNEGO and Kerberos use. asn1js would decode them too, at 19 kB
 * gzipped against less than one; the tests compare the two instead.
 */
import { OID_BYTES } from '../../limits.ts';

/** Dotted OBJECT IDENTIFIER (X.690 8.19); arcs may be of any size. */
export function oidOf(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end <= start || end - start > OID_BYTES) return undefined;
  const arcs: (number | bigint)[] = [];
  let arc: number | bigint = 0;
  for (let index = start; index < end; index++) {
    const octet = bytes[index] ?? 0;
    const digit = octet & 0x7f;
    // Beyond 46 bits seven more could be too many for a number.
    if (typeof arc === 'number' && arc > 2 ** 46) arc = BigInt(arc);
    arc = typeof arc === 'number' ? arc * 128 + digit : arc * 128n + BigInt(digit);
    if (octet < 0x80) {
      arcs.push(arc);
      arc = 0;
    } else if (index === end - 1) {
      return undefined;
    }
  }
  const [first = 0, ...others] = arcs;
  // The first two arcs share an octet: 40 times the first, which is 0, 1 or 2, and the second.
  const top = first < 80 ? Math.floor(Number(first) / 40) : 2;
  const second = typeof first === 'number' ? first - 40 * top : first - 80n;
  return [top, second, ...others].join('.');
}

/** Octets of an INTEGER that a number holds in any case. */
const SAFE_OCTETS = 6;

/** INTEGER or ENUMERATED (X.690 8.3) as a number; a string when a number cannot hold it. */
export function integerOf(
  bytes: Uint8Array,
  start: number,
  end: number,
): number | string | undefined {
  const length = end - start;
  if (length < 1 || length > OID_BYTES) return undefined;
  const negative = (bytes[start] ?? 0) >= 0x80;
  if (length <= SAFE_OCTETS) {
    let value = negative ? -1 : 0;
    for (let index = start; index < end; index++) value = value * 256 + (bytes[index] ?? 0);
    return value;
  }
  let value = negative ? -1n : 0n;
  for (let index = start; index < end; index++) value = value * 256n + BigInt(bytes[index] ?? 0);
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

/** The first 32 bits of a BIT STRING (X.690 8.6), bit 0 highest; absent bits are zero. */
export function bitsOf(bytes: Uint8Array, start: number, end: number): number | undefined {
  const unused = bytes[start] ?? 0;
  if (end <= start || unused > 7) return undefined;
  let value = 0;
  for (let octet = 1; octet <= 4; octet++) {
    value = value * 256 + (start + octet < end ? (bytes[start + octet] ?? 0) : 0);
  }
  return value;
}

const KERBEROS_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d{1,6})?Z$/;

/** GeneralizedTime in UTC, the form of Kerberos (RFC 4120 5.2.3), as ISO 8601 in whole seconds. */
export function timeOf(bytes: Uint8Array, start: number, end: number): string | undefined {
  const match = KERBEROS_TIME.exec(latin1Of(bytes, start, end));
  if (!match) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = match;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const time = new Date(`${iso}Z`);
  // A day 30 of February would have been carried into March.
  const exists = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso);
  return exists ? `${iso}Z` : undefined;
}

const UTF8 = new TextDecoder('utf-8');

/**
 * A string of any of the text types. Kerberos calls its strings GeneralString but means IA5
 * (RFC 4120 5.2.1); Windows and MIT put UTF-8 there. `cut` leaves out a character that is not whole.
 */
export function textOf(bytes: Uint8Array, start: number, end: number, cut: boolean): string {
  return UTF8.decode(bytes.subarray(start, cut ? wholeCharacters(bytes, start, end) : end));
}

/** Where the last whole UTF-8 character of a cut string ends. */
function wholeCharacters(bytes: Uint8Array, start: number, end: number): number {
  for (let lead = end - 1; lead >= start && lead > end - 4; lead--) {
    const byte = bytes[lead] ?? 0;
    if (byte < 0x80) return end;
    if (byte >= 0xc0) return lead + (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > end ? lead : end;
  }
  return end;
}

/** One character per byte. */
export function latin1Of(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let index = start; index < end; index++) text += String.fromCharCode(bytes[index] ?? 0);
  return text;
}
