/** What no translation of nltest and netdom changes: names of codes and calls, and the commands. */
const MARK =
  /\bnltest\b|\bnetdom\b|NERR_\w|I_NetLogonControl|=\s{1,3}\d{1,10}\s{1,3}0x[0-9a-f]{1,8}\s{1,3}[A-Z]|Test-ComputerSecureChannel|secure channel (?:between|from)|^== Secure channel|\bDC ?: {0,3}\\|\((?:NT [45]|MIT)\)|\b(?:DS LDAP|LDAP KDC|KDC TIMESERV)\b|\[(?:DS|PDC)\]|(?:Schema|naming|Infrastructure) (?:master|owner)|RID pool|DCs in domain|\bPDC {2}|^[ \t>]{0,20}<?->[ \t]{2,20}\w/im;

/** May `text` hold the output of nltest, netdom or Test-ComputerSecureChannel? Linear. */
export function seenNltest(text: string): boolean {
  return MARK.test(text);
}
