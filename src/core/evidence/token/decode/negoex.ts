/**
 * NEGOEX messages (MS-NEGOEX 2.2.6): SPNEGO's extension for schemes such as PKU2U. Several follow
 * each other; offsets count from the start of the message they stand in.
 */
import type { Place } from '../../../binary/asn1/place.ts';
import { latin1Of } from '../../../binary/asn1/primitives.ts';
import { guid, uint32 } from '../../../binary/little-endian.ts';
import { readRegions, type Region } from '../../../binary/regions.ts';
import { addGroup, addLeaf, addProblem, previewHex } from '../../../binary/source.ts';
import type { NegoexMessage } from '../../../contract/decoded.ts';
import type { Found } from './found.ts';
import { readNegoexBody } from './negoex-body.ts';

const SIGNATURE = 'NEGOEXTS';
const HEADER = 40;

/** Messages in one token, more than any sender has. */
const MESSAGES = 64;

const TYPES = [
  'INITIATOR_NEGO',
  'ACCEPTOR_NEGO',
  'INITIATOR_META_DATA',
  'ACCEPTOR_META_DATA',
  'CHALLENGE',
  'AP_REQUEST',
  'VERIFY',
  'ALERT',
];

/** Reads one message; returns where it ends, or undefined when its header is not all there. */
function readOne(place: Place, found: Found): number | undefined {
  const { source, start, limit } = place;
  const { bytes } = source;
  return addGroup(source, place.out, 'NEGOEX message', start, (out, group) => {
    const numberLeaf = (name: string, at: number, meaning?: (value: number) => string) => {
      const value = uint32(bytes, start + at);
      const shown = value === undefined ? undefined : String(value);
      const told = value === undefined ? undefined : meaning?.(value);
      addLeaf(source, out, name, start + at, start + at + 4, shown, told);
      return value;
    };
    addLeaf(source, out, 'Signature', start, start + 8, SIGNATURE);
    const type = numberLeaf('MessageType', 8, (value) => `${TYPES[value] ?? 'Not known here'}.`);
    const sequence = numberLeaf('SequenceNum', 12);
    const headerLength = numberLeaf('cbHeaderLength', 16);
    const length = numberLeaf('cbMessageLength', 20);
    const conversation = guid(bytes, start + 24);
    addLeaf(source, out, 'ConversationId', start + 24, start + HEADER, conversation);
    if (type === undefined || sequence === undefined) return undefined;
    const message: NegoexMessage = { type: TYPES[type] ?? `type ${type}`, sequence };
    (found.negoex ??= { messages: [] }).messages.push(message);
    group.meaning = `${message.type}.`;
    if (conversation !== undefined) message.conversation = conversation;
    if (headerLength === undefined || length === undefined) return undefined;
    let end = start + Math.max(length, HEADER);
    if (end > limit) {
      addProblem(source, 'A NEGOEX message is longer than what holds it.', start + 20, start + 24);
      end = limit;
    }
    const payload: Region[] = [];
    const body = { ...place, start: start + HEADER, limit: end, out };
    readNegoexBody({ place: body, base: start, type, message, payload, found });
    const reached = out.at(-1)?.bytes?.end ?? start;
    const last = readRegions(source, out, reached, payload);
    if (last < end && Number.isFinite(end)) {
      const value = previewHex(bytes, last, end);
      addLeaf(
        source,
        out,
        'unreferenced bytes',
        last,
        end,
        value,
        'Nothing refers to these bytes.',
      );
    }
    return end;
  });
}

/** Reads all messages at `place`; undefined when none starts there. */
export function readNegoex(place: Place, found: Found): number | undefined {
  const { bytes } = place.source;
  let { start } = place;
  let end: number | undefined;
  for (let count = 0; count < MESSAGES; count++) {
    if (start + HEADER > place.limit || latin1Of(bytes, start, start + 8) !== SIGNATURE) break;
    if (count === 0) found.layers.push('NEGOEX');
    const reached = readOne({ ...place, start }, found);
    if (reached === undefined) return start + HEADER;
    start = reached;
    end = reached;
  }
  return end;
}
