/**
 * How a character counts when messages are compared: letters without case and accents, digits, and
 * everything else as a gap. Programs, mail and forums change case, quotes, dashes and accents.
 */

/** Not part of a word: spaces, punctuation, quotes. */
export const GAP = 0;
/** Passed over within a word: the combining accents of a decomposed text, soft hyphens. */
export const IGNORED = 1;

/** Latin, Greek and Cyrillic come before this; one entry each. */
const TABLE_END = 0x530;
const COMBINING_START = 0x300;
const COMBINING_END = 0x36f;
const SOFT_HYPHEN = 0xad;

const FOLDED = Uint16Array.from({ length: TABLE_END }, (_, code) => {
  if ((code >= COMBINING_START && code <= COMBINING_END) || code === SOFT_HYPHEN) return IGNORED;
  const letter = String.fromCharCode(code);
  if (!/[\p{L}\p{N}]/u.test(letter)) return GAP;
  return letter.toLowerCase().normalize('NFD').charCodeAt(0);
});

/** The character that stands for a UTF-16 code unit, or `GAP` or `IGNORED`. */
export function foldedOf(code: number): number {
  if (code < TABLE_END) return FOLDED[code] ?? GAP;
  // General punctuation, symbols, and the punctuation of Chinese and Japanese.
  if (code >= 0x2000 && code < 0x3040) return GAP;
  // Full-width forms of ASCII, as a Japanese or Chinese text has them.
  if (code >= 0xff01 && code <= 0xff5e) return FOLDED[code - 0xfee0] ?? GAP;
  return code === 0x30fb || code >= 0xfe00 ? GAP : code;
}

/** True for scripts that are written without spaces: each character is a word of its own. */
export function standsAlone(code: number): boolean {
  return (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff);
}
