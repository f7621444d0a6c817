/** NTLM messages (MS-NLMP 2.2.1): `NTLMSSP`, a zero byte and the type. Everything is little-endian. */
import type { Place } from '../../../binary/asn1/place.ts';
import { latin1Of } from '../../../binary/asn1/primitives.ts';
import { uint32 } from '../../../binary/little-endian.ts';
import { addGroup, addLeaf, addProblem } from '../../../binary/source.ts';
import { readRegions } from '../../../binary/regions.ts';
import type { Ntlm } from '../../../contract/decoded.ts';
import type { Found } from './found.ts';
import { readAuthenticate } from './ntlm-authenticate.ts';
import { readChallenge } from './ntlm-challenge.ts';
import { readNegotiate } from './ntlm-negotiate.ts';
import type { NtlmReading } from './ntlm-parts.ts';

const SIGNATURE = 'NTLMSSP';

const MESSAGES = {
  1: { name: 'NEGOTIATE_MESSAGE', read: readNegotiate, size: 16 },
  2: { name: 'CHALLENGE_MESSAGE', read: readChallenge, size: 32 },
  3: { name: 'AUTHENTICATE_MESSAGE', read: readAuthenticate, size: 52 },
};

/** Where the message ends by what its buffers say, at least. */
function announcedEnd(message: NtlmReading, size: number): number {
  return Math.max(message.base + size, message.reach, ...message.payload.map(({ end }) => end));
}

/** Reads the NTLM message at `place`; undefined when none starts there. */
export function readNtlm(place: Place, found: Found): number | undefined {
  const { source, start, limit } = place;
  const { bytes } = source;
  if (latin1Of(bytes, start, start + 7) !== SIGNATURE || start + 12 > limit) return undefined;
  return addGroup(source, place.out, 'NTLMSSP', start, (out, group) => {
    addLeaf(source, out, 'Signature', start, start + 8, SIGNATURE);
    const type = uint32(bytes, start + 8);
    const known = type === 1 || type === 2 || type === 3 ? MESSAGES[type] : undefined;
    const meaning = known && `${known.name}.`;
    const value = type === undefined ? undefined : String(type);
    addLeaf(source, out, 'MessageType', start + 8, start + 12, value, meaning);
    if (type !== undefined && !known) {
      addProblem(source, `NTLM has no message of type ${type}.`, start + 8, start + 12);
    }
    if (!known || (type !== 1 && type !== 2 && type !== 3)) return undefined;
    group.meaning = `${known.name}, type ${type}.`;
    found.layers.push(`NTLM type ${type}`);
    const facts: Ntlm = { type };
    found.ntlm ??= facts;
    const message: NtlmReading = {
      source,
      out,
      facts,
      base: start,
      limit,
      payload: [],
      headerEnd: limit,
      hint: Infinity,
      reach: start + 12,
    };
    known.read(message);
    const end = announcedEnd(message, known.size);
    readRegions(
      source,
      out,
      Math.min(out.at(-1)?.bytes?.end ?? start, bytes.length),
      message.payload,
    );
    if (end > limit) {
      addProblem(source, 'A part of the NTLM message lies beyond its end.', start, start + 12);
    }
    return end;
  });
}
