/** `Basic` credentials without a header's name, as in `-H "Basic YWxleDpzZWNyZXQ="` or a note. */
import { decodeBase64, isBase64Digit } from '../../../text/base64.ts';
import { occupiedBy } from '../../../text/occupied.ts';
import type { Span } from '../../../facts/span.ts';
import type { Candidate } from './candidates.ts';

const SCHEME = /(?<![\w-])Basic(?:[ \t]|%20){1,8}(?=[A-Za-z0-9+/]{4})/gi;
/** Characters of credentials, at most. */
const LONGEST = 1_024;
const COLON = 0x3a;

function endOf(text: string, start: number): number {
  const limit = Math.min(text.length, start + LONGEST);
  let end = start;
  while (end < limit && isBase64Digit(text.charCodeAt(end))) end++;
  while (end < limit && text[end] === '=') end++;
  return end;
}

/** True for printable bytes with a colon in them; the words of a sentence decode to anything else. */
function isUserAndPassword(bytes: Uint8Array): boolean {
  return bytes.indexOf(COLON) > 0 && bytes.every((byte) => byte >= 0x20 && byte !== 0x7f);
}

/** Credentials outside `taken`, in order. */
export function findBasicCredentials(text: string, taken: readonly Span[]): Candidate[] {
  const isTaken = occupiedBy(taken);
  const found: Candidate[] = [];
  for (const match of text.matchAll(SCHEME)) {
    const start = match.index + match[0].length;
    const span = { start, end: endOf(text, start) };
    if (isTaken(span) || !isUserAndPassword(decodeBase64(text, span).bytes)) continue;
    found.push({ span, form: 'base64', scheme: 'Basic' });
  }
  return found;
}
