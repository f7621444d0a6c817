import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rc4Ticket } from './rc4-ticket.ts';
import { fixture, judged, saidBy, ticket } from '../testing/judged.ts';

/** [name, output, what the rule says: severity, article, sentence; '' for silence] */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    'RC4',
    ticket('HTTP/a.contoso.com', 'RSADSI RC4-HMAC(NT)'),
    'warning rc4-disabled-etype: The ticket for HTTP/a.contoso.com is encrypted with RC4-HMAC, which updated domain controllers no longer use by default.',
  ],
  [
    'DES',
    ticket('HTTP/a.contoso.com', 'Kerberos DES-CBC-MD5'),
    'warning rc4-disabled-etype: The ticket for HTTP/a.contoso.com is encrypted with DES-CBC-MD5, which updated domain controllers no longer use by default.',
  ],
  ['AES', fixture('windows-http'), ''],
  ['RC4 of a database', fixture('windows-cut'), ''],
  ['RC4 of the ticket-granting ticket', fixture('windows-french-old'), ''],
];

for (const [name, text, said] of ROWS) {
  test(`rc4Ticket: ${name}`, () => {
    assert.equal(saidBy(rc4Ticket, text), said);
  });
}

test('AES tickets for sites rule it out; other tickets and unknown types do not', () => {
  assert.ok('ruledOut' in judged(rc4Ticket, fixture('windows-http')));
  assert.deepEqual(judged(rc4Ticket, fixture('windows-no-http')), []);
  assert.deepEqual(judged(rc4Ticket, ticket('HTTP/a', 'Unknown (-1)')), []);
});
