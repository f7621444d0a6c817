/**
 * The oracle for asn1js: identifier and length octets of one ASN.1 element (X.690 8.1.2 and 8.1.3),
 * read without any package. It was written from the standard, and the product's reader must agree
 * with it on every fixture, prefix and mutant.
 */
import type { Element, NoElement } from '../../../../../../src/core/binary/asn1/tlv.ts';

const INDEFINITE = 0x80;
const MULTI_OCTET = 0x1f;
const CONSTRUCTED = 0x20;

/** Length octets after the first; four already announce 4 GiB. */
const LENGTH_OCTETS = 4;
/** Octets of a high tag number; three hold 2,097,151. */
const TAG_OCTETS = 3;

/** The element at `start`; `limit` is where the element around it ends by its own length. */
export function ownElement(bytes: Uint8Array, start: number, limit: number): Element | NoElement {
  let position = start;
  const next = () => (position < limit ? bytes[position++] : undefined);
  const missing: () => NoElement = () => (position < limit ? 'cut' : 'damaged');

  const tag = next();
  if (tag === undefined) return missing();
  let number = tag & MULTI_OCTET;
  if (number === MULTI_OCTET) {
    number = 0;
    for (let octets = 0; ; octets++) {
      const octet = next();
      if (octet === undefined) return missing();
      if (octets === TAG_OCTETS) return 'damaged';
      number = number * 128 + (octet & 0x7f);
      if (octet < 0x80) break;
    }
  }

  const first = next();
  if (first === undefined) return missing();
  let length = first;
  if (first > INDEFINITE) {
    const octets = first & 0x7f;
    if (octets > LENGTH_OCTETS) return 'damaged';
    length = 0;
    for (let index = 0; index < octets; index++) {
      const octet = next();
      if (octet === undefined) return missing();
      length = length * 256 + octet;
    }
  }
  // Indefinite form (X.690 8.1.3.6) is not DER; its contents then reach as far as there is room.
  const declared = first === INDEFINITE ? limit : position + length;
  return {
    tag,
    number,
    constructed: (tag & CONSTRUCTED) !== 0,
    start,
    content: position,
    end: Math.min(declared, limit),
    overlong: declared > limit,
  };
}
