/**
 * One character of a text that may be percent-encoded (a URL), backslash-escaped (a JSON string, a
 * shell's or a language's string literal), an HTML or XML entity, or quoted-printable (RFC 2045 6.7).
 */

export interface Unescaped {
  /** Code of the character that is meant. */
  code: number;
  /** Characters it takes in the text. */
  width: number;
}

const HEX_PAIR = /^[0-9a-f]{2}$/i;
const HEX_FOUR = /^[0-9a-f]{4}$/i;
/** Of quoted-printable only what base64 can hold: elsewhere `=` stands for itself. */
const QUOTED_PRINTABLE = /^(?:2[BF]|3D)$/i;
const ENTITY = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(plus|sol|equals));/i;
const LONGEST_ENTITY = 11;
const LETTER: Readonly<Record<string, number>> = { n: 0x0a, r: 0x0d, t: 0x09, '/': 0x2f };
const NAMED: Readonly<Record<string, number>> = { plus: 0x2b, sol: 0x2f, equals: 0x3d };

const PERCENT = 0x25;
const AMPERSAND = 0x26;
const EQUALS = 0x3d;
const BACKSLASH = 0x5c;

/** True for a character that an escape may begin with. */
export function mayEscape(code: number): boolean {
  return code === PERCENT || code === BACKSLASH || code === AMPERSAND || code === EQUALS;
}

/** The character at `position`, escapes undone: `%2B`, `\u002b` and `&#43;` are a plus, `\/` a slash. */
export function unescapeAt(text: string, position: number): Unescaped {
  const code = text.charCodeAt(position);
  if (code === PERCENT) return pairAt(text, position + 1, HEX_PAIR, 1) ?? { code, width: 1 };
  if (code === EQUALS) return pairAt(text, position + 1, QUOTED_PRINTABLE, 1) ?? { code, width: 1 };
  if (code === BACKSLASH) return backslashAt(text, position) ?? { code, width: 1 };
  if (code === AMPERSAND) return entityAt(text, position) ?? { code, width: 1 };
  return { code, width: 1 };
}

/** Two hex digits at `at`, behind `before` characters that introduce them. */
function pairAt(text: string, at: number, allowed: RegExp, before: number): Unescaped | undefined {
  const pair = text.slice(at, at + 2);
  if (!allowed.test(pair)) return undefined;
  return { code: Number.parseInt(pair, 16), width: before + 2 };
}

function backslashAt(text: string, position: number): Unescaped | undefined {
  const letter = text[position + 1] ?? '';
  if (letter === 'x') return pairAt(text, position + 2, HEX_PAIR, 2);
  if (letter === 'u') {
    const four = text.slice(position + 2, position + 6);
    return HEX_FOUR.test(four) ? { code: Number.parseInt(four, 16), width: 6 } : undefined;
  }
  const meant = LETTER[letter];
  return meant === undefined ? undefined : { code: meant, width: 2 };
}

function entityAt(text: string, position: number): Unescaped | undefined {
  const match = ENTITY.exec(text.slice(position, position + LONGEST_ENTITY));
  if (!match) return undefined;
  const [{ length: width }, decimal, hex, name = ''] = match;
  if (decimal !== undefined) return { code: Number(decimal), width };
  if (hex !== undefined) return { code: Number.parseInt(hex, 16), width };
  const code = NAMED[name.toLowerCase()];
  return code === undefined ? undefined : { code, width };
}

/** Characters that take no room: NUL, soft hyphen, zero-width spaces and joiners, byte order mark. */
export function isInvisible(code: number): boolean {
  return (
    code === 0 ||
    code === 0xad ||
    (code >= 0x200b && code <= 0x200d) ||
    code === 0x2060 ||
    code === 0xfeff
  );
}
