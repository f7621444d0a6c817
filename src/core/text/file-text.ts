/**
 * Bytes of a file to text. Editors and PowerShell write UTF-16 and UTF-8 with a byte order mark;
 * IIS logs have none and are UTF-8, or the ANSI code page when logInUTF8 is off, and a log that was
 * switched over holds both. Hence: byte order mark, else UTF-8, else line by line. A token saved as
 * bytes is no text at all; it is given as hex, which the decoder reads.
 */
import { toHex } from './hex.ts';

const BYTE_ORDER_MARKS: readonly [string, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const NEW_LINE = 0x0a;
const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const WINDOWS_1252 = new TextDecoder('windows-1252');

/** Bytes at the start of a file that are looked at to tell a token from a text. */
const HEAD = 16;
/** Control characters that begin no text: all but tab, line feed, form feed and carriage return. */
const isControl = (byte: number) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d);

const isAscii = (byte: number) => byte < 0x80 && byte > 0 && !isControl(byte);

/** UTF-16 without a mark: of each pair of bytes, the one that is 0 in text of ASCII letters. */
const UTF16 = [
  ['utf-16le', 1],
  ['utf-16be', 0],
] as const;

/** Text of `bytes`, hex for a binary file; never throws. */
export function decodeText(bytes: Uint8Array): string {
  for (const [encoding, mark] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, index) => bytes[index] === byte)) {
      return new TextDecoder(encoding).decode(bytes);
    }
  }
  const head = bytes.subarray(0, HEAD);
  for (const [encoding, high] of UTF16) {
    if (
      head.length === HEAD &&
      head.every((byte, i) => (i % 2 === high ? byte === 0 : isAscii(byte)))
    ) {
      return new TextDecoder(encoding).decode(bytes);
    }
  }
  if (head.some(isControl)) return toHex(bytes);
  return decodeLines(bytes);
}

/** Text of whole lines without a byte order mark: UTF-8, and where a line is not, Windows-1252. */
export function decodeLines(bytes: Uint8Array): string {
  return decodeUtf8(bytes) ?? linesOf(bytes).map(decodeLine).join('');
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeLine(line: Uint8Array): string {
  return decodeUtf8(line) ?? WINDOWS_1252.decode(line);
}

/** Lines with their line ends. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(NEW_LINE, start);
    const next = end < 0 ? bytes.length : end + 1;
    lines.push(bytes.subarray(start, next));
    start = next;
  }
  return lines;
}
