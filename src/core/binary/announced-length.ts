/**
 * How long a message says it is, from its first bytes, without decoding it: by the length octets of
 * its outer ASN.1 element (X.690 8.1.3), by the four bytes before a Kerberos message sent over TCP
 * (RFC 4120 7.2.2), or by the buffers of an NTLM message (MS-NLMP 2.2.1). It tells where the text of
 * a wrapped token ends, so it must do without the decoder.
 */
import { decodeBase64 } from '../text/base64.ts';
import type { Wanted } from '../text/base64-run.ts';
import { uint16, uint32 } from './little-endian.ts';

/** Characters that hold what tells the length: the 60 bytes of an NTLM type 3's buffers, escaped. */
const HEAD = 320;
/** No token is longer; a number beyond it is damage. */
const LONGEST = 256 * 1024;

const TAGS = new Set([
  0x30, 0x60, 0x61, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f, 0x74, 0x75, 0x76, 0x7e, 0xa0, 0xa1,
]);

/** `NTLMSSP` and a zero byte. */
const NTLMSSP = [0x4e, 0x54, 0x4c, 0x4d, 0x53, 0x53, 0x50, 0];

/** Where each NTLM message keeps its buffers, and how long its header is at the least. */
const NTLM_MESSAGES: Readonly<Record<number, { buffers: readonly number[]; header: number }>> = {
  1: { buffers: [16, 24], header: 32 },
  2: { buffers: [12, 40], header: 48 },
  3: { buffers: [12, 20, 28, 36, 44, 52], header: 64 },
};
/** NTLMSSP_NEGOTIATE_TARGET_INFO: without it a type 2 has no such buffer. */
const TARGET_INFO = 0x00800000;
const TARGET_INFO_AT = 40;
/** NTLMSSP_NEGOTIATE_VERSION: a type 1 then has 8 bytes more. */
const VERSION = 0x02000000;

/** Where a header with a version and a MIC ends, the longest there is. */
const HEADER_END = 88;

function lengthOfElement(bytes: Uint8Array, start: number): number | undefined {
  const first = bytes[start + 1];
  if (first === undefined || first === 0x80) return undefined;
  const octets = first < 0x80 ? 0 : first & 0x7f;
  if (octets > 3 || bytes.length < start + 2 + octets) return undefined;
  let length = octets === 0 ? first : 0;
  for (let index = 0; index < octets; index++) {
    length = length * 256 + (bytes[start + 2 + index] ?? 0);
  }
  return start + 2 + octets + length;
}

/** True for a type 2 whose flags say that it has no target information. */
function lacksTargetInfo(bytes: Uint8Array): boolean {
  return bytes[8] === 2 && ((uint32(bytes, 20) ?? 0) & TARGET_INFO) === 0;
}

function lengthOfNtlm(bytes: Uint8Array): number | undefined {
  const message = NTLM_MESSAGES[uint32(bytes, 8) ?? 0];
  if (!message || bytes.length < message.header) return undefined;
  const isVersioned = message.header === 32 && ((uint32(bytes, 12) ?? 0) & VERSION) !== 0;
  let end = isVersioned ? 40 : message.header;
  let headerEnd = Infinity;
  for (const at of message.buffers) {
    // A header of an old sender ends before the buffers that it does not have.
    if (at + 8 > headerEnd) break;
    if (at === TARGET_INFO_AT && lacksTargetInfo(bytes)) continue;
    const length = uint16(bytes, at) ?? 0;
    const offset = uint32(bytes, at + 4) ?? 0;
    // The offset of an empty buffer tells how far the header goes, where its sender fills it in.
    if (length === 0 && offset <= HEADER_END) end = Math.max(end, offset);
    if (length === 0) continue;
    headerEnd = Math.min(headerEnd, offset);
    end = Math.max(end, offset + length);
  }
  return end;
}

/** Bytes of the message that `bytes` begin; undefined when they do not tell, or not yet. */
export function announcedLength(bytes: Uint8Array): number | undefined {
  const [first = -1] = bytes;
  let length: number | undefined;
  if (TAGS.has(first)) length = lengthOfElement(bytes, 0);
  else if (NTLMSSP.every((byte, index) => bytes[index] === byte)) length = lengthOfNtlm(bytes);
  else if (first === 0 && bytes[1] === 0 && TAGS.has(bytes[4] ?? -1)) {
    length = lengthOfElement(bytes, 4);
  }
  return length !== undefined && length <= LONGEST ? length : undefined;
}

/** Base64 digits of the message that starts at `start`; Infinity when it does not tell. */
export function wantedDigits(text: string): Wanted {
  return (start, end) => {
    const { bytes } = decodeBase64(text, { start, end: Math.min(end, start + HEAD) });
    const length = announcedLength(bytes);
    return length === undefined ? Infinity : Math.ceil((length * 8) / 6);
  };
}
