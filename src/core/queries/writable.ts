/**
 * Names out of evidence are written by whoever sent the request. Those that could hide or break
 * something where a query is pasted are not put into one at all; the engines quote the others.
 */

/** Longest name put into a query, in UTF-16 code units. */
const LENGTH = 512;

/** Control and invisible characters, line separators, half characters and code points of no use. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

/** Can this name stand in a query? */
export function isWritable(name: string): boolean {
  return name !== '' && name.length <= LENGTH && !UNFIT.test(name);
}
