/** The list of AV pairs in a CHALLENGE_MESSAGE and in an NTLMv2 response (MS-NLMP 2.2.2.1). */
import { toHex } from '../../../text/hex.ts';
import { fileTime, uint16, uint32 } from '../../../binary/little-endian.ts';
import { addLeaf, addProblem, previewHex, type Source } from '../../../binary/source.ts';
import type { Field } from '../../../contract/decoded.ts';
import { AV_FLAGS, AV_IDS, type AvId } from '../tables/av-ids.ts';
import { ntlmText } from './ntlm-parts.ts';

const EMPTY_HASH = '0'.repeat(32);

/** Value and meaning of one pair; a value that is no text is given only when it is all there. */
function show(bytes: Uint8Array, kind: AvId['kind'] | undefined, start: number, end: number) {
  if (kind === 'text') return { value: ntlmText(bytes, start, end, true) };
  if (end > bytes.length) return undefined;
  const hex = toHex(bytes.subarray(start, end));
  if (kind === 'flags') {
    const flags = uint32(bytes, start);
    if (end - start !== 4 || flags === undefined) return { value: hex };
    const told = AV_FLAGS.filter(({ bit }) => flags & bit).map(({ meaning }) => meaning);
    const meaning = told.length > 0 ? `${told.join('; ')}.` : 'None set.';
    return { value: `0x${flags.toString(16).padStart(8, '0')}`, meaning };
  }
  if (kind === 'time' && end - start === 8) return { value: fileTime(bytes, start) ?? hex };
  if (kind === 'hash') {
    const meaning =
      hex === EMPTY_HASH
        ? 'All zero: the client saw no TLS channel to bind to.'
        : 'MD5 over the TLS channel the client used; the server compares it with its own.';
    return { value: hex, meaning };
  }
  return { value: hex };
}

/**
 * Reads pairs from `start` up to MsvAvEOL or `limit` and puts each into `into` by its name (the
 * first of a name counts; part of a name would be another name). Returns where the list ends.
 */
export function readAvPairs(
  source: Source,
  out: Field[],
  start: number,
  limit: number,
  into: Record<string, string>,
): number {
  const { bytes } = source;
  let at = start;
  while (at + 4 <= limit && at < bytes.length) {
    const id = uint16(bytes, at);
    const length = uint16(bytes, at + 2);
    if (id === undefined || length === undefined) {
      addLeaf(source, out, 'AvId, AvLen', at, at + 4);
      return at + 4;
    }
    const { name, kind, meaning } = AV_IDS[id] ?? { name: `AvId ${id}` };
    const head = kind === 'end' ? name : 'AvId, AvLen';
    addLeaf(source, out, head, at, at + 4, `${id}, ${length}`);
    at += 4;
    if (kind === 'end') return at;
    const end = at + length;
    if (end > limit) {
      addProblem(source, `${name} is longer than the list it stands in.`, at - 4, at);
      addLeaf(source, out, name, at, limit, previewHex(bytes, at, limit));
      return limit;
    }
    const shown = at < bytes.length || length === 0 ? show(bytes, kind, at, end) : undefined;
    if (shown && end <= bytes.length) into[name] ??= shown.value;
    addLeaf(source, out, name, at, end, shown?.value, shown?.meaning ?? meaning);
    at = end;
  }
  return at;
}
