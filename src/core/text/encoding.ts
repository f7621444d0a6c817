/**
 * The one decision on how the bytes of a file become text. Editors and PowerShell write UTF-16 and
 * UTF-8 with a byte order mark, some tools UTF-16 without one; IIS logs are UTF-8 without a mark, or
 * the ANSI code page when logInUTF8 is off (`file-text.ts` tells these two apart line by line).
 */

/** Bytes at the start of a file that are enough to tell. */
export const HEAD_BYTES = 64;

export type Unicode = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Source: "The Unicode Standard", chapter 23.8, Byte Order Mark. */
const BYTE_ORDER_MARKS: readonly (readonly [Unicode, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Which byte of a pair is the high one, 0 for most characters of a log. */
const WITHOUT_MARK = [
  ['utf-16le', 1],
  ['utf-16be', 0],
] as const;

/** Pairs of bytes below which nothing is concluded without a mark. */
const FEWEST_PAIRS = 2;

/** The encoding of a file that begins with `head`; undefined for bytes of any other kind. */
export function encodingOf(head: Uint8Array): Unicode | undefined {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => head[i] === byte));
  if (marked) return marked[0];
  return WITHOUT_MARK.find(([, high]) => isUtf16(head.subarray(0, HEAD_BYTES), high))?.[0];
}

/** Is this a control character that begins no text? All are but tab, line feed and their like. */
export function isControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d);
}

/** At least half of the high bytes are 0, no low byte is, and the characters of these are text. */
function isUtf16(head: Uint8Array, high: 0 | 1): boolean {
  const pairs = Math.floor(head.length / 2);
  let zeros = 0;
  for (let at = 0; at < 2 * pairs; at += 2) {
    const low = head[at + 1 - high] ?? 0;
    if (head[at + high] !== 0) continue;
    if (isControl(low)) return false;
    zeros++;
  }
  return pairs >= FEWEST_PAIRS && 2 * zeros >= pairs;
}
