/** What each rule says of an event: from the paste to the verdict and the checks that it settles. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decided } from '../../../../../tests/unit/decided.ts';
import { FactBase } from '../../../facts/fact-base.ts';
import type { Fact } from '../../../facts/fact.ts';
import { fixture } from '../testing/brief.ts';
import { EVENT_RULES } from './rules.ts';

/** [name, fixture or text, verdict, words of its title, checks] */
type Row = readonly [string, string, string, RegExp, string];

const security = (
  id: number,
  values: Readonly<Record<string, string>>,
  computer = 'web01.contoso.com',
) =>
  `<Event><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>${id}</EventID><Computer>${computer}</Computer></System><EventData>${data(values)}</EventData></Event>`;
const from = (provider: string, id: number, values: Readonly<Record<string, string>> = {}) =>
  `<Event><System><Provider Name="${provider}"/><EventID>${id}</EventID></System><EventData>${data(values)}</EventData></Event>`;
const data = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([name, value]) => `<Data Name="${name}">${value}</Data>`)
    .join('');

const failed = (status: string, sub = '0x0', more: Readonly<Record<string, string>> = {}) =>
  security(4625, {
    TargetUserName: 'alex',
    TargetDomainName: 'CONTOSO',
    Status: status,
    SubStatus: sub,
    LogonType: '3',
    AuthenticationPackageName: 'Negotiate',
    WorkstationName: 'PC081',
    IpAddress: '10.0.0.81',
    ...more,
  });
const ticket = (status: string, service = 'HTTP/portal.contoso.com', etype = '0xffffffff') =>
  security(4769, {
    TargetUserName: 'alex@CONTOSO.COM',
    ServiceName: service,
    TicketEncryptionType: etype,
    Status: status,
  });
const signIn = (status: string, etype = '0xffffffff') =>
  security(4768, {
    TargetUserName: 'alex',
    Status: status,
    TicketEncryptionType: etype,
    PreAuthType: '2',
  });
const ntlm = (id: number, values: Readonly<Record<string, string>>) =>
  from('Microsoft-Windows-NTLM', id, values);

const LOGONS: readonly Row[] = [
  [
    'a wrong password',
    failed('0xc000006d', '0xc000006a'),
    'error event.logon-failed 401-1-bad-credentials',
    /^CONTOSO\\alex could not log on from 10\.0\.0\.81: the password is wrong \(STATUS_WRONG_PASSWORD\)\.$/,
    '',
  ],
  [
    'no such user',
    failed('0xc000006d', '0xc0000064'),
    'error event.logon-failed 401-1-bad-credentials',
    /the account does not exist/,
    '',
  ],
  [
    'a disabled account',
    failed('0xC000006E', '0xC0000072'),
    'error event.logon-failed 401-1-bad-credentials',
    /STATUS_ACCOUNT_RESTRICTION/,
    '',
  ],
  [
    'a locked account',
    failed('0xc0000234'),
    'error event.logon-failed account-lockout-from-iis',
    /the account is locked/,
    '',
  ],
  [
    'the channel binding, with Kerberos',
    failed('0xc000035b', '0x0', { LogonProcessName: 'Kerberos' }),
    'error event.logon-failed-kerberos extended-protection-401',
    /with Kerberos/,
    'client-sent passed, nothing-between failed',
  ],
  [
    'NTLM that is blocked',
    failed('0x80090302', '0xc0000418', { LmPackageName: 'NTLM V2' }),
    'error event.logon-failed-ntlm ntlm-disabled-or-blocked',
    /NTLM authentication has been disabled \(STATUS_NTLM_BLOCKED\)/,
    'client-sent failed',
  ],
  [
    'a right that is missing',
    failed('0xc000015b'),
    'error event.logon-failed logon-rights',
    /logon type/,
    '',
  ],
  [
    'no domain controller',
    failed('0xc000005e'),
    'error event.logon-failed dc-reachability',
    /STATUS_NO_LOGON_SERVERS/,
    'domain-controller failed',
  ],
  [
    'the clock',
    failed('0xc0000133'),
    'error event.logon-failed clock-skew',
    /clocks/,
    'clocks failed',
  ],
  [
    'the account of the computer is gone',
    failed('0xc000018b'),
    'error event.logon-failed secure-channel-broken',
    /no account for this computer/,
    'trusted-domains failed',
  ],
  [
    'a status that nobody knows',
    failed('0xc0009999'),
    'error event.logon-failed events-security',
    /0xC0009999/,
    '',
  ],
  [
    'a service, not the site',
    failed('0xc000006d', '0xc000006a', { LogonType: '5' }),
    'warning event.logon-failed 401-1-bad-credentials',
    /password is wrong/,
    '',
  ],
  [
    'a sentence without values',
    'An account failed to log on.',
    'info event.known 401-1-bad-credentials',
    /Event .* of Security-Auditing/,
    '',
  ],
  [
    'a paste without the status',
    'An account failed to log on.\nLogon Type: 3\nAccount Name: alex',
    'warning event.logon-failed 401-1-bad-credentials',
    /Status and Sub Status, which are not in this paste/,
    '',
  ],
  [
    'loopback, of 2003',
    fixture('537-loopback.txt'),
    'error event.loopback-logon loopback-check',
    /not the password/,
    'two-machines failed',
  ],
  [
    'loopback, now',
    failed('0xc000006d', '0x0', { WorkstationName: 'WEB01', AuthenticationPackageName: 'NTLM' }),
    'error event.loopback-logon loopback-check',
    /NTLM from web01/,
    'two-machines failed',
  ],
  [
    'the same from another computer',
    failed('0xc000006d', '0x0', { AuthenticationPackageName: 'NTLM' }),
    'error event.logon-failed-ntlm 401-1-bad-credentials',
    /reason is kept back/,
    'client-sent failed',
  ],
  [
    'a wrong password on the server itself',
    failed('0xc000006d', '0xc000006a', {
      WorkstationName: 'WEB01',
      AuthenticationPackageName: 'NTLM',
    }),
    'error event.logon-failed-ntlm 401-1-bad-credentials',
    /password is wrong/,
    'client-sent failed',
  ],
  [
    '529 without a status',
    'Event Source: Security\nEvent ID: 531\nUser Name: alex\nDomain: CONTOSO',
    'error event.logon-failed 401-1-bad-credentials',
    /the account is disabled/,
    '',
  ],
  [
    'Kerberos',
    security(4624, {
      LogonType: '3',
      AuthenticationPackageName: 'Kerberos',
      TargetUserName: 'alex',
    }),
    'ok event.logon-kerberos kerberos-or-ntlm',
    /^alex logged on with Kerberos/,
    'client-sent passed',
  ],
  [
    'NTLM behind Negotiate',
    security(4624, {
      LogonType: '3',
      AuthenticationPackageName: 'Negotiate',
      LmPackageName: 'NTLM V2',
      TargetUserName: 'alex',
    }),
    'warning event.logon-ntlm ntlm-fallback-reasons',
    /NTLM V2/,
    'client-sent failed',
  ],
  [
    'nobody',
    security(4624, {
      LogonType: '3',
      AuthenticationPackageName: 'NTLM',
      TargetUserName: 'ANONYMOUS LOGON',
      TargetDomainName: 'NT AUTHORITY',
    }),
    'info event.logon-anonymous client-no-credentials',
    /anonymous logon/,
    '',
  ],
  [
    'Basic',
    security(4624, {
      LogonType: '8',
      AuthenticationPackageName: 'Negotiate',
      TargetUserName: 'alex',
    }),
    'info event.logon-other kerberos-or-ntlm',
    /clear text/,
    '',
  ],
  [
    'the console',
    security(4624, {
      LogonType: '2',
      AuthenticationPackageName: 'Kerberos',
      TargetUserName: 'alex',
    }),
    'info event.logon-other events-security',
    /logon type 2/,
    '',
  ],
  [
    'the credentials of another user',
    security(4648, {
      TargetUserName: 'alex',
      SubjectUserName: 'svc01',
      TargetServerName: 'localhost',
      ProcessName: 'C:\\Windows\\System32\\inetsrv\\w3wp.exe',
    }),
    'info event.explicit-logon events-security',
    /^w3wp\.exe of svc01 used the credentials of alex\. In a worker process/,
    '',
  ],
  [
    'a member of Protected Users',
    security(4822, { AccountName: 'alex', DeviceName: 'PC081' }),
    'error event.account-policy-refused ntlm-disabled-or-blocked',
    /alex is in Protected Users/,
    '',
  ],
];

const TICKETS: readonly Row[] = [
  [
    'no SPN',
    ticket('0x7'),
    'error event.ticket-refused spn-missing',
    /no ticket for HTTP\/portal\.contoso\.com: no account holds it/,
    'ticket-issued failed',
  ],
  [
    'two owners',
    ticket('0x8'),
    'error event.ticket-refused spn-duplicate',
    /more than one account/,
    'ticket-issued failed, one-owner failed',
  ],
  [
    'no encryption type',
    ticket('0xE'),
    'error event.ticket-refused rc4-disabled-etype',
    /encryption type in common/,
    'ticket-issued failed, encryption-type failed',
  ],
  [
    'zero-padded',
    ticket('0x0000000e'),
    'error event.ticket-refused rc4-disabled-etype',
    /KDC_ERR_ETYPE_NOSUPP/,
    'ticket-issued failed, encryption-type failed',
  ],
  [
    'the clock',
    ticket('0x25'),
    'error event.ticket-refused clock-skew',
    /clocks/,
    'clocks failed, ticket-issued failed',
  ],
  [
    'an account without SPN',
    ticket('0x1B', 'alex'),
    'error event.user-to-user-required spn-missing',
    /no ticket for alex/,
    'ticket-issued failed, one-owner failed',
  ],
  ['delegation', ticket('0xD'), 'error event.ticket-refused kcd-rbcd', /KDC_ERR_BADOPTION/, ''],
  [
    'a ticket that ran out',
    ticket('0x20'),
    'info event.ticket-refused ticket-expired',
    /expired/,
    '',
  ],
  [
    'another service',
    ticket('0x7', 'MSSQLSvc/sql01.contoso.com'),
    'error event.ticket-refused-other-service spn-missing',
    /MSSQLSVC\/sql01/,
    '',
  ],
  [
    'issued with AES',
    ticket('0x0', 'svc-portal', '0x12'),
    'ok event.ticket-issued spn-identity-match',
    /a service of svc-portal .* encrypted with AES-256/,
    'ticket-issued passed, one-owner known, encryption-type passed',
  ],
  [
    'issued with RC4',
    ticket('0x0', 'svc-portal', '0x17'),
    'warning event.ticket-issued-weak rc4-disabled-etype',
    /RC4-HMAC/,
    'ticket-issued passed, one-owner known, encryption-type failed',
  ],
  [
    'a ticket for the KDC',
    ticket('0x0', 'krbtgt', '0x17'),
    'info event.ticket-issued-krbtgt events-security',
    /none for a site/,
    '',
  ],
  [
    'the user is unknown',
    signIn('0x6'),
    'error event.sign-in-refused 401-1-bad-credentials',
    /does not know the user/,
    'domain-controller known, ticket-issued failed',
  ],
  [
    'the user is disabled',
    signIn('0x00000012'),
    'error event.sign-in-refused 401-1-bad-credentials',
    /disabled, locked or expired/,
    'domain-controller known, ticket-issued failed',
  ],
  [
    'the password',
    security(4771, { TargetUserName: 'alex', Status: '0x18', PreAuthType: '2' }),
    'error event.sign-in-attempt 401-1-bad-credentials',
    /password is wrong/,
    'domain-controller known',
  ],
  [
    'the first answer',
    signIn('0x19'),
    'info event.sign-in-attempt events-security',
    /normal first answer/,
    'domain-controller known',
  ],
  [
    'a smart card',
    fixture('4771-viewer-dashes.xml'),
    'error event.sign-in-refused events-security',
    /used a certificate/,
    'domain-controller known, ticket-issued failed',
  ],
  [
    'signed in',
    signIn('0x0', '0x12'),
    'ok event.sign-in events-security',
    /ticket-granting ticket to alex, encrypted with AES-256\.$/,
    'domain-controller known, clocks known',
  ],
  [
    'signed in with RC4',
    signIn('0x0', '0x17'),
    'warning event.sign-in-weak rc4-disabled-etype',
    /RC4-HMAC/,
    'domain-controller known, clocks known, encryption-type known',
  ],
];

const KERBEROS: readonly Row[] = [
  [
    'MODIFIED, another computer',
    fixture('kerberos-4-bare.txt'),
    'error event.decrypt-failed krb-ap-err-modified',
    /^web02\$ got a ticket for HOST\/web01\.contoso\.com .* DNS/,
    'ticket-issued known, decrypting-account failed',
  ],
  [
    'MODIFIED, the account',
    fixture('kerberos-4-event-viewer.txt'),
    'error event.decrypt-failed krb-ap-err-modified',
    /^svc-portal got a ticket for HTTP\/portal\.contoso\.com .* another account, or its password differs\.$/,
    'ticket-issued known, decrypting-account failed',
  ],
  [
    'an error on the client',
    from('Microsoft-Windows-Security-Kerberos', 3, {
      ErrorCode: '0x7',
      TargetName: 'HTTP/portal.contoso.com@CONTOSO.COM',
    }),
    'error event.kerberos-error spn-missing',
    /KDC_ERR_S_PRINCIPAL_UNKNOWN for HTTP\/portal\.contoso\.com: no account holds it/,
    'ticket-issued failed',
  ],
  [
    'a name that nobody holds',
    from('Microsoft-Windows-Security-Kerberos', 100, { SPN: 'HTTP/portal.contoso.com' }),
    'error event.unknown-name spn-missing',
    /No account holds HTTP\/portal/,
    'ticket-issued failed',
  ],
  [
    'a name that several hold',
    from('Microsoft-Windows-Kerberos-Key-Distribution-Center', 11, {
      Name: 'HTTP/portal.contoso.com',
    }),
    'error event.duplicate-name spn-duplicate',
    /More than one account holds HTTP\/portal/,
    'one-owner failed',
  ],
  [
    'a key that is missing',
    fixture('kdc-14.txt'),
    'error event.key-missing rc4-disabled-etype',
    /asked for AES-256, AES-128 and DES, the account has RC4\.$/,
    'encryption-type failed',
  ],
  [
    'a setting that forbids a key',
    fixture('wevtutil-kdc.txt').split('Event[1]')[0] ?? '',
    'error event.key-missing rc4-disabled-etype',
    /RC4 is on both lists, so a setting forbids it/,
    'encryption-type failed',
  ],
  [
    'RC4 that will be refused',
    fixture('kdcsvc-201.txt'),
    'warning event.weak-ticket rc4-disabled-etype',
    /PC081\$ offers no AES/,
    'encryption-type failed',
  ],
  [
    'RC4 that was refused',
    from('Kdcsvc', 204, { ServiceName: 'svc-portal' }),
    'error event.weak-ticket-blocked rc4-disabled-etype',
    /refused a ticket for svc-portal: the account has no AES keys/,
    'ticket-issued failed, encryption-type failed',
  ],
  [
    'weak types let in',
    'Source: Kdcsvc\nEvent ID: 205',
    'warning event.weak-types-allowed rc4-disabled-etype',
    /DefaultDomainSupportedEncTypes/,
    '',
  ],
  [
    'a KDC event with nothing more to say',
    'Source: Microsoft-Windows-Kerberos-Key-Distribution-Center\nEvent ID: 43',
    'info event.known pac-validation',
    /Event 43/,
    '',
  ],
];

const NTLM: readonly Row[] = [
  [
    'validated',
    security(4776, { TargetUserName: 'alex', Workstation: 'PC081', Status: '0x0' }),
    'info event.ntlm-validated ntlm-audit-inventory',
    /alex from pc081 was checked with NTLM and was right/,
    'client-sent failed',
  ],
  [
    'refused',
    security(4776, { TargetUserName: 'alex', Status: '0xc000006a' }),
    'error event.ntlm-refused 401-1-bad-credentials',
    /password is wrong/,
    'client-sent failed',
  ],
  [
    'audited on a domain controller',
    fixture('ntlm-8004.xml'),
    'info event.ntlm-use ntlm-audit-inventory',
    /^CONTOSO\\alex from pc081 authenticated to WEB01 with NTLM\./,
    'client-sent failed',
  ],
  [
    'blocked on the server',
    ntlm(4002, { ProcessName: 'System' }),
    'error event.ntlm-use-blocked ntlm-disabled-or-blocked',
    /A policy blocked NTLM/,
    'client-sent failed',
  ],
  [
    'an address',
    fixture('ntlm-4020.txt'),
    'warning event.ntlm-use-address ntlm-fallback-reasons',
    /IP address/,
    'client-sent failed, requested-name failed',
  ],
  [
    'the words, and not the number',
    ntlm(4021, {
      NtlmUsageId: '10',
      NtlmUsageReason: 'The target name could not be resolved by Kerberos or other protocols.',
      TargetService: 'HTTP/portal.contoso.com',
    }),
    'warning event.ntlm-use-unknown spn-missing',
    /no account for the name/,
    'client-sent failed, ticket-issued failed',
  ],
  [
    'the number, where there are no words',
    ntlm(4020, { NtlmUsageId: '9' }),
    'warning event.ntlm-use-no-dc dc-reachability',
    /no domain controller/,
    'client-sent failed, domain-controller failed',
  ],
  [
    'loopback',
    ntlm(4020, { NtlmUsageReason: 'NTLM was called over loopback.' }),
    'warning event.ntlm-use-loopback loopback-check',
    /one computer/,
    'client-sent failed, two-machines failed',
  ],
  [
    'the program',
    ntlm(4020, { NtlmUsageReason: 'NTLM was called directly by the calling application.' }),
    'warning event.ntlm-use-direct ntlm-fallback-reasons',
    /asked for NTLM itself/,
    'client-sent failed',
  ],
];

const SYSTEM: readonly Row[] = [
  [
    'the loopback check',
    fixture('lsasrv-6037-bare.txt'),
    'error event.loopback-refused loopback-check',
    /^w3wp\.exe asked its own computer/,
    'two-machines failed',
  ],
  [
    'LsaSrv with a code',
    fixture('lsasrv-40960.xml'),
    'error event.authentication-error account-lockout-from-iis',
    /with Kerberos: the account is locked/,
    '',
  ],
  [
    'LsaSrv without',
    'Source: LsaSrv\nEvent ID: 40961\nThe Security System could not establish a secured connection with the server HTTP/portal.contoso.com. No authentication protocol was available.',
    'warning event.authentication-error events-security',
    /HTTP\/portal\.contoso\.com/,
    '',
  ],
  [
    'Netlogon',
    fixture('netlogon-3210-5722.txt'),
    'error case.secure-channel-broken secure-channel-broken',
    /event 3210 of Netlogon/,
    'trusted-domains failed',
  ],
  [
    'Netlogon without a domain controller',
    fixture('rendered.xml'),
    'error case.no-secure-channel dc-reachability',
    /to WINDOMAIN is not up/,
    'trusted-domains failed, domain-controller failed',
  ],
  [
    'a pool',
    fixture('was-5021-doubled.txt'),
    'error event.worker-process-failed 503-pool-identity-logon',
    /account of Portal Administration cannot log on/,
    '',
  ],
  [
    'a pool, with the error in the data',
    fixture('was-5021-data.txt'),
    'error event.worker-process-failed 503-pool-identity-logon',
    /granted .* \(ERROR_LOGON_TYPE_NOT_GRANTED\)/,
    '',
  ],
  [
    'a pool that failed too often',
    "Application pool 'Portal' is being automatically disabled due to a series of failures in the process(es) serving that application pool.",
    'error event.worker-process-failed 503-pool-identity-logon',
    /Portal was stopped/,
    '',
  ],
  [
    'a binding',
    fixture('httpevent-15021.txt'),
    'error event.tls-binding collect-server-state',
    /0\.0\.0\.0:444/,
    '',
  ],
  [
    'an alert',
    'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 48.',
    'info event.tls-failed events-security',
    /alert 48, an unknown certificate authority/,
    '',
  ],
];

for (const [name, text, verdict, title, checks] of [
  ...LOGONS,
  ...TICKETS,
  ...KERBEROS,
  ...NTLM,
  ...SYSTEM,
]) {
  test(`${verdict.split(' ')[1] ?? ''}: ${name}`, async () => {
    const { findings, first, checks: settled } = await decided(text);
    assert.equal(findings[0], verdict);
    assert.match(first?.title ?? '', title);
    assert.equal(settled, checks);
  });
}

test('events that say the same are one finding, with all their places', async () => {
  const { first } = await decided(`${failed('0xc000006d', '0xc000006a')}\n`.repeat(3));
  assert.match(first?.title ?? '', /\(3 times\)/);
  assert.equal(first?.evidence.length, 3);
});

test('an event that a rule tells about is not told again', async () => {
  const { findings } = await decided(fixture('4769-event-viewer.txt'));
  assert.deepEqual(findings, ['error event.ticket-refused spn-missing']);
});

test('a hostile name gets into no command', async () => {
  const { first } = await decided(ticket('0x7', 'HTTP/a|calc'));
  const commands = (first?.next ?? []).flatMap((step) => ('run' in step ? [step.run] : []));
  assert.ok(
    commands.every((line) => !line.includes('|')),
    commands.join('\n'),
  );
});

test('every rule has an id of its kind, and is silent without its facts', () => {
  const empty = new FactBase([{ id: '1', text: '' }], {
    kinds: [],
    tokens: [],
    facts: [] as Fact[],
  });
  for (const rule of EVENT_RULES) {
    assert.match(rule.id, /^event\./);
    assert.ok(rule.says.endsWith('.'), rule.says);
    assert.deepEqual(rule.judge(empty), [], rule.id);
  }
});
