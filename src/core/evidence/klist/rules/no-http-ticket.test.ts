import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noHttpTicket } from './no-http-ticket.ts';
import { fixture, saidBy } from '../testing/judged.ts';

/** [name, output, what the rule says: severity, article, sentence; '' for silence] */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    'complete list',
    fixture('windows-no-http'),
    'info klist-guide: imsdal holds 2 tickets, none of them for HTTP/.',
  ],
  [
    'cut list',
    fixture('windows-cut'),
    'info klist-guide: The paste shows 1 of 11 tickets of student366, and none for HTTP/.',
  ],
  [
    'German, ticket-granting ticket only',
    fixture('windows-german'),
    'info klist-guide: alice holds a ticket-granting ticket and no ticket for a web site.',
  ],
  [
    'MIT',
    fixture('mit-flags'),
    'info linux-macos-clients: jennifer holds a ticket-granting ticket and no ticket for a web site.',
  ],
  [
    'klist get of the ticket-granting ticket',
    fixture('get-success'),
    'info klist-guide: The paste shows 1 of 2 tickets of webapp01$, and none for HTTP/.',
  ],
  ['a ticket for a site', fixture('windows-http'), ''],
  ['no tickets', fixture('windows-empty'), ''],
];

for (const [name, text, said] of ROWS) {
  test(`noHttpTicket: ${name}`, () => {
    assert.equal(saidBy(noHttpTicket, text), said);
  });
}
