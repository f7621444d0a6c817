/**
 * One character of a text that may be percent-encoded (a URL) or backslash-escaped (a JSON string,
 * a shell's or a language's string literal).
 */

export interface Unescaped {
  /** Code of the character that is meant. */
  code: number;
  /** Characters it takes in the text. */
  width: number;
}

const HEX_PAIR = /^[0-9a-f]{2}$/i;
const HEX_FOUR = /^[0-9a-f]{4}$/i;
const LETTER: Readonly<Record<string, number>> = { n: 0x0a, r: 0x0d, t: 0x09, '/': 0x2f };

/** The character at `position`, escapes undone: `%2B` and `\u002b` are a plus, `\/` a slash. */
export function unescapeAt(text: string, position: number): Unescaped {
  const code = text.charCodeAt(position);
  if (code === 0x25) {
    const pair = text.slice(position + 1, position + 3);
    if (HEX_PAIR.test(pair)) return { code: Number.parseInt(pair, 16), width: 3 };
  } else if (code === 0x5c) {
    const letter = text[position + 1] ?? '';
    if (letter === 'u') {
      const four = text.slice(position + 2, position + 6);
      if (HEX_FOUR.test(four)) return { code: Number.parseInt(four, 16), width: 6 };
    }
    const meant = LETTER[letter];
    if (meant !== undefined) return { code: meant, width: 2 };
  }
  return { code, width: 1 };
}
