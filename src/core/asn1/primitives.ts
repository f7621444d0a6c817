/**
 * Contents of primitive ASN.1 elements, decoded by asn1js: the one module that imports it. Each
 * function takes contents octets that are all there, and gives undefined for contents that are not
 * what the type asks for.
 */
import { BitString, GeneralizedTime, Integer, ObjectIdentifier } from 'asn1js';
import { OID_BYTES } from '../limits.ts';

/** Dotted OBJECT IDENTIFIER (X.690 8.19); arcs may be of any size. */
export function oidOf(bytes: Uint8Array, start: number, end: number): string | undefined {
  const length = end - start;
  if (length < 1 || length > OID_BYTES) return undefined;
  // A last octet with its high bit set belongs to an arc that does not end.
  if ((bytes[end - 1] ?? 0) >= 0x80) return undefined;
  const { valueBlock } = new ObjectIdentifier();
  return valueBlock.fromBER(bytes, start, length) < 0 ? undefined : valueBlock.toString();
}

/** INTEGER or ENUMERATED (X.690 8.3) as a number; a string when a number cannot hold it. */
export function integerOf(
  bytes: Uint8Array,
  start: number,
  end: number,
): number | string | undefined {
  const length = end - start;
  if (length < 1 || length > OID_BYTES) return undefined;
  const { valueBlock } = new Integer();
  const contents = bytes.slice(start, end).buffer;
  if (valueBlock.fromBER(contents, 0, length) < 0) return undefined;
  if (!valueBlock.isHexOnly) return valueBlock.valueDec;
  const text = valueBlock.toString();
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}

/** The first 32 bits of a BIT STRING (X.690 8.6), bit 0 highest; absent bits are zero. */
export function bitsOf(bytes: Uint8Array, start: number, end: number): number | undefined {
  if (end - start < 1) return undefined;
  const { valueBlock } = new BitString();
  if (valueBlock.fromBER(bytes, start, end - start) < 0) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = valueBlock.valueHexView;
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

const KERBEROS_TIME = /^\d{14}(?:\.\d{1,6})?Z$/;

/** GeneralizedTime in UTC, the form of Kerberos (RFC 4120 5.2.3), as ISO 8601. */
export function timeOf(bytes: Uint8Array, start: number, end: number): string | undefined {
  const text = latin1Of(bytes, start, end);
  if (!KERBEROS_TIME.test(text)) return undefined;
  try {
    const time = new GeneralizedTime();
    time.fromString(text);
    const iso = time.toDate().toISOString().replace('.000Z', 'Z');
    // A month 13 or a day 32 would have been carried into the next year or month.
    return iso.replace(/\D/g, '').startsWith(text.slice(0, 14)) ? iso : undefined;
  } catch {
    return undefined;
  }
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
