/** Secrets stay out of reports: a report ends up in tickets and chats. */
import type { Token } from '../core/index.ts';

const SCHEME = /^[^]*?\bbasic\s+/i;
/** An attribute of a configuration file, with its value. */
const PASSWORD = /(\bpassword\s{0,4}=\s{0,4}(["']))([^"'\n]{1,1000})\2/gi;

/** `text` with Basic credentials and configured passwords replaced, character by character. */
export function maskSecrets(text: string, tokens: readonly Token[]): string {
  const configured = text.replace(PASSWORD, (_, before: string, quote: string, value: string) => {
    return before + '*'.repeat(value.length) + quote;
  });
  return tokens
    .filter(({ basic }) => basic !== undefined)
    .reduce((masked, { at }) => {
      const token = masked.slice(at.start, at.end);
      const [scheme = ''] = SCHEME.exec(token) ?? [];
      const hidden = scheme + '*'.repeat(token.length - scheme.length);
      return masked.slice(0, at.start) + hidden + masked.slice(at.end);
    }, configured);
}
