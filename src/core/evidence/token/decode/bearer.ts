/**
 * Bearer tokens (RFC 6750). Of a JSON Web Token (RFC 7519) only the names in header and payload are
 * shown: the values are none of this guide's business, and the token opens doors by itself.
 */
import { decodeBase64 } from '../../../text/base64.ts';
import type { Field, Token } from '../../../contract/decoded.ts';
import type { Span } from '../../../facts/span.ts';

const PARTS = ['header', 'payload', 'signature'];

/** Names at the top of the JSON object a part holds, or undefined when it holds none. */
function namesIn(text: string, part: Span): string | undefined {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(decodeBase64(text, part).bytes));
    return typeof json === 'object' && json !== null ? Object.keys(json).join(', ') : undefined;
  } catch {
    return undefined;
  }
}

/** The token in `span` of `text`; its bytes are the characters. */
export function readBearer(text: string, span: Span): Token {
  const pieces = text.slice(span.start, span.end).split('.', PARTS.length + 1);
  const isJwt = pieces.length === PARTS.length;
  const fields: Field[] = [];
  let start = 0;
  for (const [index, piece] of (isJwt ? pieces : []).entries()) {
    const end = start + piece.length;
    const at = { start: span.start + start, end: span.start + end };
    const field: Field = { name: PARTS[index] ?? '', at, bytes: { start, end } };
    const names = index < 2 ? namesIn(text, at) : undefined;
    if (names !== undefined) {
      field.value = names;
      field.meaning = 'Names only; the values are left out.';
    }
    fields.push(field);
    if (index < PARTS.length - 1) {
      const dot = { start: span.start + end, end: span.start + end + 1 };
      fields.push({ name: 'separator', at: dot, bytes: { start: end, end: end + 1 } });
    }
    start = end + 1;
  }
  const length = span.end - span.start;
  if (!isJwt) {
    fields.push({
      name: 'token',
      meaning: 'Not a JSON Web Token; only its issuer can read it.',
      at: span,
      bytes: { start: 0, end: length },
    });
  }
  const layers = isJwt ? ['Bearer', 'JSON Web Token'] : ['Bearer'];
  return { bytes: length, complete: true, layers, at: span, fields };
}
