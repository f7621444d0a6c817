import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rc4OtherTicket } from './rc4-other-ticket.ts';
import { fixture, saidBy, ticket } from '../testing/judged.ts';

/** [name, output, what the rule says: severity, article, sentence; '' for silence] */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    'a database',
    fixture('windows-cut'),
    'warning rc4-disabled-etype: The ticket for MSSQLSVC/dcorp-mgmt.dollarcorp.moneycorp.local is encrypted with RC4-HMAC, which updated domain controllers no longer use by default.',
  ],
  ['the ticket-granting ticket', fixture('windows-french-old'), ''],
  ['a site, which has a rule of its own', ticket('HTTP/a.contoso.com', 'RSADSI RC4-HMAC(NT)'), ''],
  ['AES', fixture('windows-no-http'), ''],
];

for (const [name, text, said] of ROWS) {
  test(`rc4OtherTicket: ${name}`, () => {
    assert.equal(saidBy(rc4OtherTicket, text), said);
  });
}
