/**
 * Encryption types by the names that programs print. One type has many: Windows writes
 * `RSADSI RC4-HMAC(NT)`, MIT krb5 `arcfour-hmac` (formerly `ArcFour with HMAC/md5`), Heimdal
 * `arcfour-hmac-md5`. Sources: MIT krb5 lib/crypto/krb/etypes.c, Heimdal lib/krb5/crypto-*.c, and the
 * output of klist.exe.
 */
const NAMES: readonly (readonly [pattern: RegExp, etype: number])[] = [
  [/^aes.?256.{0,12}sha.?384/, 20],
  [/^aes.?128.{0,12}sha.?256/, 19],
  [/^aes.?256/, 18],
  [/^aes.?128/, 17],
  [/^(?:rsadsi )?(?:rc4|arcfour).{0,12}exp/, 24],
  [/^(?:rsadsi )?(?:rc4|arcfour)/, 23],
  [/^(?:des3|triple des)/, 16],
  [/^(?:kerberos )?des.{0,24}(?:md5|hmac)/, 3],
  [/^(?:kerberos )?des.{0,24}md4/, 2],
  [/^(?:kerberos )?des.{0,24}crc/, 1],
  [/^camellia.?256/, 26],
  [/^camellia.?128/, 25],
];

/** Number (RFC 3961 8) of the encryption type that `name` spells; undefined when it spells none. */
export function etypeOfName(name: string): number | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^(?:deprecated|unsupported):/, '');
  const number = /^etype (-?\d{1,4})$/.exec(plain)?.[1];
  if (number !== undefined) return Number(number);
  return NAMES.find(([pattern]) => pattern.test(plain))?.[1];
}
