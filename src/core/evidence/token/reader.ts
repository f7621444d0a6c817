/** Reads tokens: the credentials that other readers found in headers, and bare ones. */
import { TOKENS } from '../../limits.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { decodeCandidates } from './decode/decode-candidates.ts';
import { findBareTokens } from './recognise/bare-tokens.ts';
import { candidatesIn } from './recognise/credentials.ts';

/** Tokens in `text` outside of what other readers have claimed, in the order of the text. */
function read(text: string, { claimed, inner }: Context): Reading | undefined {
  const headers = inner.map(({ within }) => within);
  const candidates = [
    ...candidatesIn(text, inner),
    ...findBareTokens(text, [...claimed, ...headers]),
  ].sort((a, b) => a.span.start - b.span.start);
  if (candidates.length === 0) return undefined;
  const { tokens, problems } = decodeCandidates(text, candidates.slice(0, TOKENS));
  const [beyond] = candidates.slice(TOKENS);
  if (beyond) {
    const more = candidates.length - TOKENS;
    const message = `${more.toLocaleString('en-US')} more tokens follow; the first ${TOKENS} are decoded.`;
    problems.push({ message, at: beyond.span });
  }
  return {
    kinds: ['token'],
    tokens,
    problems,
    claimed: [...headers, ...tokens.map(({ at }) => at)],
  };
}

export const token: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).TOKEN_RULES,
};
