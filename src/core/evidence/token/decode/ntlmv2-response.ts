/**
 * The NT response of a type 3 (MS-NLMP 2.2.2.6 to 2.2.2.8). Its length tells which it is: 24 bytes
 * are NTLMv1; more are NTLMv2, a proof and the structure it was computed over.
 */
import { fileTime } from '../../../binary/little-endian.ts';
import { addGroup, addLeaf, addRest, previewHex, type Source } from '../../../binary/source.ts';
import type { Field, Ntlm } from '../../../contract/decoded.ts';
import { readAvPairs } from './av-pairs.ts';

const PROOF = 16;
/** NTLMv2_CLIENT_CHALLENGE up to its AV pairs. */
const BLOB: readonly [name: string, size: number][] = [
  ['RespType', 1],
  ['HiRespType', 1],
  ['Reserved1', 2],
  ['Reserved2', 4],
  ['TimeStamp', 8],
  ['ChallengeFromClient', 8],
  ['Reserved3', 4],
];

/** Longest NT response that is not NTLMv2. */
export const NTLMV1_RESPONSE = 24;

function readNtlmV2(source: Source, out: Field[], start: number, end: number, facts: Ntlm): void {
  const { bytes } = source;
  let at = start;
  const take = (name: string, size: number, value?: string, meaning?: string) => {
    const last = Math.min(at + size, end);
    addLeaf(source, out, name, at, last, value ?? previewHex(bytes, at, last), meaning);
    at = last;
  };
  take('NTProofStr', PROOF, undefined, 'Proof that the client knows the password.');
  for (const [name, size] of BLOB) {
    const there = at + size <= Math.min(end, bytes.length);
    if (name === 'TimeStamp') {
      const iso = there ? fileTime(bytes, at) : undefined;
      if (iso !== undefined) facts.clientTime = iso;
      const last = Math.min(at + size, end);
      addLeaf(source, out, name, at, last, iso, 'Clock the client went by.');
      at = last;
    } else take(name, size);
  }
  const pairs = (facts.targetInfo ??= {});
  const reached = readAvPairs(source, out, at, end, pairs);
  addRest(source, out, reached, end, 'Bytes after the list; Windows leaves a few here.');
}

/** Reads the NT response from `start` to `end` as a field of its own. */
export function readNtResponse(
  source: Source,
  out: Field[],
  start: number,
  end: number,
  facts: Ntlm,
): void {
  if (end - start > NTLMV1_RESPONSE) {
    addGroup(source, out, 'NtChallengeResponse', start, (children) => {
      readNtlmV2(source, children, start, end, facts);
    });
  } else {
    const value = previewHex(source.bytes, start, end);
    addLeaf(source, out, 'NtChallengeResponse', start, end, value, 'NTLMv1: weak, easy to break.');
  }
}
