/**
 * userAccountControl (MS-ADTS 2.2.16) and the encryption types of an account (MS-KILE 2.2.7), as numbers
 * and as the names that tools give their bits.
 */
import type { AccountFlag } from '../../facts/directory-facts.ts';

/** The flags that decide something, with their bits and what tools call them besides. */
const FLAGS: readonly (readonly [flag: AccountFlag, bit: number, ...names: string[]])[] = [
  ['ACCOUNTDISABLE', 0x2, 'ACCOUNT_DISABLED', 'DISABLED'],
  ['LOCKOUT', 0x10],
  ['WORKSTATION_TRUST_ACCOUNT', 0x1000],
  ['SERVER_TRUST_ACCOUNT', 0x2000],
  ['TRUSTED_FOR_DELEGATION', 0x8_0000],
  ['NOT_DELEGATED', 0x10_0000],
  ['USE_DES_KEY_ONLY', 0x20_0000],
  ['DONT_REQUIRE_PREAUTH', 0x40_0000, 'DONT_REQ_PREAUTH'],
  ['PASSWORD_EXPIRED', 0x80_0000],
  [
    'TRUSTED_TO_AUTHENTICATE_FOR_DELEGATION',
    0x100_0000,
    'TRUSTED_TO_AUTH_FOR_DELEGATION',
    'TRUSTED_TO_AUTHENTICATE',
  ],
];
/** Names of the other bits: with these alone a value is one of userAccountControl, too. */
const OTHERS =
  /^(?:SCRIPT|HOMEDIR_REQUIRED|PASSWD_NOTREQD|PASSWD_CANT_CHANGE|ENCRYPTED_TEXT_\w+|TEMP_DUPLICATE_ACCOUNT|NORMAL_ACCOUNT|INTERDOMAIN_TRUST_ACCOUNT|DONT_EXPIRE_PASSW(?:OR)?D|MNS_LOGON_ACCOUNT|SMARTCARD_REQUIRED|PARTIAL_SECRETS_ACCOUNT|NO_AUTH_DATA_REQUIRED)$/i;

export interface Control {
  readonly flags: AccountFlag[];
  readonly cleared: AccountFlag[];
}

/** `66048`, `0x10200 = ( NORMAL_ACCOUNT | ... )`, `NORMAL_ACCOUNT, NOT_DELEGATED`; undefined for other text. */
export function controlOf(text: string): Control | undefined {
  const number = /^[{(]?\s?(0x[\da-f]{1,8}|\d{1,10})\b/i.exec(text)?.[1];
  if (number !== undefined) return split((_, bit) => (Number(number) & bit) !== 0);
  const words = text.split(/[\s,;|{}()]{1,9}/).filter((word) => word !== '');
  const isKnown = (word: string) =>
    OTHERS.test(word) ||
    FLAGS.some(([flag, , ...names]) => [flag, ...names].includes(word.toUpperCase()));
  if (words.length === 0 || !words.every(isKnown)) return undefined;
  const present = new Set(words.map((word) => word.toUpperCase()));
  return split((flag, _, names) => [flag, ...names].some((name) => present.has(name)));
}

function split(
  isSet: (flag: AccountFlag, bit: number, names: readonly string[]) => boolean,
): Control {
  const control: Control = { flags: [], cleared: [] };
  for (const [flag, bit, ...names] of FLAGS) {
    (isSet(flag, bit, names) ? control.flags : control.cleared).push(flag);
  }
  return control;
}

const ETYPE_BITS: readonly (readonly [name: RegExp, bits: number])[] = [
  [/^DES(?:[_-]CBC\w*)?$/i, 0x3],
  [/^RC4(?:[_-]HMAC\w*)?$/i, 0x4],
  [/^AES128(?:[_-]\w+)*$/i, 0x8],
  [/^AES256(?:[_-]\w+)*$/i, 0x10],
  [/^AES-?SK$|^AES256[_-]SK$/i, 0x20],
];

/** `28`, `0x18 (AES128, AES256)`, `{RC4, AES128, AES256}`, `{None}`; undefined for other text. */
export function etypesOf(text: string): number | undefined {
  const number = /^[{(]?\s?(0x[\da-f]{1,8}|\d{1,10})\b/i.exec(text)?.[1];
  if (number !== undefined) return Number(number) & 0xff_ffff;
  const words = text.split(/[\s,;|{}()]{1,9}/).filter((word) => word !== '');
  if (words.length === 0) return 0;
  if (words.length === 1 && /^(?:None|<not)$/i.test(words[0] ?? '')) return 0;
  let bits = 0;
  for (const word of words) {
    const known = ETYPE_BITS.find(([name]) => name.test(word))?.[1];
    if (known === undefined) return undefined;
    bits |= known;
  }
  return bits;
}
