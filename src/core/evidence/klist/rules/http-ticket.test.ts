import assert from 'node:assert/strict';
import { test } from 'node:test';
import { httpTicket } from './http-ticket.ts';
import { findingsOf, fixture, saidBy, ticket } from '../testing/judged.ts';

/** [name, output, what the rule says: severity, article, sentence; '' for silence] */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    'documentation of a lab',
    fixture('windows-http'),
    'info klist-guide: imsdal holds a Kerberos ticket for HTTP/vmhybrid01.lab.local, encrypted with AES-256 and issued by vmhybrid01.lab.local.',
  ],
  [
    'macOS',
    fixture('heimdal-verbose'),
    'info linux-macos-clients: stevel holds a Kerberos ticket for HTTP/devix.cotham.uk, encrypted with AES-256.',
  ],
  [
    'two sites',
    ticket('HTTP/a.contoso.com') + ticket('HTTP/b.contoso.com').replace('#0', '#1'),
    'info klist-guide: alice holds a Kerberos ticket for HTTP/a.contoso.com and 1 more, encrypted with AES-256.',
  ],
  [
    'the same ticket twice',
    ticket('HTTP/a.contoso.com') + ticket('HTTP/A.contoso.com'),
    'info klist-guide: alice holds a Kerberos ticket for HTTP/a.contoso.com, encrypted with AES-256.',
  ],
  [
    'retrieved',
    'A ticket to HTTP/a.contoso.com has been retrieved successfully.',
    'info klist-guide: The client holds a Kerberos ticket for HTTP/a.contoso.com.',
  ],
  ['no ticket for a site', fixture('windows-no-http'), ''],
  ['a refusal for a site', fixture('get-no-spn'), ''],
];

for (const [name, text, said] of ROWS) {
  test(`httpTicket: ${name}`, () => {
    assert.equal(saidBy(httpTicket, text), said);
  });
}

test('commands have the name of the evidence, unless it could be part of a command', () => {
  const commandsFor = (server: string) =>
    findingsOf(httpTicket, ticket(server)).flatMap(({ next = [] }) =>
      next.flatMap((step) => ('run' in step ? [String(step.run)] : [])),
    );
  assert.equal(commandsFor('HTTP/a.contoso.com')[0], 'setspn -F -Q HTTP/a.contoso.com');
  assert.equal(commandsFor('HTTP/a&calc')[0], 'setspn -F -Q <SPN>');
});
