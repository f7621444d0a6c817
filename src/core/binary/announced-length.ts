/** How long a token says it is, from its first bytes, without decoding it. */
import { decodeBase64 } from '../../../text/base64.ts';
import type { Wanted } from '../../../text/base64-run.ts';

/** Characters that hold identifier and length octets. */
const HEAD = 16;

/** Base64 digits of the ASN.1 element that starts at `start`; Infinity when it is none. */
export function wantedDigits(text: string): Wanted {
  return (start, end) => {
    const { bytes } = decodeBase64(text, { start, end: Math.min(end, start + HEAD) });
    const [tag = 0, first = 0] = bytes;
    if (![0x60, 0xa0, 0xa1, 0x6e, 0x6f, 0x7e].includes(tag)) return Infinity;
    const octets = first < 0x80 ? 0 : first & 0x7f;
    if (octets > 3 || bytes.length < 2 + octets) return Infinity;
    let length = octets === 0 ? first : 0;
    for (let index = 0; index < octets; index++) length = length * 256 + (bytes[2 + index] ?? 0);
    return Math.ceil(((2 + octets + length) * 8) / 6);
  };
}
