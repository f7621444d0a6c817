/**
 * Finds string literals that spell bytes partly as themselves and partly as escapes: Python's
 * `b'NTLMSSP\x00'`, C strings, Wireshark's "as Escaped String", JSON with `\u0000`.
 */
import { nextLiteral } from './joins.ts';
import { mapEach, type MappedBytes } from './mapped.ts';

/** Bytes that make a literal worth looking at. */
const SHORTEST = 9;
/** Characters before the first escape in which the literal's opening quote is searched for. */
const OPENING = 80;

const LETTERS: Readonly<Record<string, number>> = {
  n: 10,
  r: 13,
  t: 9,
  a: 7,
  b: 8,
  f: 12,
  v: 11,
  e: 27,
};

/** `\x60`, `\u0060` as far as it is a byte, `\0`, `\140`. */
const NUMERIC = /^\\(?:x([0-9a-f]{2})|u00([0-9a-f]{2})|([0-3]?[0-7]{1,2}))/i;

/** The byte that the characters at `at` spell, and how many they are; undefined for none. */
function byteAt(text: string, at: number): { value: number; width: number } | undefined {
  const code = text.charCodeAt(at);
  if (code !== 0x5c) return code < 0x20 || code > 0xff ? undefined : { value: code, width: 1 };
  const numeric = NUMERIC.exec(text.slice(at, at + 6));
  if (numeric) {
    const [{ length: width }, pair, four, octal] = numeric;
    const value =
      octal === undefined ? Number.parseInt(pair ?? four ?? '', 16) : Number.parseInt(octal, 8);
    return { value, width };
  }
  const next = text[at + 1];
  if (next === undefined || next === '\n' || next === '\r') return undefined;
  return { value: LETTERS[next] ?? text.charCodeAt(at + 1) & 0xff, width: 2 };
}

interface Literal {
  bytes: number[];
  starts: number[];
  ends: number[];
}

/** Reads from behind an opening `quote`; gives the closing one's place, or where it stopped. */
function readLiteral(text: string, start: number, quote: string, into: Literal): number {
  let at = start;
  while (at < text.length && text[at] !== quote) {
    const byte = byteAt(text, at);
    if (!byte) break;
    into.bytes.push(byte.value);
    into.starts.push(at);
    at += byte.width;
    into.ends.push(at);
  }
  return at;
}

/** The opening quote of the literal that holds `at`, not before `from`; -1 when there is none. */
function openingBefore(text: string, at: number, from: number): number {
  for (let before = at - 1; before >= Math.max(from, at - OPENING); before--) {
    const sign = text[before];
    if ((sign === '"' || sign === "'") && text[before - 1] !== '\\') return before;
    if (sign === '\n') return -1;
  }
  return -1;
}

/** Literals with `\x` or `\u00` in them and at least nine bytes, in order; adjacent ones are one. */
export function findEscapedBytes(text: string): MappedBytes[] {
  const found: MappedBytes[] = [];
  const escape = /\\(?:x|u00)/gi;
  let reached = 0;
  for (let match = escape.exec(text); match; match = escape.exec(text)) {
    const opening = openingBefore(text, match.index, reached);
    if (opening < 0) continue;
    const literal: Literal = { bytes: [], starts: [], ends: [] };
    let quote = text[opening] ?? '"';
    let at = readLiteral(text, opening + 1, quote, literal);
    while (text[at] === quote) {
      const next = nextLiteral(text, at);
      if (next === at) break;
      quote = text[next - 1] ?? quote;
      at = readLiteral(text, next, quote, literal);
    }
    reached = Math.max(at, match.index + 2);
    escape.lastIndex = reached;
    if (literal.bytes.length < SHORTEST) continue;
    found.push(mapEach(literal.bytes, literal.starts, literal.ends));
  }
  return found;
}
