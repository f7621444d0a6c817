/**
 * Digest credentials and challenges (RFC 7616): a list of `name=value`. Shown are the names, and the
 * values that are no proof of a password.
 */
import type { Field, Token } from '../../../contract/decoded.ts';
import type { Span } from '../../../facts/span.ts';

/** Values that would help a guesser. */
const SECRET = new Set(['response', 'cnonce', 'rspauth']);

/** Parameters read of one header; there are a dozen at most. */
const PARAMETERS = 40;

/** `name=value`, quoted (RFC 9110 5.6.4), quoted inside of a string that holds the header, or bare. */
const PARAMETER =
  /([\w-]{1,40})[ \t]{0,8}=[ \t]{0,8}(?:"((?:[^"\\]|\\.){0,4000})"|\\"((?:[^"\\]|\\\\\\"|\\[^"]){0,4000})\\"|([^\s,"]{0,4000}))/g;

/** The token in `span` of `text`; its bytes are the characters. */
export function readDigest(text: string, span: Span): Token {
  const data = text.slice(span.start, span.end);
  const fields: Field[] = [];
  const push = (name: string, start: number, end: number, value?: string) => {
    const at = { start: span.start + start, end: span.start + end };
    const field: Field = { name, at, bytes: { start, end } };
    if (value !== undefined) field.value = value;
    fields.push(field);
  };
  let reached = 0;
  for (const match of data.matchAll(PARAMETER)) {
    if (fields.length > 2 * PARAMETERS) break;
    if (match.index > reached) push('separator', reached, match.index);
    const name = match[1] ?? '';
    reached = match.index + match[0].length;
    const value = SECRET.has(name.toLowerCase()) ? undefined : (match[2] ?? match[3] ?? match[4]);
    push(name, match.index, reached, value);
  }
  if (reached < data.length) push('separator', reached, data.length);
  return { bytes: data.length, complete: true, layers: ['Digest'], at: span, fields };
}
