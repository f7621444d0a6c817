/**
 * Bytes of a file to text, by its encoding (`encoding.ts`). A log whose site was switched over holds
 * both UTF-8 and the ANSI code page, so what is not marked is read line by line. A token saved as
 * bytes is not text at all; it is given as hex, which the decoder reads.
 */
import { encodingOf, isControl } from './encoding.ts';
import { toHex } from './hex.ts';

const NEW_LINE = 0x0a;
const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const WINDOWS_1252 = new TextDecoder('windows-1252');

/** Bytes at the start of a file that are looked at to tell a token from a text. */
const TOKEN_HEAD = 16;

/** Text of `bytes`, hex for a binary file; never throws. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes);
  if (bytes.subarray(0, TOKEN_HEAD).some(isControl)) return toHex(bytes);
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
