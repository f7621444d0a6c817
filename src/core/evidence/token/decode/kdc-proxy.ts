/** KDC-PROXY-MESSAGE (MS-KKDCP 2.2.2): a message to a KDC, carried over HTTPS. */
import type { Place } from '../../../binary/asn1/place.ts';
import { members } from '../../../binary/asn1/structures.ts';
import { readElement } from '../../../binary/asn1/tlv.ts';
import { holding, integer, text } from '../../../binary/asn1/values.ts';
import { addGroup } from '../../../binary/source.ts';
import type { Found } from './found.ts';
import { readMessage } from './message.ts';

const kdcProxy = members<Found>({
  0: holding<Found>('kerb-message', (place, found) => {
    readMessage(place, found);
  }),
  1: text<Found>('target-domain'),
  2: integer<Found>('dclocator-hint'),
});

/** Undefined when the bytes are no such message: `[0]` with an OCTET STRING that holds one. */
export function readKdcProxy(place: Place, found: Found): number | undefined {
  const { bytes } = place.source;
  const outer = readElement(bytes, place.start, place.limit);
  if (typeof outer === 'string' || bytes[outer.content] !== 0xa0) return undefined;
  const first = readElement(bytes, outer.content, outer.end);
  if (typeof first === 'string' || bytes[first.content] !== 0x04) return undefined;
  return addGroup(place.source, place.out, 'KDC-PROXY-MESSAGE', place.start, (children) => {
    found.layers.push('KDC-PROXY');
    return kdcProxy({ ...place, out: children }, found);
  });
}
