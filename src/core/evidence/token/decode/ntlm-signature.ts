/** NTLMSSP_MESSAGE_SIGNATURE (MS-NLMP 2.2.2.9), the 16 bytes NTLM puts into a mechListMIC. */
import type { Place } from '../../../binary/asn1/place.ts';
import { uint32 } from '../../../binary/little-endian.ts';
import { toHex } from '../../../text/hex.ts';
import { addGroup, addLeaf } from '../../../binary/source.ts';

const PARTS = [
  { name: 'Version', size: 4, number: true },
  { name: 'Checksum', size: 8, number: false },
  { name: 'SeqNum', size: 4, number: true },
];

export function readNtlmSignature({ source, start, out }: Place): void {
  addGroup(source, out, 'NTLMSSP_MESSAGE_SIGNATURE', start, (children) => {
    let at = start;
    for (const { name, size, number } of PARTS) {
      const end = at + size;
      const value = number ? uint32(source.bytes, at) : toHex(source.bytes.subarray(at, end));
      addLeaf(source, children, name, at, end, value === undefined ? value : String(value));
      at = end;
    }
  });
}
