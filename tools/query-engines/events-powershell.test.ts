/**
 * The PowerShell queries to events: each parses, and counts what is in the made events of two domain
 * controllers, a third of which cannot be reached. Skipped where there is no PowerShell.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { ONLY, PAIRS, query, RANGE } from '../../src/core/evidence/event/testing/query-help.ts';
import { hasPowershell, type MadeEvent, mistakes, run } from './powershell.ts';

const options = { skip: hasPowershell ? false : 'no PowerShell here: install pwsh, or set PWSH' };

/** What Windows PowerShell 5.1 does not know. */
const NEWER = /\?\?|\?\.|&&|\|\||-Parallel|\s\?\s.*\s:\s/;

void test('every query parses, and in Windows PowerShell 5.1 as well', options, () => {
  const ids = PAIRS.filter(([engine]) => engine === 'powershell').map(([, id]) => id);
  const scripts = ids.flatMap((id) =>
    [{ range: RANGE, only: ONLY, machines: ["o'neil"] }, {}].map(
      (asked) => query('powershell', id, asked).text,
    ),
  );
  assert.equal(mistakes(...scripts, 'foreach (').length > 0, true);
  assert.deepEqual(mistakes(...scripts), []);
  for (const text of scripts) {
    assert.doesNotMatch(text.replace(/'(?:[^']|'')*'/g, "''"), NEWER);
  }
});

const ticket = (data: Record<string, string>, machine = 'dc1'): MadeEvent => ({
  machine,
  id: 4769,
  data: { TargetUserName: 'alex@CONTOSO.COM', IpAddress: '::ffff:10.0.0.1', ...data },
});
const made = (id: number, machine: string, data: Record<string, string>): MadeEvent => ({
  machine,
  id,
  data,
});

const EVENTS: readonly MadeEvent[] = [
  ticket({ ServiceName: 'HTTP/portal.contoso.com', Status: '0x7' }),
  ticket(
    { ServiceName: 'http/Portal.contoso.com', Status: '0x7', IpAddress: '::ffff:10.0.0.2' },
    'dc2',
  ),
  ticket({ ServiceName: 'svc-old', Status: '0xE' }),
  ticket({ ServiceName: 'svc-old', Status: '0x1B' }),
  ticket({ ServiceName: 'svc-old', Status: '0x0', TicketEncryptionType: '0x17' }),
  ticket({ ServiceName: 'svc-new', Status: '0x0', TicketEncryptionType: '0x12' }),
  // Refused: the encryption type of a ticket that there is not.
  ticket({ ServiceName: 'svc-new', Status: '0x20', TicketEncryptionType: '0x17' }),
  made(4771, 'dc1', { TargetUserName: 'kim', Status: '0x12', IpAddress: '::ffff:10.0.0.3' }),
  made(4771, 'dc2', { TargetUserName: 'kim', Status: '0x18', IpAddress: '::ffff:10.0.0.3' }),
  made(4768, 'dc1', {
    TargetUserName: 'alex',
    ServiceName: 'krbtgt',
    Status: '0x0',
    TicketEncryptionType: '0x12',
  }),
  made(4776, 'dc1', { TargetUserName: 'kim', Workstation: 'PC081', Status: '0xC0000234' }),
  made(4776, 'dc2', { TargetUserName: 'alex', Workstation: 'PC007', Status: '0x0' }),
  made(4740, 'dc2', { TargetUserName: 'kim', TargetDomainName: 'WEB01', SubjectUserName: 'DC2$' }),
  made(4625, 'WEB01', {
    TargetUserName: 'kim',
    Status: '0xc000006d',
    SubStatus: '0xc0000234',
    WorkstationName: 'PC081',
  }),
  made(4624, 'WEB01', {
    TargetUserName: 'alex',
    LmPackageName: 'NTLM V2',
    WorkstationName: 'PC007',
    IpAddress: '10.0.0.7',
  }),
  made(4624, 'WEB01', {
    TargetUserName: 'alex',
    LmPackageName: '-',
    WorkstationName: '-',
    IpAddress: '10.0.0.1',
  }),
  made(8004, 'dc1', {
    SChannelName: 'WEB01',
    UserName: 'alex',
    DomainName: 'CONTOSO',
    WorkstationName: 'PC007',
  }),
  made(4030, 'dc1', { TargetMachine: 'WEB01', Username: 'alex', RemoteClientMachine: 'PC007' }),
  made(4020, 'PC01', {
    Username: 'alex',
    NtlmUsageId: '7',
    NtlmUsageReason: 'An IP address.',
    TargetService: 'HTTP/10.0.0.7',
    ProcessName: 'msedge.exe',
  }),
  { machine: 'dc1', id: 203, provider: 'Kdcsvc', data: {} },
  { machine: 'dc1', id: 203, provider: 'Somebody-Else', data: {} },
];

/** The lines of the answer, each as its values without the times. */
function answer(id: string, asked = {}): string[] {
  const { out, warnings } = run(query('powershell', id, asked).text, EVENTS);
  assert.equal(warnings, '');
  return out
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block.startsWith('hits'))
    .map((block) =>
      block
        .split('\n')
        .filter((line) => !line.includes('_seen'))
        .map((line) => line.slice(line.indexOf(': ') + 2).trim())
        .join(' | '),
    )
    .sort();
}

const ANSWERS: readonly (readonly [id: string, lines: readonly string[]])[] = [
  [
    'failing-names',
    [
      '1 | 1 | 0xe KDC_ERR_ETYPE_NOSUPP | svc-old',
      '2 | 2 | 0x7 KDC_ERR_S_PRINCIPAL_UNKNOWN | http/portal.contoso.com',
    ],
  ],
  [
    'sign-ins',
    [
      '1 | 0x12 KDC_ERR_CLIENT_REVOKED | kim | 10.0.0.3',
      '1 | 0x18 KDC_ERR_PREAUTH_FAILED | kim | 10.0.0.3',
    ],
  ],
  ['rc4', ['1 | 1 | 4769 | 0x17 RC4-HMAC | svc-old']],
  ['rc4-kdc', ['1 | 203 | dc1']],
  ['ntlm', ['2 | web01 | alex | pc007']],
  ['ntlm-reasons', ['1 | 1 | 7 | an ip address. | http/10.0.0.7 | msedge.exe']],
  ['ntlm-validated', ['1 | alex | pc007']],
  ['ntlm-logons', ['1 | web01 | alex | 10.0.0.7 | pc007 | ntlm v2']],
  ['lockouts', ['1 | kim | web01 | dc2']],
  [
    'locked-out-use',
    [
      '1 | 4625 | web01 | kim | pc081 | ',
      '1 | 4771 | dc1 | kim |  | 10.0.0.3',
      '1 | 4776 | dc1 | kim | pc081 | ',
    ],
  ],
];

for (const [id, lines] of ANSWERS) {
  void test(`${id}: it counts these events and no others`, options, () => {
    assert.deepEqual(answer(id), lines);
  });
}

void test('names narrow the answer, however the events spell them', options, () => {
  assert.deepEqual(
    answer('failing-names', { only: { name: 'HTTP/portal.contoso.com@CONTOSO.COM' } }),
    ['2 | 2 | 0x7 KDC_ERR_S_PRINCIPAL_UNKNOWN | http/portal.contoso.com'],
  );
  assert.deepEqual(answer('failing-names', { only: { address: '10.0.0.2' } }).length, 1);
  assert.deepEqual(answer('rc4', { only: { account: 'CONTOSO\\svc-new' } }), []);
  assert.deepEqual(answer('lockouts', { only: { machine: '\\\\web01.contoso.com' } }).length, 1);
  assert.deepEqual(answer('lockouts', { only: { machine: 'web02' } }), []);
  assert.deepEqual(answer('lockouts', { only: { account: 'kim@contoso.com' } }).length, 1);
});

void test('machines that were not read are named, and so are those with no event', options, () => {
  const { out } = run(query('powershell', 'lockouts').text, EVENTS);
  assert.match(out, /dc1: no such event in this time/);
  assert.match(out, /dc3 was NOT read: .*RPC/);
  assert.match(out, /Events counted: 1\. Machines read: 2 of 3\./);
  const none = run(query('powershell', 'lockouts').text, []);
  assert.match(none.out, /Events counted: 0\. Machines read: 2 of 3\./);
});
