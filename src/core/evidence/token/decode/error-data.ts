/**
 * e-data of a KRB-ERROR. Three structures share the place and are told apart by their first tags:
 * METHOD-DATA (RFC 4120 5.9.1, with code 25), TYPED-DATA, and Windows' KERB-ERROR-DATA
 * (MS-KILE 2.2.2), which can hold an NTSTATUS (KERB-EXT-ERROR, 2.2.1).
 */
import { readAll } from '../../../binary/asn1/anything.ts';
import type { Place } from '../../../binary/asn1/place.ts';
import { sequence, sequenceOf } from '../../../binary/asn1/structures.ts';
import { readElement } from '../../../binary/asn1/tlv.ts';
import { holding, integer, octets } from '../../../binary/asn1/values.ts';
import { addLeaf } from '../../../binary/source.ts';
import { describeNtstatus } from '../../../codes/lookup.ts';
import type { Kerberos } from '../../../contract/decoded.ts';
import { padata } from './padata.ts';

interface ErrorData {
  type?: number;
  into: Kerberos;
}

const DATA_TYPES: Readonly<Record<number, string>> = {
  2: 'KERB_AP_ERR_TYPE_SKEW_RECOVERY: the client corrects its clock difference and tries again.',
  3: 'KERB_ERR_TYPE_EXTENDED: a Windows status follows.',
};

const hexOf = (value: number) => `0x${value.toString(16).toUpperCase().padStart(8, '0')}`;

/** KERB-EXT-ERROR: three little-endian 32-bit numbers, the first an NTSTATUS. */
function readExtended({ source, start, limit, out }: Place, { type, into }: ErrorData): void {
  if (type !== 3 || limit - start !== 12) return;
  const { bytes } = source;
  const numberAt = (at: number) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
  for (const [index, name] of ['status', 'reserved', 'flags'].entries()) {
    const at = start + 4 * index;
    const number = at + 4 <= bytes.length ? numberAt(at) : undefined;
    const value = number === undefined ? undefined : hexOf(number);
    const isStatus = number !== undefined && name === 'status';
    if (isStatus && value !== undefined) into.ntStatus = value;
    const row = isStatus ? describeNtstatus(number) : undefined;
    const meaning = row && `${row.name}: ${row.meaning}`;
    addLeaf(source, out, name, at, at + 4, value, meaning);
  }
}

const errorData = sequence<ErrorData>('KERB-ERROR-DATA', {
  1: integer<ErrorData>(
    'data-type',
    (data, type) => {
      data.type = type;
    },
    (type) => ({ meaning: DATA_TYPES[type] ?? 'A type that is not known here.' }),
  ),
  2: holding<ErrorData>('data-value', readExtended),
});

const typedData = sequenceOf<Kerberos>(
  'TYPED-DATA',
  sequence('entry', { 0: integer('data-type'), 1: octets('data-value') }),
);

/** The contents of e-data. */
export function readErrorData(place: Place, into: Kerberos): void {
  const { bytes } = place.source;
  const outer = readElement(bytes, place.start, place.limit);
  if (typeof outer === 'string' || outer.tag !== 0x30) return;
  const first = bytes[outer.content];
  if (first === 0xa1) errorData(place, { into });
  else if (first !== 0x30) {
    if (first !== undefined) readAll(place);
  } else {
    const entry = readElement(bytes, outer.content, outer.end);
    if (typeof entry === 'string' || bytes[entry.content] === undefined) return;
    // METHOD-DATA's entries start with [1], TYPED-DATA's with [0].
    if (bytes[entry.content] === 0xa0) typedData(place, into);
    else padata(place, { message: 'METHOD-DATA' });
  }
}
