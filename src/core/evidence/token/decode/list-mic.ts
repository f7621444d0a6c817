/**
 * mechListMIC: a signature over the list of mechanisms, made by the mechanism that was agreed on.
 * Old Windows and Java put a copy of the response token there instead; receivers ignore it.
 */
import type { Place } from '../../../binary/asn1/place.ts';
import { addLeaf, previewHex } from '../../../binary/source.ts';
import { nothingFound, type Found } from './found.ts';
import { readMessage } from './message.ts';
import { readNtlmSignature } from './ntlm-signature.ts';

/** Bytes that must be the same before a MIC is called a copy of the token. */
const COMPARED = 8;

function isCopy({ source: { bytes }, start, limit }: Place, { innerToken }: Found): boolean {
  if (!innerToken || innerToken.end - innerToken.start !== limit - start) return false;
  for (let index = 0; index < COMPARED; index++) {
    if (bytes[start + index] !== bytes[innerToken.start + index]) return false;
  }
  return true;
}

/** The contents of a mechListMIC. */
export function readListMic(place: Place, found: Found): void {
  const { source, start, limit, out } = place;
  if (start + COMPARED > source.bytes.length) return;
  if (isCopy(place, found)) {
    const value = previewHex(source.bytes, start, limit);
    addLeaf(
      source,
      out,
      'copy',
      start,
      limit,
      value,
      'A copy of the token, not a signature: ignore it.',
    );
  } else if (limit - start === 16 && source.bytes[start] === 1) {
    readNtlmSignature(place);
  } else {
    readMessage(place, nothingFound(found.depth));
  }
}
