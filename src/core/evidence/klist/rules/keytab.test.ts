import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keytab } from './keytab.ts';
import { fixture, saidBy } from '../testing/judged.ts';

/** [name, output, what the rule says: severity, article, sentence; '' for silence] */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    'one version',
    fixture('keytab-times'),
    'info linux-macos-clients: The keytab has the key of version 9 for HTTP/foo.example.com@EXAMPLE.COM.',
  ],
  [
    'types, none for a site',
    fixture('keytab-types'),
    'info linux-macos-clients: The keytab has the key of version 4 for sqluser@CONTOSO.COM (AES-256) and none for HTTP/.',
  ],
  [
    'RC4 only',
    'KVNO Principal\n  2 HTTP/a.b@B (arcfour-hmac)',
    'warning rc4-disabled-etype: The keytab has only RC4-HMAC keys for HTTP/a.b@B; it cannot decrypt an AES ticket.',
  ],
  [
    'two versions',
    'KVNO Principal\n  3 HTTP/a.b@B (aes256-cts)\n  2 HTTP/a.b@B (arcfour-hmac)',
    'info linux-macos-clients: The keytab has keys of versions 2, 3 for HTTP/a.b@B (AES-256, RC4-HMAC).',
  ],
  ['a cache', fixture('mit-flags'), ''],
];

for (const [name, text, said] of ROWS) {
  test(`keytab: ${name}`, () => {
    assert.equal(saidBy(keytab, text), said);
  });
}
