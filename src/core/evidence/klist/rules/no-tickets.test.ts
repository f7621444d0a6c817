import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noTickets } from './no-tickets.ts';
import { fixture, saidBy } from '../testing/judged.ts';

/** [name, output, what the rule says: severity, article, sentence; '' for silence] */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    'Windows',
    fixture('windows-empty'),
    'warning klist-guide: This logon session holds no Kerberos tickets, not even a ticket-granting ticket.',
  ],
  [
    'MIT',
    'klist: No credentials cache found (filename: /tmp/krb5cc_0)',
    'warning linux-macos-clients: There is no ticket cache for this user: nobody has run kinit, or the cache is elsewhere.',
  ],
  ['tickets', fixture('windows-german'), ''],
  ['a list that was cut', fixture('windows-cut'), ''],
  ['no session', fixture('winrm-no-session'), ''],
];

for (const [name, text, said] of ROWS) {
  test(`noTickets: ${name}`, () => {
    assert.equal(saidBy(noTickets, text), said);
  });
}
