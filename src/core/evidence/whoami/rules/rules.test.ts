import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decided } from '../../../../../tests/unit/decided.ts';
import { ticketBytes } from './token-size.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}.txt`, import.meta.url), 'utf8');

/** Microsoft's formula, [groups, of them long, bytes]. */
for (const [count, long, bytes] of [
  [0, 0, 1_200],
  [100, 0, 2_000],
  [100, 10, 2_320],
  [1_350, 0, 12_000],
] as const) {
  test(`${count} groups, ${long} of other domains`, () => {
    assert.equal(ticketBytes({ count, long }), bytes);
  });
}

const GROUPS = (count: number) =>
  `PS C:\\> (Get-ADPrincipalGroupMembership alice).Count\n${count}\n`;

/** [what, text, verdict, checks, words of the verdict] */
const ROWS: readonly (readonly [string, string, string, string, RegExp])[] = [
  [
    'NTLM',
    fixture('ntlm-rows'),
    'warning whoami.ntlm kerberos-or-ntlm',
    'client-sent failed',
    /This session was authenticated with NTLM \(S-1-5-64-10\)\.$/,
  ],
  [
    'a network logon with NTLM',
    fixture('groups-german'),
    'warning whoami.ntlm kerberos-or-ntlm',
    'client-sent failed, header-size known',
    /authenticated with NTLM/,
  ],
  [
    'signed in with NTLM',
    'NT AUTHORITY\\INTERACTIVE Well-known group S-1-5-4 Mandatory group, Enabled by default, Enabled group\nNT AUTHORITY\\NTLM Authentication Well-known group S-1-5-64-10 Mandatory group, Enabled by default, Enabled group\n',
    'warning whoami.ntlm-interactive kerberos-or-ntlm',
    'client-sent known',
    /no ticket-granting ticket/,
  ],
  [
    'all groups',
    fixture('all'),
    'info whoami.token-size token-bloat-groups',
    'client-sent known, header-size known',
    /3 groups of domains: a ticket has about 1,256 bytes\.$/,
  ],
  [
    'very many groups',
    GROUPS(1_400),
    'warning whoami.token-size token-bloat-groups',
    'header-size known',
    /1,400 groups.*12,400 bytes, more than fits/,
  ],
  [
    'a pool',
    'C:\\>whoami\niis apppool\\portal\n',
    'info whoami.identity who-am-i-on-the-server',
    'client-sent known',
    /iis apppool\\portal is a built-in identity/,
  ],
  [
    'a service that is anonymous on the network',
    'C:\\>whoami\nnt authority\\local service\n',
    'info whoami.identity who-am-i-on-the-server',
    'client-sent known',
    /anonymous on the network/,
  ],
  [
    'a service, German',
    'C:\\>whoami\nnt-autorität\\netzwerkdienst\n',
    'info whoami.identity who-am-i-on-the-server',
    'client-sent known',
    /it is the computer account/,
  ],
  [
    'a person',
    'C:\\>whoami\ncontoso\\alice\n',
    'info whoami.identity who-am-i-on-the-server',
    'client-sent known',
    /contoso\\alice is the identity/,
  ],
];

for (const [name, text, verdict, checks, words] of ROWS) {
  test(name, async () => {
    const { findings, first, checks: settled } = await decided(text);
    assert.equal(findings[0], verdict, findings.join('\n'));
    assert.equal(settled, checks);
    assert.match(first?.title ?? '', words);
    assert.deepEqual(
      findings.filter((one) => one.includes(' code.')),
      [],
    );
  });
}

test('a list of all groups without NTLM', async () => {
  const { titles } = await decided(fixture('all'));
  assert.match(titles.join('\n'), /contoso\\alice was not authenticated with NTLM/);
});
