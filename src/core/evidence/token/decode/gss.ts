/**
 * The frame of a GSS context's first token (RFC 2743 3.1): `[APPLICATION 0]`, the mechanism's
 * number, then whatever the mechanism wants, which need not be ASN.1.
 */
import { inside, take, type Place } from '../../../binary/asn1/place.ts';
import { oid } from '../../../binary/asn1/values.ts';
import { addGroup, addLeaf, addRest } from '../../../binary/source.ts';
import { toHex } from '../../../text/hex.ts';
import type { Found } from './found.ts';
import { readIakerb } from './iakerb.ts';
import { readMessage } from './message.ts';
import { hasTokId, showMechanism } from '../tables/oids.ts';
import { readOldPerMessage } from './per-message.ts';
import { TOKEN_IDS } from '../tables/token-ids.ts';

interface Mechanism {
  oid?: string;
}

const thisMech = oid<Mechanism>(
  'thisMech',
  (mechanism, value) => {
    mechanism.oid = value;
  },
  showMechanism,
);

/** A Kerberos token: two bytes that name it, then the message. */
function readWithTokId(place: Place, found: Found): void {
  const { source, start, limit, out } = place;
  const whole = start + 2 <= Math.min(source.bytes.length, limit);
  const id = toHex(source.bytes.subarray(start, start + 2));
  const label = TOKEN_IDS[id];
  const name = label ?? 'a token that is not known here';
  if (whole) addLeaf(source, out, 'TokId', start, start + 2, id, `${name}.`, label);
  else addLeaf(source, out, 'TokId', start, Math.min(start + 2, limit));
  if (!whole) return;
  const body = { ...place, start: start + 2 };
  if (id === '0501') readIakerb(body, found);
  else if (name.endsWith('(RFC 1964)')) readOldPerMessage(body, id, found);
  else readMessage(body, found);
}

function readInner(place: Place, mechanism: string | undefined, found: Found): void {
  if (mechanism === undefined) return;
  const { bytes } = place.source;
  // A mechanism of the Kerberos family starts with a TokId; a few senders leave it out.
  if (hasTokId(mechanism) && ![0x6e, 0x6f, 0x7e].includes(bytes[place.start] ?? 0)) {
    readWithTokId(place, found);
  } else {
    readMessage(place, found);
  }
}

/** Reads the frame and what it holds; returns where it ends. */
export function readGssFrame(place: Place, found: Found): number | undefined {
  return addGroup(place.source, place.out, 'InitialContextToken', place.start, (children) => {
    const outer = take({ ...place, out: children });
    // Only the outermost frame is a layer of its own: inside SPNEGO it says nothing new.
    if (outer && found.layers.length === 0) found.layers.push('GSS');
    if (!outer) return undefined;
    const body = inside(place, outer, children);
    const mechanism: Mechanism = {};
    const start = thisMech(body, mechanism);
    if (start < outer.end) readInner({ ...body, start }, mechanism.oid, found);
    const reached = children.at(-1)?.bytes?.end ?? outer.content;
    addRest(place.source, children, reached, outer.end, 'Not a message that is known here.');
    return outer.end;
  });
}
