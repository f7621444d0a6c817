/**
 * SPNEGO (RFC 4178 4.2, MS-SPNG 2.2.1): the client's list of mechanisms with a first token of the
 * one it prefers, and the server's answers.
 */
import { readAll } from '../../../binary/asn1/anything.ts';
import { inside, take, type Place, type Read } from '../../../binary/asn1/place.ts';
import { members, sequence, sequenceOf } from '../../../binary/asn1/structures.ts';
import { bits, holding, integer, oid, octets, text } from '../../../binary/asn1/values.ts';
import { addGroup, addRest } from '../../../binary/source.ts';
import { CONTEXT_FLAGS, showBits } from '../tables/flag-names.ts';
import type { Found } from './found.ts';
import { readListMic } from './list-mic.ts';
import { readMessage } from './message.ts';
import { showMechanism } from '../tables/oids.ts';

const NEG_STATES = [
  { name: 'accept-completed', meaning: 'The server accepts: authentication is done.' },
  { name: 'accept-incomplete', meaning: 'The server wants another message.' },
  { name: 'reject', meaning: 'The server refuses.' },
  { name: 'request-mic', meaning: 'The server wants proof that the list was not changed.' },
] as const;

function readInnerToken(place: Place, found: Found): void {
  found.innerToken = { start: place.start, end: place.limit };
  readMessage(place, found);
}

const mechTypes: Read<Found> = sequenceOf(
  'mechTypes',
  oid<Found>(
    'mechType',
    ({ spnego }, value) => {
      if (spnego) (spnego.mechTypes ??= []).push(value);
    },
    showMechanism,
  ),
);

const mechListMic: Read<Found> = holding('mechListMIC', readListMic);

const negHints: Read<Found> = sequence('negHints', {
  0: text('hintName', undefined, 'A hint that clients ignore.'),
  1: octets('hintAddress'),
});

/** Tag [3] is a MIC in RFC 4178 and hints in Windows' NegTokenInit2; the type inside tells. */
const hintsOrMic: Read<Found> = (place, found) => {
  if (place.source.bytes[place.start] !== 0x30) return mechListMic(place, found);
  if (found.spnego?.message === 'NegTokenInit') {
    found.spnego.message = 'NegTokenInit2';
    const layer = found.layers.lastIndexOf('SPNEGO NegTokenInit');
    if (layer >= 0) found.layers[layer] = 'SPNEGO NegTokenInit2';
  }
  return negHints(place, found);
};

const negTokenInit = members<Found>({
  0: mechTypes,
  1: bits<Found>('reqFlags', undefined, (value) => showBits(value, CONTEXT_FLAGS)),
  2: holding<Found>('mechToken', readInnerToken),
  3: hintsOrMic,
  4: mechListMic,
});

const negTokenResp = members<Found>({
  0: integer<Found>(
    'negState',
    ({ spnego }, value) => {
      const state = NEG_STATES[value];
      if (spnego && state) spnego.negState = state.name;
    },
    (value) => {
      const state = NEG_STATES[value];
      return state ? { value: state.name, meaning: state.meaning } : {};
    },
  ),
  1: oid<Found>(
    'supportedMech',
    ({ spnego }, value) => {
      if (spnego) spnego.supportedMech = value;
    },
    showMechanism,
  ),
  2: holding<Found>('responseToken', readInnerToken),
  3: mechListMic,
});

const FIRST_CHOICE = 0xa0;

/** NegotiationToken: `[0]` is a NegTokenInit, `[1]` a NegTokenResp, with or without a GSS frame. */
export function readNegotiationToken(place: Place, found: Found): number | undefined {
  const init = place.source.bytes[place.start] === FIRST_CHOICE;
  const message = init ? 'NegTokenInit' : 'NegTokenResp';
  return addGroup(place.source, place.out, message, place.start, (children) => {
    const choice = take({ ...place, out: children });
    if (!choice) return undefined;
    found.layers.push(`SPNEGO ${message}`);
    const outer = found.spnego;
    found.spnego = { message };
    const body = inside(place, choice, children);
    if (place.source.bytes[body.start] === 0x30) (init ? negTokenInit : negTokenResp)(body, found);
    else readAll(body);
    // Of two negotiations inside each other the outer one is the one that is told.
    if (outer) found.spnego = outer;
    const reached = children.at(-1)?.bytes?.end ?? choice.content;
    addRest(place.source, children, reached, choice.end, 'Bytes after the end of the message.');
    return choice.end;
  });
}
