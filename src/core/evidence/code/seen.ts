/** Tells cheaply whether a text may hold a code. */

/** A number of three digits, a hexadecimal one, a symbol, a telling word, or a line of one number. */
const CODE =
  /\d{3}|0x[0-9a-f]|[a-z]_[a-z]|\b(?:error|event|code|kdc|id|helpmsg)\b|^[ \t]*-?\d+[ \t]*\r?$/im;

export function seenCode(text: string): boolean {
  return CODE.test(text);
}
