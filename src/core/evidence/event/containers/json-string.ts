/** The text that a string of JSON stands for, with the way back to the characters that spell it. */
import type { Span } from '../../../facts/span.ts';
import { replaced } from '../../../text/replaced.ts';
import type { Original } from '../fields/page.ts';

const ESCAPE = /\\(?:u[0-9a-f]{4}|.)/gi;
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
/** Strings inside strings: each level adds backslashes of its own. */
const LEVELS = 3;

export function plainString(
  text: string,
  { start, end }: Span,
  original: Original,
): { text: string; original: Original } {
  let plain = text.slice(start, end);
  let place: Original = (from, to) => original(start + from, start + to);
  for (let level = 0; level < LEVELS && /\\[rntu\\"]/.test(plain); level++) {
    // A path such as C:\Windows is no level of escapes.
    if (level > 0 && !/\\[rn]|\\t\\t|\\u[0-9a-f]{4}/.test(plain)) break;
    const outer = place;
    const result = replaced(plain, ESCAPE, meant);
    plain = result.text;
    place = (from, to) => {
      const at = result.original(from, to);
      return outer(at.start, at.end);
    };
  }
  return { text: plain, original: place };
}

function meant(escape: string): string {
  const letter = escape.charAt(1);
  if (escape.length === 6) return String.fromCharCode(parseInt(escape.slice(2), 16));
  return LETTERS[letter] ?? letter;
}
