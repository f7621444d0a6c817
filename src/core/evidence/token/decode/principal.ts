/** PrincipalName and EncryptedData, the two structures all Kerberos messages share (RFC 4120 5.2). */
import type { Read } from '../../../binary/asn1/place.ts';
import { sequence, sequenceOf } from '../../../binary/asn1/structures.ts';
import { integer, octets, text, type Shown } from '../../../binary/asn1/values.ts';
import { showEtype } from '../../../codes/etypes.ts';
import { showNameType } from '../tables/name-types.ts';

/** A name while its components are read. */
interface Name {
  type?: number;
  components: string[];
}

const NAME = {
  0: integer<Name>(
    'name-type',
    (name, type) => {
      name.type = type;
    },
    showNameType,
  ),
  1: sequenceOf<Name>(
    'name-string',
    text('component', (name, component) => {
      name.components.push(component);
    }),
  ),
};

const readName = (field: string) => sequence(field, NAME);

/**
 * PrincipalName. `set` gets the components joined by `/`, as far as they go, and the name type; it
 * is not called for a name without components.
 */
export function principal<T>(
  field: string,
  set?: (into: T, name: string, type: number | undefined) => void,
): Read<T> {
  const read = readName(field);
  return (place, into) => {
    const name: Name = { components: [] };
    const end = read(place, name);
    if (name.components.length === 0) return end;
    const value = name.components.join('/');
    const group = place.out.at(-1);
    if (group?.name === field) group.value = value;
    set?.(into, value, name.type);
    return end;
  };
}

/** What can be seen of EncryptedData without its key. */
export interface Encrypted {
  etype?: number;
  kvno?: number;
  cipherBytes?: number;
}

/** UInt32 that senders write as a negative INTEGER when its first bit is set (RFC 4120 5.2.4). */
const unsigned = (value: number) => (value < 0 ? value + 2 ** 32 : value);

/** kvno; a read-only domain controller has its number in the upper 16 bits (MS-KILE 3.1.5.8). */
function showKvno(value: number): Shown {
  const kvno = unsigned(value);
  const controller = Math.floor(kvno / 0x10000);
  const version = 'Version of the key: it grows with every password change of the account.';
  if (controller === 0) return { value: String(kvno), meaning: version };
  const key = `Version ${kvno % 0x10000} of the key of krbtgt_${controller}`;
  return {
    value: String(kvno),
    meaning: `${key}: a read-only domain controller issued the ticket.`,
  };
}

const ENCRYPTED = {
  0: integer<Encrypted>(
    'etype',
    (data, etype) => {
      data.etype = etype;
    },
    showEtype,
  ),
  1: integer<Encrypted>(
    'kvno',
    (data, kvno) => {
      data.kvno = unsigned(kvno);
    },
    showKvno,
  ),
  2: octets<Encrypted>('cipher', (data, _bytes, length) => {
    data.cipherBytes = length;
  }),
};

/** EncryptedData; `set` is called when at least its encryption type is there. */
export function encrypted<T>(
  field: string,
  set?: (into: T, data: Encrypted & { etype: number }) => void,
): Read<T> {
  const read = sequence(field, ENCRYPTED);
  return (place, into) => {
    const data: Encrypted = {};
    const end = read(place, data);
    const { etype } = data;
    if (etype !== undefined) set?.(into, { ...data, etype });
    return end;
  };
}
