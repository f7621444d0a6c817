/**
 * Contents of primitive ASN.1 elements (X.690 8). Each function takes contents octets that are all
 * there, and gives undefined for contents that are not what the type asks for.
 *
 * asn1js decodes OBJECT IDENTIFIER, INTEGER, ENUMERATED and BIT STRING. Times and texts are decoded
 * here: asn1js throws on a malformed time and decodes a GeneralString one byte per character.
 */
import { BitString, Integer, ObjectIdentifier } from 'asn1js';
import { OID_BYTES } from '../../limits.ts';

type Arc = ObjectIdentifier['valueBlock']['value'][number];

/** An arc of any size; asn1js keeps one beyond 2^53 as its digits to the base of 128. */
function arcOf(arc: Arc): number | bigint {
  if (!arc.isHexOnly) return arc.valueDec;
  return arc.valueHexView.reduce((value, digit) => value * 128n + BigInt(digit), 0n);
}

/** Dotted OBJECT IDENTIFIER (X.690 8.19); arcs may be of any size. */
export function oidOf(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end <= start || end - start > OID_BYTES) return undefined;
  const { valueBlock } = new ObjectIdentifier();
  if (valueBlock.fromBER(bytes, start, end - start) < 0) return undefined;
  const [first = 0, ...others] = valueBlock.value.map(arcOf);
  // The first two arcs share an octet: 40 times the first, which is 0, 1 or 2, and the second.
  const top = first < 80 ? Math.floor(Number(first) / 40) : 2;
  const second = typeof first === 'number' ? first - 40 * top : first - 80n;
  return [top, second, ...others].join('.');
}

/** INTEGER or ENUMERATED (X.690 8.3 and 8.4) as a number; a string when a number cannot hold it. */
export function integerOf(
  bytes: Uint8Array,
  start: number,
  end: number,
): number | string | undefined {
  if (end <= start || end - start > OID_BYTES) return undefined;
  const value = new Integer({ valueHex: bytes.subarray(start, end) });
  // asn1js decodes up to three octets at once and leaves the longer ones to `toBigInt`.
  if (!value.valueBlock.isHexOnly) return value.valueBlock.valueDec;
  const big = value.toBigInt();
  const number = Number(big);
  return Number.isSafeInteger(number) ? number : big.toString();
}

/** asn1js looks for elements inside a BIT STRING unless told not to; the limits bound that search. */
const AS_IT_IS = {
  parseEmbedded: false,
  depth: 0,
  maxDepth: 0,
  nodesCount: 0,
  maxNodes: 0,
  maxContentLength: 0,
};

/** The first 32 bits of a BIT STRING (X.690 8.6), bit 0 highest; absent bits are zero. */
export function bitsOf(bytes: Uint8Array, start: number, end: number): number | undefined {
  if (end <= start) return undefined;
  const { valueBlock } = new BitString();
  if (valueBlock.fromBER(bytes, start, end - start, AS_IT_IS) < 0) return undefined;
  const view = valueBlock.valueHexView;
  let value = 0;
  for (let octet = 0; octet < 4; octet++) value = value * 256 + (view[octet] ?? 0);
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

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const WESTERN = new TextDecoder('windows-1252');

/**
 * A string of any of the text types. Kerberos calls its strings GeneralString but means IA5
 * (RFC 4120 5.2.1); Windows and MIT put UTF-8 there, old clients the code page of their system, of
 * which Windows 1252 is the likeliest. `cut` leaves out a character that is not whole.
 */
export function textOf(bytes: Uint8Array, start: number, end: number, cut: boolean): string {
  try {
    return UTF8.decode(bytes.subarray(start, cut ? wholeCharacters(bytes, start, end) : end));
  } catch {
    return WESTERN.decode(bytes.subarray(start, end));
  }
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
