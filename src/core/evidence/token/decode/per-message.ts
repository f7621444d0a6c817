/**
 * MIC, Wrap and Delete tokens: they protect messages after the login, so in a login header they are
 * out of place. RFC 4121 4.2.6 (no GSS frame, big-endian) and RFC 1964 1.2 (inside one).
 */
import type { Place } from '../../../binary/asn1/place.ts';
import { toHex } from '../../../text/hex.ts';
import { addGroup, addLeaf, previewHex } from '../../../binary/source.ts';
import { kerberosFacts } from './kerberos.ts';
import type { Found } from './found.ts';
import { TOKEN_IDS } from '../tables/token-ids.ts';

/** A part of fixed size; `number` parts are shown as numbers, the others as hex. */
type Part = readonly [name: string, size: number, number?: true];

const MIC: readonly Part[] = [
  ['Filler', 5],
  ['SND_SEQ', 8, true],
];
const WRAP: readonly Part[] = [
  ['Filler', 1],
  ['EC', 2, true],
  ['RRC', 2, true],
  ['SND_SEQ', 8, true],
];

/** After the TokId of RFC 1964. */
const OLD_MIC: readonly Part[] = [
  ['SGN_ALG', 2],
  ['Filler', 4],
  ['SND_SEQ', 8],
  ['SGN_CKSUM', 8],
];
const OLD_WRAP: readonly Part[] = [
  ['SGN_ALG', 2],
  ['SEAL_ALG', 2],
  ['Filler', 2],
  ['SND_SEQ', 8],
  ['SGN_CKSUM', 8],
];

const FLAGS = ['sent by the acceptor', 'sealed', "signed with the acceptor's subkey"];

/** Bytes of an RFC 4121 token before its checksum or data. */
const HEADER = 16;

function readParts(place: Place, from: number, parts: readonly Part[]): number {
  const { source, out } = place;
  let at = from;
  for (const [name, size, number] of parts) {
    const end = at + size;
    const there = end <= source.bytes.length && end <= place.limit;
    const hex = toHex(source.bytes.subarray(at, end));
    const value = number ? (there ? BigInt(`0x${hex}`).toString() : undefined) : hex;
    addLeaf(source, out, name, at, Math.min(end, place.limit), value);
    at = end;
  }
  return at;
}

function readRest(place: Place, name: string, start: number): void {
  const { source, out, limit } = place;
  const end = Number.isFinite(limit) ? limit : source.bytes.length;
  // Nothing says how long the rest is, so it gets no value that a longer paste would change.
  const value = Number.isFinite(limit) ? previewHex(source.bytes, start, end) : undefined;
  if (start < end) addLeaf(source, out, name, start, end, value);
}

/** A MIC or Wrap token of RFC 4121; undefined when the bytes are none. */
export function readPerMessage(place: Place, found: Found): number | undefined {
  const { source, start, limit } = place;
  const { bytes } = source;
  const id = toHex(bytes.subarray(start, start + 2));
  const name = id === '0404' ? 'MIC' : 'Wrap';
  const filler = bytes[start + 3];
  const fits = (id === '0404' || id === '0504') && filler === 0xff && limit - start >= HEADER;
  if (!fits) return undefined;
  return addGroup(source, place.out, name, start, (children) => {
    kerberosFacts(found, name);
    const inner = { ...place, out: children };
    const label = TOKEN_IDS[id];
    addLeaf(source, children, 'TokId', start, start + 2, id, `${label ?? id}.`, label);
    const flags = bytes[start + 2] ?? 0;
    const told = FLAGS.filter((_, bit) => flags & (1 << bit)).join(', ');
    const meaning = told ? `${told}.` : undefined;
    addLeaf(source, children, 'Flags', start + 2, start + 3, String(flags), meaning);
    const rest = readParts(inner, start + 3, name === 'MIC' ? MIC : WRAP);
    readRest(inner, name === 'MIC' ? 'SGN_CKSUM' : 'Data', rest);
    return limit;
  });
}

/** A MIC, Wrap or Delete token of RFC 1964, after its TokId. */
export function readOldPerMessage(place: Place, id: string, found: Found): void {
  const name = (TOKEN_IDS[id] ?? id).replace(' (RFC 1964)', '');
  kerberosFacts(found, name);
  const rest = readParts(place, place.start, id === '0201' ? OLD_WRAP : OLD_MIC);
  readRest(place, 'Data', rest);
}
