/**
 * The signals of an article's front matter: `log:401.1+1326`, `krb:41`, `evt:KDC/11`, or a phrase
 * in people's words.
 */

/** `log:`, `win32:`, `klist:` and their like; a phrase has no such beginning. */
const PREFIX = /^[A-Za-z\d]+:/;

/** True when the signal is a phrase and no code, row or setting. */
export function isPhrase(signal: string): boolean {
  return !PREFIX.test(signal);
}

/**
 * The numbers that a signal names, as unsigned integers or as a status: `log:401.1+1326` -> `401.1`
 * and 1326, `krb:41` -> 41, `win32:0x80090322` -> 2148074274, a phrase -> none.
 */
export function codesOf(signal: string): readonly (number | string)[] {
  if (isPhrase(signal)) return [];
  const found = signal.replace(PREFIX, '').match(/0x[\da-f]+|\d+\.\d+|\d+/gi) ?? [];
  return found.map((code) => (code.includes('.') ? code : Number(code)));
}
