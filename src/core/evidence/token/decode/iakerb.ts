/**
 * IAKERB (draft-ietf-kitten-iakerb-03, MS-SPNG 3.1.5.3): a client that cannot reach a KDC sends its
 * messages for it to the web server, which passes them on.
 */
import { anything } from '../../../binary/asn1/anything.ts';
import type { Place } from '../../../binary/asn1/place.ts';
import { members } from '../../../binary/asn1/structures.ts';
import { readElement } from '../../../binary/asn1/tlv.ts';
import { octets, text } from '../../../binary/asn1/values.ts';
import { addGroup } from '../../../binary/source.ts';
import type { Found } from './found.ts';
import { readMessage } from './message.ts';

const header = members<Found>({
  1: text<Found>('target-realm', undefined, 'Domain whose KDC is to get the message.'),
  2: octets<Found>('cookie'),
  // Windows adds a BIT STRING that no published text names.
  3: anything<Found>('extension'),
});

/** The IAKERB-HEADER and the Kerberos message behind it; returns where they end. */
export function readIakerb(place: Place, found: Found): number {
  found.layers.push('IAKERB');
  const end = addGroup(place.source, place.out, 'IAKERB-HEADER', place.start, (children) =>
    header({ ...place, out: children }, found),
  );
  if (end >= place.limit) return end;
  return readMessage({ ...place, start: end }, found) ?? end;
}

/** An IAKERB-HEADER without GSS frame; undefined when the bytes are none. */
export function readBareIakerb(place: Place, found: Found): number | undefined {
  const { bytes } = place.source;
  const outer = readElement(bytes, place.start, place.limit);
  if (typeof outer === 'string' || bytes[outer.content] !== 0xa1) return undefined;
  const first = readElement(bytes, outer.content, outer.end);
  if (typeof first === 'string' || bytes[first.content] !== 0x0c) return undefined;
  return readIakerb(place, found);
}
