/**
 * Whether a text may hold a token. Base64 is judged by its first two digits, which hold the first
 * byte and part of the second: `Y` is 0x60, the frame of GSS, `o` is SPNEGO, `TlRM` is NTLM.
 */

/** A run that begins like a token and is not a word of letters in one case, or a group of one. */
const BASE64 =
  /(?:(?<![\w+/-])|(?<=%[0-9a-f]{2}|\\[nrt]))(?:Y[A-IQ-Y]|o[A-IQ-Y]|a[g-ow-z0-4]|b[A-IQ-Yg-ow-z0-4]|d[A-IQ-Yg-o]|f[g-o]|M[A-I]|AA|B[AQ]|Tl|Tk|W[UV]|b[01]|VG|TU|Y[WXTklmnj]|Z[EFGm])(?=[\w+/-]{0,60}(?:[A-Z0-9+/]|[\0\u00ad\u200b-\u200d]))[\w+/\0\u00ad\u200b-\u200d\u2060\ufeff-]{2}/;
/** Base64 with a blank or a NUL behind each digit. */
const SPACED = /[YoTabdfM][ \t\0][A-Za-z0-9+/](?:[ \t\0][A-Za-z0-9+/_-]){4}/;
/** `NTLMSSP`, `NEGOEXTS` and the number of SPNEGO inside longer base64, at each of three alignments. */
const INSIDE =
  /TlRMTVNTU|5UTE1TU1|OVExNU1N|TkVHT0VYV|5FR09FWF|ORUdPRVhU|BgYrBgEFBQ|GBisGAQUF|YGKwYBBQUC/;
/** Nine bytes of hex from a first byte that a token has, or the first of an array or a literal. */
const HEX =
  /(?<!\w)(?:60|6[1a-f]|7[456e]|a[01]|30|4e|00[\s,:;-]{0,4}00|0[45][\s,:;-]{0,4}04)(?:[\s,:;"'+\\-]{0,24}[0-9a-f]{2}){8}|0x[0-9a-f]{1,2}(?:u8|uy|u)?\s{0,8}[,;]|\\(?:x|u00)[0-9a-f]{2}/i;
/** The same in words of little-endian bytes. */
const WORDS =
  /(?<!\w)[0-9a-f]{2}(?:60|6[1a-f]|7[456e]|a[01]|30|4e|0[045])(?: {1,5}[0-9a-f]{4}){4}/i;
/** `NTLMSSP`, `NEGOEXTS` and the number of SPNEGO inside longer hex. */
const INSIDE_HEX = /4e544c4d535350|4e45474f45585453|06062b0601050502/i;
/** Nine decimal bytes from a first byte that a token has. */
const DECIMAL =
  /(?<![\d.])(?:96|97|10[6-9]|11[01678]|126|16[01]|48|78|-9[56]|0[\s,;]{1,24}0|[45][\s,;]{1,24}4)(?:u8|uy|u|b)?(?:[\s,;]{1,24}-?\d{1,3}(?:u8|uy|u|b)?){5}/i;
const BASIC = /\bBasic(?:[ \t]|%20){1,8}[A-Za-z0-9+/]{4}/i;
/** A paste that is one short token and nothing else. */
const ALONE = /^\s*(?:[A-Za-z0-9+/_-]{6,4096}={0,2}|[0-9a-f\s:,;-]{8,4096})\s*$/i;
const LONGEST_ALONE = 4_096;

const SIGNS = [BASE64, SPACED, INSIDE, HEX, WORDS, INSIDE_HEX, DECIMAL, BASIC];

/** True for every text in which the reader finds a token without a header; linear. */
export function seenToken(text: string): boolean {
  if (SIGNS.some((sign) => sign.test(text))) return true;
  return text.length <= LONGEST_ALONE && ALONE.test(text);
}
