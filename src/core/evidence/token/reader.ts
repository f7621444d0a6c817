/**
 * Reads tokens: those in authentication headers, and bare ones. Finding them is cheap and happens
 * here; the decoder is loaded when there is something to decode.
 */
import type { Reading } from '../../facts/facts.ts';
import { TOKENS } from '../../limits.ts';
import type { Span } from '../../facts/span.ts';
import { carried, findAuthHeaders, isBare, type AuthHeader } from '../http/auth-headers.ts';
import { findBareTokens } from './recognise/bare-tokens.ts';
import type { Candidate } from './recognise/candidates.ts';
import { occupiedBy } from '../../text/occupied.ts';

/** Schemes whose credentials are the characters themselves. */
const TEXT_SCHEMES = new Set(['Digest', 'Bearer']);

function inHeader(header: AuthHeader): Candidate[] {
  const found: Candidate[] = [];
  for (const challenge of header.challenges) {
    const { scheme } = challenge;
    const span = carried(header, challenge);
    if (!span) continue;
    const form = scheme !== undefined && TEXT_SCHEMES.has(scheme) ? 'text' : 'base64';
    found.push({ span, form, header: header.name, ...(scheme !== undefined && { scheme }) });
  }
  return found;
}

/** Tokens in `text` outside of what other readers have claimed, in paste order. */
export async function readTokens(
  text: string,
  claimed: readonly Span[],
): Promise<Reading | undefined> {
  const isTaken = occupiedBy(claimed);
  const headers = findAuthHeaders(text).filter(({ at }) => !isTaken(at));
  const taken = [...claimed, ...headers.map(({ at }) => at)];
  const candidates = [...headers.flatMap(inHeader), ...findBareTokens(text, taken)].sort(
    (a, b) => a.span.start - b.span.start,
  );
  if (candidates.length === 0) return undefined;
  const { decodeCandidates } = await import('./decode/decode-candidates.ts');
  const { tokens, problems } = decodeCandidates(text, candidates.slice(0, TOKENS));
  const [beyond] = candidates.slice(TOKENS);
  if (beyond) {
    const more = candidates.length - TOKENS;
    const message = `${more} more tokens follow; the first ${TOKENS} are decoded.`;
    problems.push({ message, at: beyond.span });
  }
  const spans = [...headers.filter((header) => !isBare(header)), ...tokens];
  return { kind: 'token', tokens, problems, claimed: spans.map(({ at }) => at) };
}
