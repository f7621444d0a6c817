/**
 * Tokens without a header: base64 or hex somewhere in the paste. Only what begins like a token is
 * taken, so that words, log rows and other encoded data are left alone.
 */
import { base64RunEnd } from '../../../text/base64-run.ts';
import { decodeBase64 } from '../../../text/base64.ts';
import { findHexRuns } from '../../../text/hex-runs.ts';
import { decodeHex } from '../../../text/hex.ts';
import { findHexdumps } from '../../../text/hexdump.ts';
import type { MappedBytes } from '../../../text/mapped.ts';
import type { Span } from '../../../facts/span.ts';
import type { Candidate } from './candidates.ts';
import { occupiedBy } from '../../../text/occupied.ts';
import { findInside, likeness } from './signature.ts';
import { wantedDigits } from './wanted.ts';

/**
 * A run as long as the shortest whole token, an empty NegTokenResp with its state; or the start of
 * one that is written in short groups.
 */
const BASE64_RUN = /[A-Za-z0-9+/_-]{12,}|(?:YI[A-P]|oY[A-P]|TlRM|TkVH)[A-Za-z0-9+/_-]{1,8}/g;
/** First digits that a token can have, by its first byte. */
const FIRST_DIGIT = /[YoTabdfMAB]/;
/** Digits that show how a token begins. */
const HEAD = 64;
/** Shortest run that is searched for a token further inside. */
const LONG = 64;
/** Longest paste that is taken for one short or cut token and nothing else. */
const ALONE = 4_096;

/** Where the bytes from `start` on stand, as a map of its own. */
function from(mapped: MappedBytes, start: number): MappedBytes {
  if (start === 0) return mapped;
  const bytes = mapped.bytes.subarray(start);
  const at = (first: number, last: number) => mapped.at(first + start, last + start);
  return { ...mapped, bytes, at, span: at(0, bytes.length) };
}

/** The token in `mapped`, at its start or further inside. */
function tokenIn(mapped: MappedBytes): Candidate | undefined {
  const start = likeness(mapped.bytes) === 'certain' ? 0 : findInside(mapped.bytes);
  if (start < 0) return undefined;
  const found = from(mapped, start);
  return { span: found.span, form: 'bytes', mapped: found };
}

/** Characters of an escape that a run may begin with: `%20YII...`, `\nYII...`. */
function escapeWidth(text: string, start: number): number {
  const before = text[start - 1];
  return before === '%' ? 2 : before === '\\' ? 1 : 0;
}

function base64Tokens(text: string, taken: readonly Span[]): Candidate[] {
  const found: Candidate[] = [];
  const isTaken = occupiedBy(taken);
  let reached = 0;
  for (const match of text.matchAll(BASE64_RUN)) {
    const start = match.index + escapeWidth(text, match.index);
    const run = { start, end: match.index + match[0].length };
    if (start < reached || isTaken(run)) continue;
    if (FIRST_DIGIT.test(text[start] ?? '')) {
      const wanted = wantedDigits(text);
      const head = decodeBase64(text, { start, end: base64RunEnd(text, start, wanted, HEAD) });
      if (likeness(head.bytes) === 'certain') {
        reached = base64RunEnd(text, start, wanted);
        found.push({ span: { start, end: reached }, form: 'base64' });
        continue;
      }
    }
    if (run.end - start < LONG) continue;
    const inside = tokenIn(decodeBase64(text, run));
    if (inside) found.push(inside);
    reached = run.end;
  }
  return found;
}

function hexTokens(text: string, taken: readonly Span[]): Candidate[] {
  const isTaken = occupiedBy(taken);
  const dumps = findHexdumps(text).filter(({ span }) => !isTaken(span));
  const found = dumps.flatMap((dump) => tokenIn(dump) ?? []);
  const inDump = occupiedBy(found.map(({ span }) => span));
  const runs = findHexRuns(text).filter((span) => !isTaken(span) && !inDump(span));
  return [...found, ...runs.flatMap((span) => tokenIn(decodeHex(text, span)) ?? [])];
}

/** The paste as one token, when it is nothing but base64 or hex that begins like one. */
function whole(text: string): Candidate[] {
  if (text.length > ALONE) return [];
  const start = text.search(/\S/);
  if (start < 0) return [];
  const span = { start, end: text.trimEnd().length };
  const written = text.slice(span.start, span.end);
  if (/^[0-9a-f\s:,;-]+$/i.test(written)) {
    const mapped = decodeHex(text, span);
    if (likeness(mapped.bytes)) return [{ span, form: 'bytes', mapped }];
  }
  if (!/^[A-Za-z0-9+/_-]{6,}={0,2}$/.test(written)) return [];
  return likeness(decodeBase64(text, span).bytes) ? [{ span, form: 'base64' }] : [];
}

/** Tokens outside `taken`, in no particular order. */
export function findBareTokens(text: string, taken: readonly Span[]): Candidate[] {
  const hex = hexTokens(text, taken);
  const found = [...hex, ...base64Tokens(text, [...taken, ...hex.map(({ span }) => span)])];
  return found.length > 0 || taken.length > 0 ? found : whole(text);
}
