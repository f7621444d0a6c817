/**
 * Pre-authentication data (RFC 4120 5.2.7): a list of typed values. Those that hold a structure a
 * reader can use are opened; the others are shown as bytes.
 */
import { readAll } from '../../../binary/asn1/anything.ts';
import type { Place, Read } from '../../../binary/asn1/place.ts';
import { sequence, sequenceOf, wrapped } from '../../../binary/asn1/structures.ts';
import { holding, integer, text } from '../../../binary/asn1/values.ts';
import { apReq } from './ap.ts';
import { showEtype } from '../../../codes/etypes.ts';
import type { Kerberos } from '../../../contract/decoded.ts';
import { PADATA_TYPES } from '../tables/padata-types.ts';
import { encrypted } from './principal.ts';

interface Entry {
  type?: number;
  into: Kerberos;
}

/** ETYPE-INFO2 and ETYPE-INFO (RFC 4120 5.2.7.4 and 5.2.7.5). */
const etypeInfo: Read<unknown> = sequenceOf(
  'etype-info',
  sequence('entry', {
    0: integer('etype', undefined, showEtype),
    1: text('salt'),
  }),
);

const encryptedValue: Read<unknown> = encrypted('EncryptedData');

const tgsReq: Read<unknown> = (place) => wrapped(apReq)(place, { message: 'AP-REQ' });

const INSIDE: Readonly<Record<number, Read<unknown>>> = {
  1: tgsReq,
  2: encryptedValue,
  11: etypeInfo,
  19: etypeInfo,
  138: encryptedValue,
};

function readValue(place: Place, { type }: Entry): void {
  const read = type === undefined ? undefined : INSIDE[type];
  const looksLikeAsn1 = [0x30, 0x6e].includes(place.source.bytes[place.start] ?? 0);
  if (read && looksLikeAsn1) read(place, undefined);
  else if (looksLikeAsn1) readAll(place);
}

const ENTRY = {
  1: integer<Entry>(
    'padata-type',
    (entry, type) => {
      entry.type = type;
      (entry.into.padata ??= []).push(type);
    },
    (type) => ({ meaning: PADATA_TYPES[type] ?? 'A type that is not known here.' }),
  ),
  2: holding<Entry>('padata-value', readValue),
};

const entry = sequence('PA-DATA', ENTRY);

/** SEQUENCE OF PA-DATA. */
export const padata: Read<Kerberos> = sequenceOf('padata', (place, into) => entry(place, { into }));
