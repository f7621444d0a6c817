/**
 * Which message starts here: the first bytes decide (`recognise/signature.ts` has them in short). Messages are nested: whatever holds a message calls this again for its contents.
 */
import type { Place } from '../../../binary/asn1/place.ts';
import { TOKEN_DEPTH } from '../../../limits.ts';
import type { Found } from './found.ts';
import { readGssFrame } from './gss.ts';
import { readBareIakerb } from './iakerb.ts';
import { readKdcProxy } from './kdc-proxy.ts';
import { readKerberos } from './kerberos.ts';
import { readNegoex } from './negoex.ts';
import { readNtlm } from './ntlm.ts';
import { readPerMessage } from './per-message.ts';
import { readNegotiationToken } from './spnego.ts';
import { readTcpFramed } from './tcp.ts';

/** Reads the message at `place`; the end it announces, or undefined when it is not known. */
type ReadMessage = (place: Place, found: Found) => number | undefined;

const BY_FIRST_BYTE: Readonly<Record<number, readonly ReadMessage[]>> = {
  0x00: [readTcpFramed],
  0x04: [readPerMessage],
  0x05: [readPerMessage],
  0x30: [readKerberos, readKdcProxy, readBareIakerb],
  0x4e: [readNtlm, readNegoex],
  0x60: [readGssFrame],
  0xa0: [readNegotiationToken],
  0xa1: [readNegotiationToken],
};

/**
 * Reads the message at `place` and appends its fields. Undefined when nothing known starts there;
 * the caller puts the bytes away. Infinity when the message does not tell where it ends.
 */
export function readMessage(place: Place, found: Found): number | undefined {
  const first = place.source.bytes[place.start];
  if (first === undefined || place.start >= place.limit || found.depth >= TOKEN_DEPTH) {
    return undefined;
  }
  found.depth++;
  let end: number | undefined;
  for (const read of BY_FIRST_BYTE[first] ?? [readKerberos]) {
    end ??= read(place, found);
  }
  found.depth--;
  return end;
}
