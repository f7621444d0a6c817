/** Passwords stay out of reports: a report ends up in tickets and chats. */
import type { Token } from '../core/contract/decoded.ts';

const SCHEME = /^[^]*?\bbasic\s+/i;

/** `text` with the credentials of Basic authentication replaced, character by character. */
export function maskPasswords(text: string, tokens: readonly Token[]): string {
  return tokens
    .filter(({ basic }) => basic !== undefined)
    .reduce((masked, { at }) => {
      const token = masked.slice(at.start, at.end);
      const [scheme = ''] = SCHEME.exec(token) ?? [];
      const hidden = scheme + '*'.repeat(token.length - scheme.length);
      return masked.slice(0, at.start) + hidden + masked.slice(at.end);
    }, text);
}
