/**
 * Reads HTTP messages: who asked whom, what was answered, which schemes were offered. The
 * credentials in their headers are handed on to the reader of tokens.
 */
import type { Problem } from '../../contract/decoded.ts';
import type { Span } from '../../facts/span.ts';
import { occupiedBy } from '../../text/occupied.ts';
import type { Context, Inner, LoadedReader, Reading } from '../reader.ts';
import { carried, findAuthHeaders, type AuthHeader } from './auth-headers.ts';
import { findMessages } from './messages.ts';

/** Schemes whose credentials are the characters themselves. */
const TEXT_SCHEMES = new Set(['Digest', 'Bearer']);

/** The credentials that a header carries, one for each challenge that has some. */
function credentialsIn(header: AuthHeader): Inner[] {
  const found: Inner[] = [];
  for (const challenge of header.challenges) {
    const { scheme } = challenge;
    const at = carried(header, challenge);
    if (!at) continue;
    found.push({
      at,
      header: header.name,
      ...(scheme !== undefined && { scheme }),
      form: scheme !== undefined && TEXT_SCHEMES.has(scheme) ? 'text' : 'base64',
      within: header.at,
    });
  }
  return found;
}

/** Says where a token was blacked out: nothing in it can be read, and nothing is cut off either. */
function problemsIn({ name, challenges }: AuthHeader): Problem[] {
  return challenges.flatMap(({ scheme, blackedOut }) => {
    if (!blackedOut) return [];
    const message = `The token in ${name}: ${scheme ?? ''} is blacked out. Paste the header with its token, or a token of another request.`;
    return [{ message, at: blackedOut }];
  });
}

/**
 * Messages and credentials in `text` outside of what other readers have claimed. It claims the start
 * lines and offers of messages only: a header with a token is the token reader's.
 */
function read(text: string, { claimed }: Context): Reading | undefined {
  const isTaken = occupiedBy(claimed);
  const free = ({ at }: { at: Span }) => !isTaken(at);
  const headers = findAuthHeaders(text).filter(free);
  const { messages, lines } = findMessages(text, headers);
  const known = messages.filter(free);
  const inner = headers.flatMap(credentialsIn);
  const problems = headers.flatMap(problemsIn);
  if (known.length === 0 && inner.length === 0 && problems.length === 0) return undefined;
  return {
    kinds: known.length > 0 ? ['http'] : [],
    ...(known.length > 0 && { messages: known }),
    ...(problems.length > 0 && { problems }),
    claimed: known.length > 0 ? lines.filter((at) => !isTaken(at)) : [],
    inner,
  };
}

export const http: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).HTTP_RULES,
};
