/**
 * Base64 in every spelling people paste: the standard and the URL alphabet (RFC 4648 4 and 5), with
 * or without padding, with white space anywhere, percent-encoded, escaped as in a JSON string or in
 * HTML, quoted in a mail, or taken apart into several strings.
 */
import type { Span } from '../facts/span.ts';
import { mayEscape, unescapeAt } from './escapes.ts';
import { joinEnd } from './joins.ts';
import { pack, type MappedBytes } from './mapped.ts';

const NOT_A_DIGIT = 255;
const PADDING = 0x3d;

const VALUES = new Uint8Array(128).fill(NOT_A_DIGIT);
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value;
VALUES['-'.charCodeAt(0)] = 62;
VALUES['_'.charCodeAt(0)] = 63;

/** True for the code of a digit of either alphabet. */
export function isBase64Digit(code: number): boolean {
  return code < 128 && VALUES[code] !== NOT_A_DIGIT;
}

/**
 * The bytes that `span` of `text` spells. Whatever is neither digit nor escape is passed over; what
 * follows the padding is counted in `dropped`, as is a digit that makes up no whole byte.
 */
export function decodeBase64(text: string, span: Span): MappedBytes {
  const room = span.end - span.start;
  const values = new Uint8Array(room);
  const positions = new Uint32Array(room);
  let count = 0;
  let end = span.start;
  let padded = false;
  let strays = 0;
  for (let position = span.start; position < span.end;) {
    let code = text.charCodeAt(position);
    let width = 1;
    if (mayEscape(code)) ({ code, width } = unescapeAt(text, position));
    const joined = isBase64Digit(code) ? position : joinEnd(text, position, span.end);
    if (joined > position && joined < span.end) {
      position = joined;
      continue;
    }
    if (code === PADDING && count > 0) {
      padded = true;
      end = position + width;
    } else if (isBase64Digit(code)) {
      if (padded) {
        strays++;
      } else {
        values[count] = VALUES[code] ?? 0;
        positions[count++] = position;
      }
      end = position + width;
    }
    position += width;
  }
  const packed = pack(text, { values, positions, count, end }, 6);
  return strays > 0 ? { ...packed, dropped: packed.dropped + strays } : packed;
}
