/**
 * The oracle for asn1js: contents of OBJECT IDENTIFIER, INTEGER and BIT STRING (X.690 8.19, 8.3 and
 * 8.6), decoded without any package.
 */
import { OID_BYTES } from '../../../../../../src/core/limits.ts';

/** Dotted OBJECT IDENTIFIER (X.690 8.19); arcs may be of any size. */
export function ownOid(bytes: Uint8Array, start: number, end: number): string | undefined {
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
export function ownInteger(
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
export function ownBits(bytes: Uint8Array, start: number, end: number): number | undefined {
  const unused = bytes[start] ?? 0;
  if (end <= start || unused > 7) return undefined;
  let value = 0;
  for (let octet = 1; octet <= 4; octet++) {
    value = value * 256 + (start + octet < end ? (bytes[start + octet] ?? 0) : 0);
  }
  return value;
}
