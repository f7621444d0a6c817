/**
 * Tokens without a header: base64, hex, decimal bytes, a string literal or a hex dump somewhere in
 * the paste. Only what begins like a token is taken, so that words, log rows and other encoded data
 * are left alone.
 */
import { decodeBase64 } from '../../../text/base64.ts';
import { findDecimalRuns } from '../../../text/decimal-runs.ts';
import { findEscapedBytes } from '../../../text/escaped-bytes.ts';
import { findHexRuns } from '../../../text/hex-runs.ts';
import { decodeHex } from '../../../text/hex.ts';
import { findHexdumps, type Hexdump } from '../../../text/hexdump.ts';
import { mapThrough, type MappedBytes } from '../../../text/mapped.ts';
import { occupiedBy } from '../../../text/occupied.ts';
import type { Span } from '../../../facts/span.ts';
import { findBase64Tokens } from './base64-tokens.ts';
import { findBasicCredentials } from './basic-credentials.ts';
import type { Candidate } from './candidates.ts';
import { likeness } from './signature.ts';
import { printedBy, tokenIn } from './token-in-bytes.ts';

/** Longest paste that is taken for one short or cut token and nothing else. */
const ALONE = 4_096;

/** Tokens in base64 in the text that a dump shows, as `curl --trace` shows the headers. */
function tokensInText(dump: MappedBytes): Candidate[] {
  const text = printedBy(dump);
  if (text === undefined) return [];
  return findBase64Tokens(text, []).map((candidate) => {
    const inner = candidate.mapped ?? decodeBase64(text, candidate.span);
    const mapped = mapThrough(dump, inner);
    return { ...candidate, form: 'bytes', mapped, span: mapped.span };
  });
}

function tokensInDump({ bytes, swapped }: Hexdump): Candidate[] {
  const token = tokenIn(bytes) ?? (swapped && tokenIn(swapped));
  return token ? [token] : tokensInText(bytes);
}

/** Tokens spelled byte by byte. Each way of spelling leaves alone what the ways before it found. */
function tokensInBytes(text: string, taken: readonly Span[]): Candidate[] {
  const found: Candidate[] = [];
  const take = (spelled: readonly MappedBytes[], read: (bytes: MappedBytes) => Candidate[]) => {
    const isTaken = occupiedBy([...taken, ...found.map(({ span }) => span)]);
    found.push(...spelled.filter(({ span }) => !isTaken(span)).flatMap(read));
  };
  const one = (bytes: MappedBytes) => tokenIn(bytes) ?? [];
  const dumps = findHexdumps(text);
  const dumpOf = new Map(dumps.map((dump) => [dump.bytes, dump]));
  take([...dumpOf.keys()], (bytes) => tokensInDump(dumpOf.get(bytes) ?? { bytes }));
  take(findEscapedBytes(text), (bytes) => [one(bytes)].flat());
  const isFound = occupiedBy([...taken, ...found.map(({ span }) => span)]);
  const runs = findHexRuns(text).filter((span) => !isFound(span));
  found.push(...runs.flatMap((span) => one(decodeHex(text, span))));
  take(findDecimalRuns(text), (bytes) => [one(bytes)].flat());
  return found;
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
  if (!/^[A-Za-z0-9+/_-]{6,4096}={0,2}$/.test(written)) return [];
  return likeness(decodeBase64(text, span).bytes) ? [{ span, form: 'base64' }] : [];
}

/** Tokens outside `taken`, in no particular order. */
export function findBareTokens(text: string, taken: readonly Span[]): Candidate[] {
  const bytes = tokensInBytes(text, taken);
  const others = [...taken, ...bytes.map(({ span }) => span)];
  const found = [
    ...bytes,
    ...findBase64Tokens(text, others),
    ...findBasicCredentials(text, others),
  ];
  return found.length > 0 || taken.length > 0 ? found : whole(text);
}
