/**
 * Identifier and length octets of one ASN.1 element (X.690 8.1.2 and 8.1.3), read so that a token
 * that is cut or damaged anywhere still gives everything before that place.
 *
 * asn1js decodes the octets, through the blocks of one header that is used again and again: its
 * `fromBER` for whole elements refuses an element that is one byte short, decodes contents that
 * nobody asked for, and throws on a malformed time. What a cut or an overlong element means is
 * decided here.
 */
import { BaseBlock } from 'asn1js';

export interface Element {
  /** First identifier octet: class, constructed bit and, below 31, the number. */
  tag: number;
  /** Tag number, also when it takes several octets. */
  number: number;
  constructed: boolean;
  start: number;
  /** First content octet. */
  content: number;
  /** Where the element ends by its own length, but never beyond the element around it. */
  end: number;
  /** True when its length reaches beyond the element around it; `end` is then where that one ends. */
  overlong: boolean;
}

/** Why there is no element: the bytes end inside its header, or the header makes no sense. */
export type NoElement = 'cut' | 'damaged';

/** Length octets after the first; four already announce 4 GiB. */
const LENGTH_OCTETS = 4;
/** Octets of a high tag number; three hold 2,097,151. */
const TAG_OCTETS = 3;

/** The blocks that read identifier and length octets; they keep nothing from one element to the next. */
const { idBlock, lenBlock } = new BaseBlock();

/** How many octets hold the identifier at `start`; undefined when they make no sense or do not end. */
function identifierOctets(bytes: Uint8Array, start: number, room: number): number | undefined {
  idBlock.error = '';
  // No more than can be an identifier, or a run of high octets would be searched for its end.
  const end = idBlock.fromBER(bytes, start, Math.min(room, 2 + TAG_OCTETS));
  if (end >= 0) return idBlock.blockLength > 1 + TAG_OCTETS ? undefined : idBlock.blockLength;
  // asn1js refuses a constructed INTEGER; here it is read as what it is, so that nothing is lost.
  return idBlock.error.startsWith('Constructed') ? idBlock.blockLength : undefined;
}

/** The element at `start`; `limit` is where the element around it ends by its own length. */
export function readElement(bytes: Uint8Array, start: number, limit: number): Element | NoElement {
  const room = Math.min(limit, bytes.length) - start;
  const missing: NoElement = limit > bytes.length ? 'cut' : 'damaged';
  if (room < 1) return missing;
  const identifier = identifierOctets(bytes, start, room);
  if (identifier === undefined) return room <= 1 + TAG_OCTETS ? missing : 'damaged';
  const lengthAt = start + identifier;
  if (room - identifier < 1) return missing;
  const octets = (bytes[lengthAt] ?? 0) & 0x7f;
  if ((bytes[lengthAt] ?? 0) > 0x80 && octets > LENGTH_OCTETS) return 'damaged';
  if (lenBlock.warnings.length > 0) lenBlock.warnings.length = 0;
  const content = lenBlock.fromBER(bytes, lengthAt, room - identifier);
  if (content < 0) return missing;
  // Indefinite form (X.690 8.1.3.6) is not DER; its contents then reach as far as there is room.
  const declared = lenBlock.isIndefiniteForm ? limit : content + lenBlock.length;
  return {
    tag: bytes[start] ?? 0,
    number: idBlock.tagNumber,
    constructed: idBlock.isConstructed,
    start,
    content,
    end: Math.min(declared, limit),
    overlong: declared > limit,
  };
}
