/**
 * The LM response of a type 3 (MS-NLMP 2.2.2.3 and 2.2.2.4). What its 24 bytes are depends on the
 * response beside it: LMv1, LMv2, or with NTLM2 session security a number of the client and zeros.
 */
import { addGroup, addLeaf, previewHex, type Source } from '../../../binary/source.ts';
import type { Field, Ntlm } from '../../../contract/decoded.ts';
import { EXTENDED_SESSION_SECURITY } from '../tables/ntlm-flags.ts';

type Part = readonly [name: string, size: number, meaning: string];

const SIZE = 24;

const LMV2: readonly Part[] = [
  ['Response', 16, 'LMv2, or zeros when the client leaves it out.'],
  ['ChallengeFromClient', 8, 'A random number of the client.'],
];
const SESSION: readonly Part[] = [
  ['ChallengeFromClient', 8, 'NTLM2 session security: a random number of the client.'],
  ['Padding', 16, 'Zeros.'],
];

function partsOf({ response, flags = 0 }: Ntlm, size: number): readonly Part[] {
  if (size !== SIZE) return [];
  if (response === 'NTLMv2') return LMV2;
  return response === 'NTLMv1' && flags & EXTENDED_SESSION_SECURITY ? SESSION : [];
}

/** Reads the LM response from `start` to `end` as a field of its own. */
export function readLmResponse(
  source: Source,
  out: Field[],
  start: number,
  end: number,
  facts: Ntlm,
): void {
  const name = 'LmChallengeResponse';
  const parts = partsOf(facts, end - start);
  if (parts.length === 0) {
    addLeaf(source, out, name, start, end, previewHex(source.bytes, start, end));
    return;
  }
  addGroup(source, out, name, start, (children) => {
    let at = start;
    for (const [part, size, meaning] of parts) {
      addLeaf(
        source,
        children,
        part,
        at,
        at + size,
        previewHex(source.bytes, at, at + size),
        meaning,
      );
      at += size;
    }
    return end;
  });
}
