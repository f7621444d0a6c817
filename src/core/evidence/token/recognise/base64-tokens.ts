/**
 * Tokens in base64 without a header. Runs of base64 are walked through by hand: a paste can be one
 * run of many megabytes, and a regular expression over it would need as much stack.
 */
import { wantedDigits } from '../../../binary/announced-length.ts';
import { base64RunEnd } from '../../../text/base64-run.ts';
import { decodeBase64, isBase64Digit } from '../../../text/base64.ts';
import { isInvisible } from '../../../text/escapes.ts';
import { occupiedBy } from '../../../text/occupied.ts';
import type { Span } from '../../../facts/span.ts';
import type { Candidate } from './candidates.ts';
import { likeness } from './signature.ts';
import { encodedTwice, tokenIn } from './token-in-bytes.ts';

/** A run as long as the shortest whole token, an empty NegTokenResp with its state. */
const SHORTEST = 12;
/** The start of a token that is written in short groups. */
const GROUP = /^(?:(?:YI|oY|MI)[A-P][A-Za-z0-9+/_-]|TlRM|TkVH)/;
/** The same with a blank behind each digit. */
const SPACED = /^[YoTabdfM](?:[ \t][A-Za-z0-9+/_-]){5}/;
/** First digits that a token can have, by its first byte. */
const FIRST_DIGIT = new Set(Array.from('YoTabdfMAB', (digit) => digit.charCodeAt(0)));
/** First digits of the base64 of base64: of each of the digits above. */
const FIRST_DIGIT_TWICE = new Set(Array.from('WbVTYZQ', (digit) => digit.charCodeAt(0)));
/** Digits that show how a token begins. */
const HEAD = 64;
/** Shortest run that is searched for a token further inside. */
const LONG = 64;
/** Characters before a token in which its scheme is searched for. */
const BEFORE = 48;

const SCHEME =
  /(?:^|[^\w-])(Negotiate|Nego2|NTLM|Kerberos)["']?(?:[ \t]|%20|:|\\?\r?\n[ \t]){1,8}["']?$/i;
const USUAL = new Map(
  ['Negotiate', 'Nego2', 'NTLM', 'Kerberos'].map((scheme) => [scheme.toLowerCase(), scheme]),
);

/** The scheme that is written before a token. */
export function schemeBefore(text: string, start: number): string | undefined {
  const match = SCHEME.exec(text.slice(Math.max(0, start - BEFORE), start));
  return USUAL.get(match?.[1]?.toLowerCase() ?? '');
}

/** End of the run of digits at `start`, over characters that nobody sees. */
function runEnd(text: string, start: number): number {
  let end = start;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isBase64Digit(code)) end = at + 1;
    else if (!isInvisible(code)) break;
  }
  return end;
}

/** Characters of an escape that a run may begin with: `%20YII...`, `\nYII...`. */
function escapeWidth(text: string, start: number): number {
  const before = text[start - 1];
  return before === '%' ? 2 : before === '\\' ? 1 : 0;
}

/** True when a run of this length, or what it begins, may be a token. */
function isCandidate(text: string, { start, end }: Span): boolean {
  if (end - start >= SHORTEST) return true;
  if (end - start === 1) return SPACED.test(text.slice(start, start + 12));
  return GROUP.test(text.slice(start, end));
}

/** The token that begins at `start`. */
function tokenAt(text: string, start: number): Candidate | undefined {
  const first = text.charCodeAt(start);
  const isTwice = FIRST_DIGIT_TWICE.has(first);
  if (!FIRST_DIGIT.has(first) && !isTwice) return undefined;
  const head = decodeBase64(text, { start, end: base64RunEnd(text, start, () => Infinity, HEAD) });
  if (likeness(head.bytes) === 'certain') {
    const scheme = schemeBefore(text, start);
    const span = { start, end: base64RunEnd(text, start, wantedDigits(text)) };
    return { span, form: 'base64', ...(scheme !== undefined && { scheme }) };
  }
  if (!isTwice || !encodedTwice(head)) return undefined;
  const end = base64RunEnd(text, start, () => Infinity);
  return encodedTwice(decodeBase64(text, { start, end }));
}

/** Tokens in base64 outside `taken`, in order. */
export function findBase64Tokens(text: string, taken: readonly Span[]): Candidate[] {
  const found: Candidate[] = [];
  const isTaken = occupiedBy(taken);
  for (let at = 0; at < text.length;) {
    if (!isBase64Digit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const run = { start: Math.min(at + escapeWidth(text, at), text.length), end: runEnd(text, at) };
    at = run.end;
    if (run.start >= run.end || !isCandidate(text, run) || isTaken(run)) continue;
    const token = tokenAt(text, run.start);
    const inside =
      token ?? (run.end - run.start < LONG ? undefined : tokenIn(decodeBase64(text, run)));
    if (!inside) continue;
    found.push(inside);
    at = Math.max(at, token?.span.end ?? at);
  }
  return found;
}
