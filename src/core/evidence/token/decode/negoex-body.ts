/** What the NEGOEX message types hold behind the common header (MS-NEGOEX 2.2.6.3 to 2.2.6.6). */
import { readAll } from '../../../binary/asn1/anything.ts';
import type { Place } from '../../../binary/asn1/place.ts';
import { guid, uint16, uint32 } from '../../../binary/little-endian.ts';
import type { Region } from '../../../binary/regions.ts';
import { addGroup, addLeaf, addRest, previewHex } from '../../../binary/source.ts';
import type { NegoexMessage } from '../../../contract/decoded.ts';
import { nothingFound, type Found } from './found.ts';
import { readMessage } from './message.ts';

export interface NegoexBody {
  /** Behind the common header; `limit` is where the message ends. */
  place: Place;
  /** Where the message starts. */
  base: number;
  type: number;
  message: NegoexMessage;
  payload: Region[];
  found: Found;
}

/** Schemes a vector names, more than any sender has. */
const SCHEMES = 32;
const GUID = 16;

/** GUIDs with a name; the sources do not agree which of the two is PKU2U. */
const SCHEME_NAMES: Readonly<Record<string, string>> = {
  '235f69ad-73fb-4dbc-8203-0629e739339b': 'PKU2U, by MS-SPNG.',
  '0d53335c-f9ea-4d0d-b2ec-4ae3786ec308': 'What Windows sends with PKU2U data.',
};

/** A vector or blob as {offset, count or length}: what a reader wants of it. */
function pointer(source: Place['source'], at: number, unit: string): string | undefined {
  const offset = uint32(source.bytes, at);
  const size = unit === 'bytes' ? uint32(source.bytes, at + 4) : uint16(source.bytes, at + 4);
  if (offset === undefined || at + 8 > source.bytes.length) return undefined;
  return `${size ?? 0} ${unit} at offset ${offset}`;
}

/** Units of the parts that point elsewhere. */
const POINTERS: Readonly<Record<string, string>> = {
  AuthSchemes: 'schemes',
  Extensions: 'extensions',
  Exchange: 'bytes',
  ChecksumValue: 'bytes',
  Alerts: 'alerts',
};

/** Appends the parts of fixed size; stops where the message does. */
function parts({ place }: NegoexBody, list: readonly [name: string, size: number][]): number {
  let at = place.start;
  for (const [name, size] of list) {
    const end = Math.min(at + size, place.limit);
    const id = size === GUID && name === 'AuthScheme' ? guid(place.source.bytes, at) : undefined;
    const unit = end === at + size ? POINTERS[name] : undefined;
    const hex = previewHex(place.source.bytes, at, end);
    const value =
      name === 'AuthScheme' ? id : unit === undefined ? hex : pointer(place.source, at, unit);
    const meaning = id === undefined ? undefined : SCHEME_NAMES[id];
    addLeaf(place.source, place.out, name, at, end, value, meaning);
    at = end;
  }
  return at;
}

/** INITIATOR_NEGO and ACCEPTOR_NEGO: random bytes and the schemes on offer. */
function readNego(body: NegoexBody): void {
  const { place, base, message, payload } = body;
  const { source, limit } = place;
  const at = parts(body, [
    ['Random', 32],
    ['ProtocolVersion', 8],
    ['AuthSchemes', 8],
    ['Extensions', 8],
  ]);
  if (at < place.start + 56) return;
  const offset = uint32(source.bytes, place.start + 40);
  const count = uint16(source.bytes, place.start + 44);
  if (offset === undefined || count === undefined) return;
  for (let index = 0; index < Math.min(count, SCHEMES); index++) {
    const start = base + offset + GUID * index;
    const end = start + GUID;
    if (end > limit) break;
    const read = (out: Place['out']) => {
      const scheme = guid(source.bytes, start);
      if (scheme !== undefined) (message.authSchemes ??= []).push(scheme);
      const meaning = scheme === undefined ? undefined : SCHEME_NAMES[scheme];
      addLeaf(source, out, 'AuthScheme', start, end, scheme, meaning);
    };
    payload.push({ start, end, read });
  }
}

/** META_DATA, CHALLENGE and AP_REQUEST: one scheme's own message. */
function readExchange(body: NegoexBody): void {
  const { place, base, message, payload, found } = body;
  const { source, limit } = place;
  const scheme = guid(source.bytes, place.start);
  if (scheme !== undefined && place.start + GUID <= limit) message.authSchemes = [scheme];
  const at = parts(body, [
    ['AuthScheme', GUID],
    ['Exchange', 8],
  ]);
  const offset = uint32(source.bytes, place.start + GUID);
  const length = uint32(source.bytes, place.start + GUID + 4);
  if (at < place.start + GUID + 8 || offset === undefined || length === undefined) return;
  const start = base + offset;
  const end = Math.min(start + length, limit);
  payload.push({
    start,
    end,
    read: (out) => {
      addGroup(source, out, 'ExchangeData', start, (children) => {
        const inner = { ...place, start, limit: end, depth: place.depth + 1, out: children };
        const read = readMessage(inner, nothingFound(found.depth));
        if (read === undefined && source.bytes[start] === 0x30) readAll(inner);
        const reached = children.at(-1)?.bytes?.end ?? start;
        addRest(source, children, reached, end, "The scheme's own data.");
      });
    },
  });
}

const VERIFY: readonly [string, number][] = [
  ['AuthScheme', GUID],
  ['ChecksumHeaderLength', 4],
  ['ChecksumScheme', 4],
  ['ChecksumType', 4],
  ['ChecksumValue', 8],
];

const ALERT: readonly [string, number][] = [
  ['AuthScheme', GUID],
  ['ErrorCode', 4],
  ['Alerts', 8],
];

/** VERIFY: a checksum over all messages before it. */
function readVerify(body: NegoexBody): void {
  const { place, base, message, payload } = body;
  const { source, limit } = place;
  parts(body, VERIFY);
  const scheme = guid(source.bytes, place.start);
  if (scheme !== undefined && place.start + GUID <= limit) message.authSchemes = [scheme];
  const pointerAt = place.start + GUID + 12;
  const offset = uint32(source.bytes, pointerAt);
  const length = uint32(source.bytes, pointerAt + 4);
  if (pointerAt + 8 > limit || offset === undefined || length === undefined) return;
  const start = base + offset;
  const end = Math.min(start + length, limit);
  const read = (out: Place['out']) => {
    addLeaf(source, out, 'Checksum', start, end, previewHex(source.bytes, start, end));
  };
  payload.push({ start, end, read });
}

/** Reads what a message of this type has; of a type that is not known, nothing. */
export function readNegoexBody(body: NegoexBody): void {
  if (body.type <= 1) readNego(body);
  else if (body.type <= 5) readExchange(body);
  else if (body.type === 6) readVerify(body);
  else if (body.type === 7) parts(body, ALERT);
}
