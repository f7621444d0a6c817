import assert from 'node:assert/strict';
import { test } from 'node:test';
import { etypeOfName } from './etype-of-name.ts';

/** [name as printed, number]; sources: klist.exe, MIT krb5 of all ages, Heimdal */
const ROWS: readonly (readonly [string, number | undefined])[] = [
  ['AES-256-CTS-HMAC-SHA1-96', 18],
  ['AES-128-CTS-HMAC-SHA1-96', 17],
  ['RSADSI RC4-HMAC(NT)', 23],
  ['Kerberos DES-CBC-MD5', 3],
  ['Kerberos DES-CBC-CRC', 1],
  ['aes256-cts-hmac-sha1-96', 18],
  ['aes256-cts-hmac-sha384-192', 20],
  ['aes128-cts-hmac-sha256-128', 19],
  ['arcfour-hmac', 23],
  ['arcfour-hmac-exp', 24],
  ['arcfour-hmac-md5', 23],
  ['DEPRECATED:arcfour-hmac', 23],
  ['des3-cbc-sha1', 16],
  ['des-cbc-md5', 3],
  ['camellia256-cts-cmac', 26],
  ['ArcFour with HMAC/md5', 23],
  ['AES-256 CTS mode with 96-bit SHA-1 HMAC', 18],
  ['Triple DES cbc mode with HMAC/sha1', 16],
  ['DES cbc mode with CRC-32', 1],
  ['DES cbc mode with RSA-MD5', 3],
  ['etype 20', 20],
  ['descending', undefined],
  ['dc01.contoso.com', undefined],
  ['', undefined],
];

for (const [name, etype] of ROWS) {
  test(`encryption type: ${name}`, () => {
    assert.equal(etypeOfName(name), etype);
  });
}
