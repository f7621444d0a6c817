/** A Kerberos message as it goes to a KDC over TCP: its length first, 4 bytes (RFC 4120 7.2.2). */
import type { Place } from '../../../binary/asn1/place.ts';
import { addLeaf } from '../../../binary/source.ts';
import type { Found } from './found.ts';
import { readKerberos } from './kerberos.ts';

const LENGTH = 4;

/** Undefined when what follows the four bytes is no Kerberos message. */
export function readTcpFramed(place: Place, found: Found): number | undefined {
  const { source, start, limit, out } = place;
  const { bytes } = source;
  const identifier = bytes[start + LENGTH];
  if (identifier === undefined || (identifier & 0xe0) !== 0x60) return undefined;
  const length =
    ((bytes[start + 1] ?? 0) << 16) | ((bytes[start + 2] ?? 0) << 8) | (bytes[start + 3] ?? 0);
  const body = start + LENGTH;
  const fields = out.length;
  addLeaf(source, out, 'length', start, body, String(length), 'Length of the message, for TCP.');
  const end = readKerberos({ ...place, start: body, limit: Math.min(limit, body + length) }, found);
  if (end === undefined) out.length = fields;
  return end;
}
