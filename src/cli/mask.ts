/** Secrets stay out of reports: a report ends up in tickets and chats. */
import { type Token, withoutPasswords } from '../core/index.ts';

const SCHEME = /^[^]*?\bbasic\s+/i;

/** `text` with Basic credentials and configured passwords replaced, character by character. */
export function maskSecrets(text: string, tokens: readonly Token[]): string {
  return tokens
    .filter(({ basic }) => basic !== undefined)
    .reduce((masked, { at }) => {
      const token = masked.slice(at.start, at.end);
      const [scheme = ''] = SCHEME.exec(token) ?? [];
      const hidden = scheme + '*'.repeat(token.length - scheme.length);
      return masked.slice(0, at.start) + hidden + masked.slice(at.end);
    }, withoutPasswords(text));
}
