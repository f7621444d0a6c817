/**
 * The rules that need two pieces of evidence: evidence that must trigger each, with proof from every source
 * that it takes, and evidence that looks like it and must not.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCase } from '../../index.ts';
import { sampleText } from '../testing/sample-text.ts';
import * as text from '../testing/evidence-texts.ts';

const PORTAL = 'HTTP/portal.contoso.com';
const DELEGATE = '0x40a50000 -> forwardable renewable pre_authent ok_as_delegate name_canonicalize';
const SVC = { user: 'CONTOSO\\svc-portal' };
const WRONG_PASSWORD = { status: '0xC000006D', subStatus: '0xC000006A' };
const OWN_ROW = '08:15:02 401 1 2148074252 - 10.0.0.4';
const EXEMPT = `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Lsa]
"DisableLoopbackCheck"=dword:00000001
`;
const NTLM_GROUP = `C:\\>whoami /groups

Group Name                                  Type             SID          Attributes
=========================================== ================ ============ =============================
Everyone                                    Well-known group S-1-1-0      Mandatory group, Enabled group
NT AUTHORITY\\NETWORK                        Well-known group S-1-5-2      Mandatory group, Enabled group
NT AUTHORITY\\NTLM Authentication            Well-known group S-1-5-64-10  Mandatory group, Enabled group
`;
const BLOCKED_RC4 = text.event(
  'Kdcsvc',
  203,
  'The Key Distribution Center blocked RC4-HMAC-NT usage.\n\nAccount Information\n\tAccount Name: alex\nService Information:\n\tService Name: svc-portal\n',
  'dc01.contoso.com',
);

type Row = readonly [name: string, sources: readonly string[], first: string, title?: RegExp];

/** The verdict comes first, and its proof is in all sources. */
const TRIGGERS: readonly Row[] = [
  [
    '1: setspn and config',
    [text.setspn(PORTAL, 'svc-old'), text.config(SVC)],
    'case.other-account-decrypts',
  ],
  [
    '1: 4769 and config',
    [text.event4769('svc-old'), text.config(SVC)],
    'case.issued-to-other-account',
  ],
  [
    '1: event 4 and setspn',
    [text.decryptFailed('svc-portal', PORTAL), text.setspn(PORTAL, 'svc-old')],
    'case.not-the-owner',
  ],
  [
    '1: event 4 of the holder',
    [text.decryptFailed('svc-portal', PORTAL), text.setspn(PORTAL, 'svc-portal')],
    'case.owner-with-other-key',
  ],
  [
    '1: KRB-ERROR and setspn',
    [sampleText('krb-error-modified'), text.setspn(PORTAL, 'svc-old')],
    'case.not-the-owner',
  ],
  [
    '2: KDC 16 and the account',
    [
      text.keyMissing('svc-portal', PORTAL, '18 17', '23 -133'),
      text.directoryUser('svc-portal', 24),
    ],
    'case.encryption-types',
    /no AES key/,
  ],
  [
    '2: both sides, and the setting forbids',
    [
      text.keyMissing('svc-portal', PORTAL, '18 17', '18 17 23'),
      text.directoryUser('svc-portal', 4),
    ],
    'case.encryption-types',
    /does not allow/,
  ],
  [
    '2: the client has no AES',
    [text.keyMissing('svc-portal', PORTAL, '23', '18 17'), text.directoryUser('svc-portal', 24)],
    'case.encryption-types',
    /client offers no AES/,
  ],
  [
    '2: 4769 with RC4',
    [text.event4769('svc-portal', '0x0', '0x17'), text.directoryUser('svc-portal', 24)],
    'case.encryption-types',
  ],
  [
    '2: an AES ticket that is older',
    [text.event4769('svc-portal'), text.directoryUser('svc-portal', 4)],
    'ad-object.rc4-only',
  ],
  [
    '3: 4769 0x7 and NTLM rows',
    [text.event4769(PORTAL, '0x7'), text.ntlmLog],
    'case.why-ntlm-unknown',
    /1 s apart/,
  ],
  ['3: 4769 0x8', [text.event4769(PORTAL, '0x8'), text.ntlmLog], 'case.why-ntlm-duplicate'],
  ['3: 4769 0xE', [text.event4769(PORTAL, '0xE'), text.ntlmLog], 'case.why-ntlm-etype'],
  [
    '3: 4769 0x1B',
    [text.event4769('svc-portal', '0x1B'), text.ntlmLog],
    'case.why-ntlm-no-spn-account',
  ],
  [
    '3: 4769 0x25 and 401.2 only',
    [text.event4769(PORTAL, '0x25'), text.log('08:15:02 401 2 5', '08:17:09 401 2 5')],
    'case.why-ntlm-clocks',
    /401\.2 and no credentials/,
  ],
  ['3: klist get', [text.klistRefused(PORTAL), text.ntlmLog], 'case.why-ntlm-unknown'],
  [
    '4: 4769 0x0 and 401.1',
    [text.event4769('svc-portal'), text.log('08:15:02 401 1 2148074248')],
    'case.kdc-not-at-fault',
    /event 4625/,
  ],
  [
    '5: 4625 and Require',
    [text.eventLogon({ status: '0xC000035B' }), text.config({ ...SVC, tokenChecking: 'Require' })],
    'case.channel-binding',
    /tokenChecking Require/,
  ],
  [
    '5: a row and Allow',
    [text.log('08:15:02 401 1 2148074310'), text.config({ ...SVC, tokenChecking: 'Allow' })],
    'case.channel-binding',
  ],
  [
    '6: an offset and error 37',
    [text.w32tm('-412.5000000'), sampleText('krb-error-skew')],
    'case.clock-skew',
    /412\.5 s/,
  ],
  [
    '6: an offset and 4769 0x25',
    [text.w32tm('-412.5000000'), text.event4769(PORTAL, '0x25')],
    'case.clock-skew',
  ],
  [
    '6: a small offset and error 37',
    [text.w32tm('+00.5000000'), sampleText('krb-error-skew')],
    'case.other-clock-wrong',
    /wrong machine was measured/,
  ],
  [
    '7: CNAME and klist',
    [
      text.dnsAlias('portal.contoso.com', 'web01.contoso.com'),
      text.klist('HTTP/web01.contoso.com'),
    ],
    'case.alias',
  ],
  [
    '8: a port',
    [text.klistRefused(PORTAL), text.setspn(`${PORTAL}:8080`, 'svc-portal')],
    'case.spn-spelled-differently',
  ],
  [
    '9: DNS leads to the computer that answered',
    [
      text.decryptFailed('web02$', 'HOST/web01.contoso.com'),
      text.dnsAddress('web01.contoso.com', '10.0.0.22') +
        text.dnsAddress('web02.contoso.com', '10.0.0.22'),
    ],
    'case.stale-dns',
    /the record is stale/,
  ],
  [
    '9: a name that may be a site',
    [
      text.decryptFailed('web02$', PORTAL),
      text.dnsAddress('portal.contoso.com', '10.0.0.22') +
        text.dnsAddress('web02.contoso.com', '10.0.0.22'),
    ],
    'case.stale-dns-or-owner',
  ],
  [
    '9: DNS leads elsewhere',
    [
      text.decryptFailed('web02$', PORTAL),
      text.dnsAddress('portal.contoso.com', '10.0.0.21') +
        text.dnsAddress('web02.contoso.com', '10.0.0.22'),
    ],
    'case.answered-elsewhere',
  ],
  [
    '10: HOST/ and another account',
    [
      text.noSuchSpn('HTTP/web01.contoso.com') + text.computerSpns('web01'),
      text.config({ ...SVC, host: 'web01.contoso.com' }),
    ],
    'case.host-spn-not-decrypted',
  ],
  [
    '10: HOST/ and kernel mode',
    [
      text.noSuchSpn('HTTP/web01.contoso.com') + text.computerSpns('web01'),
      text.config({ ...SVC, host: 'web01.contoso.com', kernelOnly: true }),
    ],
    'case.host-spn-answers',
  ],
  ['11: 4624 NTLM and klist', [text.eventLogon(), text.klist(PORTAL)], 'case.other-logon-session'],
  ['11: whoami and klist', [NTLM_GROUP, text.klist(PORTAL)], 'case.other-logon-session'],
  [
    '11: a token and klist',
    [sampleText('negotiate-spnego-ntlm'), text.klist(PORTAL)],
    'case.other-logon-session',
  ],
  [
    '12: c-ip is s-ip, and 4625',
    [
      text.log('08:15:02 401 2 5 - 10.0.0.4', OWN_ROW),
      text.eventLogon({ status: '0xC000006D', workstation: 'WEB01', address: '10.0.0.4' }),
    ],
    'case.loopback',
  ],
  [
    '13: nltest and passwords',
    [
      text.scVerify('1789 0x6fd ERROR_TRUSTED_RELATIONSHIP_FAILURE'),
      text.log('08:15:02 401 2 5', '08:15:04 401 1 1326 CONTOSO\\alex'),
    ],
    'case.secure-channel-broken',
    /prove nothing/,
  ],
  [
    '14: config and capture',
    [text.config(SVC), text.offer('portal.contoso.com', ['NTLM'])],
    'case.negotiate-removed',
  ],
  [
    '15: the list without the flag',
    [
      text.klist(PORTAL),
      text.edgePolicies({ AuthNegotiateDelegateAllowlist: 'portal.contoso.com' }),
    ],
    'case.not-trusted-for-delegation',
  ],
  [
    '15: the flag without the list',
    [
      text.klist(PORTAL, undefined, DELEGATE),
      text.edgePolicies({ AuthNegotiateDelegateAllowlist: 'other.contoso.com' }),
    ],
    'case.browser-keeps-ticket',
  ],
  [
    '16: event 4020 and NTLM rows',
    [
      text.ntlmEvent(
        6,
        'NTLM was used because the target name could not be resolved by Kerberos or other protocols.',
        PORTAL,
      ),
      text.ntlmLog,
    ],
    'case.why-ntlm-unknown',
    /event 4020/,
  ],
  [
    '16: a policy of the browser',
    [text.edgePolicies({ AuthSchemes: 'ntlm,basic' }), text.ntlmLog],
    'case.why-ntlm-browser-policy',
  ],
  [
    '16: providers and 4624',
    [text.config({ ...SVC, providers: ['NTLM'] }), text.eventLogon()],
    'case.why-ntlm-not-offered',
  ],
  [
    '16: NTLM first and 4624',
    [text.config({ ...SVC, providers: ['NTLM', 'Negotiate'] }), text.eventLogon()],
    'case.why-ntlm-ntlm-first',
  ],
  [
    '16: an address and NTLM rows',
    [text.offer('10.0.0.4', ['Negotiate', 'NTLM']), text.ntlmLog],
    'case.why-ntlm-address',
  ],
  [
    '16: a local account and NTLM rows',
    [
      text.eventLogon({ domain: 'WEB01' }),
      text.log('08:15:02 401 2 5', '08:15:02 401 1 2148074254', '08:15:02 200 0 0 WEB01\\alex'),
    ],
    'case.why-ntlm-local',
  ],
  ['16: no ticket at all and NTLM rows', [text.noTickets, text.ntlmLog], 'case.why-ntlm-no-tgt'],
];

/** One source proves it, or nothing is to be done. */
const ALONE = new Set(['ad-object.rc4-only', 'case.host-spn-answers']);

for (const [name, sources, id, title] of TRIGGERS) {
  test(`rule ${name}`, async () => {
    const { findings } = await openCase(sources.map((one) => ({ text: one })));
    const [first] = findings;
    assert.equal(first?.id, id, findings.map((one) => `${one.id}: ${one.title}`).join('\n'));
    if (title) assert.match(first.title, title);
    if (ALONE.has(id)) return;
    assert.deepEqual(
      [...new Set(first.evidence.map(({ source }) => source))].sort(),
      sources.map((_, index) => String(index + 1)),
    );
    assert.ok(first.caveat, 'says what could make it wrong');
    assert.ok((first.next ?? []).length > 0, 'says what to do next');
    assert.ok(
      (first.parts ?? []).some((part) => typeof part !== 'string'),
      'marks its proof',
    );
  });
}

/** `id` must not be found; with `out`, it is among what was ruled out. */
const LOOK_ALIKES: readonly (readonly [
  name: string,
  sources: readonly string[],
  not: RegExp,
  out?: string,
])[] = [
  [
    '1: the same account',
    [text.setspn(PORTAL, 'svc-portal'), text.config(SVC)],
    /other-account-decrypts/,
  ],
  [
    '1: a ticket for the account that decrypts',
    [text.event4769('svc-portal'), text.config(SVC)],
    /issued-to-other/,
  ],
  ['1: a ticket for the KDC', [text.event4769('krbtgt'), text.config(SVC)], /issued-to-other/],
  [
    '1: an event about another SPN',
    [text.decryptFailed('svc-portal', 'HTTP/other.contoso.com'), text.setspn(PORTAL, 'svc-old')],
    /not-the-owner/,
  ],
  [
    '2: AES on both sides',
    [text.event4769('svc-portal'), text.directoryUser('svc-portal', 24)],
    /case\.encryption-types|older-than/,
  ],
  [
    '2: another account',
    [text.event4769('svc-portal', '0x0', '0x17'), text.directoryUser('svc-old', 24)],
    /case\.encryption-types/,
  ],
  [
    '3: another client',
    [text.event4769(PORTAL, '0x7', '0x12', '192.0.2.99'), text.ntlmLog],
    /why-ntlm/,
  ],
  [
    '3: another service',
    [text.event4769('MSSQLSvc/sql01.contoso.com', '0x7'), text.ntlmLog],
    /why-ntlm/,
  ],
  [
    '3: a refusal without NTLM',
    [text.event4769(PORTAL, '0x7'), text.log('08:15:02 200 0 0 CONTOSO\\alex')],
    /why-ntlm/,
  ],
  ['4: the middle of NTLM', [text.event4769('svc-portal'), text.ntlmLog], /kdc-not-at-fault/],
  [
    '4: another client',
    [
      text.event4769('svc-portal', '0x0', '0x12', '192.0.2.99'),
      text.log('08:15:02 401 1 2148074248'),
    ],
    /kdc-not-at-fault/,
  ],
  [
    '5: None',
    [text.eventLogon({ status: '0xC000035B' }), text.config({ ...SVC, tokenChecking: 'None' })],
    /case\.channel-binding/,
    'case.channel-binding',
  ],
  [
    '5: a wrong password',
    [text.eventLogon(WRONG_PASSWORD), text.config({ ...SVC, tokenChecking: 'Require' })],
    /case\.channel-binding/,
  ],
  ['6: an offset and no error', [text.w32tm('+00.5000000'), text.ntlmLog], /clock/],
  [
    '7: a ticket for the alias',
    [text.dnsAlias('portal.contoso.com', 'web01.contoso.com'), text.klist(PORTAL)],
    /alias/,
    'case.alias',
  ],
  [
    '8: the same SPN',
    [text.klist(PORTAL), text.setspn(PORTAL, 'svc-portal')],
    /spelled/,
    'case.spn-spelled-differently',
  ],
  [
    '9: a service account answered',
    [text.decryptFailed('svc-portal', PORTAL), text.dnsAddress('portal.contoso.com', '10.0.0.22')],
    /stale-dns|answered-elsewhere/,
  ],
  [
    '9: DNS leads elsewhere',
    [
      text.decryptFailed('web02$', PORTAL),
      text.dnsAddress('portal.contoso.com', '10.0.0.21') +
        text.dnsAddress('web02.contoso.com', '10.0.0.22'),
    ],
    /stale-dns/,
    'case.stale-dns',
  ],
  [
    '11: another user',
    [text.eventLogon({ user: 'bea' }), text.klist(PORTAL)],
    /other-logon-session/,
  ],
  [
    '11: Kerberos',
    [text.eventLogon({ package: 'Kerberos' }), text.klist(PORTAL)],
    /other-logon-session/,
  ],
  [
    '11: another host',
    [sampleText('negotiate-spnego-ntlm'), text.klist('HTTP/other.contoso.com')],
    /other-logon-session/,
  ],
  [
    '12: another client',
    [
      text.log('08:15:02 401 1 2148074252'),
      text.eventLogon({ status: '0xC000006D', workstation: 'WEB01', address: '10.0.0.4' }),
    ],
    /case\.loopback/,
  ],
  [
    '12: a wrong password on the server',
    [
      text.log(OWN_ROW),
      text.eventLogon({ ...WRONG_PASSWORD, workstation: 'WEB01', address: '10.0.0.4' }),
    ],
    /(?:case|event)\.loopback/,
  ],
  [
    '12: the check is off',
    [
      text.log(OWN_ROW),
      text.eventLogon({ status: '0xC000006D', workstation: 'WEB01', address: '10.0.0.4' }),
      EXEMPT,
    ],
    /case\.loopback/,
    'case.loopback',
  ],
  [
    '13: it works',
    [text.scVerify('0 0x0 NERR_Success'), text.log('08:15:04 401 1 1326 CONTOSO\\alex')],
    /secure-channel-broken/,
  ],
  [
    '14: NTLM only is configured',
    [text.config({ ...SVC, providers: ['NTLM'] }), text.offer('portal.contoso.com', ['NTLM'])],
    /negotiate-removed/,
  ],
  [
    '14: another host',
    [text.config(SVC), text.offer('other.contoso.com', ['NTLM'])],
    /negotiate-removed/,
  ],
  [
    '14: both are offered',
    [text.config(SVC), text.offer('portal.contoso.com', ['Negotiate', 'NTLM'])],
    /negotiate-removed/,
  ],
  [
    '15: both',
    [
      text.klist(PORTAL, undefined, DELEGATE),
      text.edgePolicies({ AuthNegotiateDelegateAllowlist: '*.contoso.com' }),
    ],
    /not-trusted|keeps-ticket/,
  ],
  [
    '16: a reason for another host',
    [
      text.ntlmEvent(
        6,
        'NTLM was used because the target name could not be resolved.',
        'HTTP/other.contoso.com',
      ),
      sampleText('negotiate-spnego-ntlm'),
    ],
    /why-ntlm/,
  ],
  [
    '16: a host and NTLM rows',
    [text.offer('portal.contoso.com', ['Negotiate', 'NTLM']), text.ntlmLog],
    /why-ntlm/,
  ],
  ['16: a ticket and NTLM rows', [text.klist(PORTAL), text.ntlmLog], /why-ntlm/],
  [
    '16: an account of the domain',
    [text.eventLogon(), text.config({ ...SVC, providers: ['Negotiate', 'NTLM'] })],
    /why-ntlm/,
  ],
];

for (const [name, sources, not, out] of LOOK_ALIKES) {
  test(`no rule ${name}`, async () => {
    const { findings, ruledOut } = await openCase(sources.map((one) => ({ text: one })));
    const wrong = findings.filter(({ id, severity }) => not.test(id) && severity !== 'ok');
    assert.deepEqual(
      wrong.map(({ id, title }) => `${id}: ${title}`),
      [],
    );
    if (out)
      assert.ok(
        ruledOut.some(({ rule }) => rule === out),
        ruledOut.map(({ rule }) => rule).join(),
      );
  });
}

test('4: the 4625 of the server names the reason', async () => {
  const { findings } = await openCase([
    { text: text.event4769('svc-portal') },
    { text: text.log('08:15:02 401 1 2148074252') },
    { text: text.eventLogon({ ...WRONG_PASSWORD, package: 'Kerberos' }) },
  ]);
  assert.equal(findings[0]?.id, 'case.kdc-not-at-fault');
  assert.match(findings[0].title, /STATUS_WRONG_PASSWORD/);
  assert.equal(new Set(findings[0].evidence.map(({ source }) => source)).size, 3);
});

test('5: a header of a proxy is named', async () => {
  const { findings } = await openCase([
    { text: text.eventLogon({ status: '0xC000035B' }) },
    { text: text.config({ ...SVC, tokenChecking: 'Require' }) },
    { text: text.offer('portal.contoso.com', ['Negotiate'], ['Via: 1.1 proxy01']) },
  ]);
  assert.match(findings[0]?.title ?? '', /Via: 1\.1 proxy01/);
});

test('2: RC4 is judged by what the domain controller shows of its updates; else both readings are told', async () => {
  const ticket = text.event4769('svc-portal', '0x0', '0x17');
  const account = text.directoryUser('svc-portal', 0);
  const caveatOf = async (...more: string[]) => {
    const { findings } = await openCase([ticket, account, ...more].map((one) => ({ text: one })));
    return findings.find(({ id }) => id === 'case.encryption-types')?.caveat ?? '';
  };
  assert.match(await caveatOf(), /Without its updates .* with the updates of April 2026/);
  assert.match(
    await caveatOf(BLOCKED_RC4),
    /Event 203 shows that the domain controller refuses RC4/,
  );
  const old = await openCase([
    { text: ticket.replaceAll('3/2/2026', '3/2/2024') },
    { text: text.directoryUser('svc-portal', 24) },
  ]);
  assert.match(
    old.findings.find(({ id }) => id === 'case.encryption-types')?.caveat ?? '',
    /before the updates of January 2026/,
  );
});

test('16: NTLM for which no source gives a reason is open, and says what would give it', async () => {
  const { undecided } = await openCase([
    { text: text.ntlmLog },
    { text: text.directoryUser('svc-portal', 24) },
  ]);
  const open = undecided.find(({ rule }) => rule === 'case.why-ntlm');
  assert.deepEqual(open?.missing, ['event', 'klist']);
});
