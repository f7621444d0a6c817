/** Facts in words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../index.ts';
import type { Fact } from './fact.ts';
import { factRow } from './fact-row.ts';
import { accountOf } from './names.ts';

const at = { start: 0, end: 1 };
const spn = { service: 'HTTP', host: 'portal.contoso.com' };

const ROWS: readonly [Fact, kind: string, value: string][] = [
  [
    { kind: 'spnOwner', spn, account: accountOf('CONTOSO\\svc-old'), isComputer: false, at },
    'Owner of an SPN',
    'HTTP/portal.contoso.com; account: CONTOSO\\svc-old; computer: no',
  ],
  [
    {
      kind: 'ticket',
      spn: { ...spn, realm: 'CONTOSO.COM' },
      seen: 'cache',
      etype: 18,
      etypeAt: at,
      at,
    },
    'Kerberos ticket',
    'HTTP/portal.contoso.com@CONTOSO.COM; seen in: cache; encryption type: AES-256 (18)',
  ],
  [
    { kind: 'ticketCacheUnreadable', code: 0xc000005f, space: 'ntstatus', at },
    'Ticket cache that could not be read',
    '0xC000005F; space: ntstatus',
  ],
  [{ kind: 'ipListen', addresses: [], at }, 'Addresses that HTTP.sys listens on', 'none'],
  [
    {
      kind: 'configCommand',
      section: 'windowsAuthentication',
      sets: [{ name: 'enabled', value: 'True' }],
      at,
    },
    'Configuration command',
    'windowsAuthentication; sets: enabled True',
  ],
];

for (const [fact, kind, value] of ROWS) {
  test(`a fact in words: ${kind}`, () => {
    assert.deepEqual(factRow(fact), { kind, value, at });
  });
}

test('what setspn prints is a list of facts, each with its place', async () => {
  const text =
    'Checking domain DC=contoso,DC=com\nCN=svc-old,OU=Service,DC=contoso,DC=com\n\tHTTP/portal.contoso.com\n\nExisting SPN found!\n';
  const { facts } = await decode(text);
  const rows = facts.map(factRow);
  const owner = rows.find((row) => row.kind === 'Owner of an SPN');
  assert.match(owner?.value ?? '', /^HTTP\/portal\.contoso\.com; account: CN=svc-old/);
  assert.ok(rows.every((row) => row.at.end > row.at.start && !row.value.includes('[object')));
});
