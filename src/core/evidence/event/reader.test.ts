/** Events in every container, each read in full: `provider number`, how it is known, and what it states. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { factsOf, readingOf } from '../../../../tests/unit/sound-reader.ts';
import type { Fact } from '../../facts/fact.ts';
import { event } from './reader.ts';
import { seenEvent } from './seen.ts';
import { brief, fixture } from './testing/brief.ts';

/** [file in `fixtures/` or `tests/fixtures/events/`, its facts in the order of the text] */
const FILES: readonly (readonly [string, readonly string[]])[] = [
  [
    '4624-japanese-bare.txt',
    [
      'Security-Auditing 4624 by values',
      'logon event=4624 account=CONTOSO\\alex logonType=3 package=NTLM lmPackage=NTLM V2 logonProcess=NtLmSsp workstation=pc081 address=10.0.0.81',
    ],
  ],
  [
    '4624-ntlm-bare.txt',
    [
      'Security-Auditing 4624 by wording',
      'logon event=4624 account=CONTOSO\\alex logonType=3 package=NTLM lmPackage=NTLM V1 logonProcess=NtLmSsp workstation=pc081 address=10.0.0.81',
    ],
  ],
  [
    '4625-convertto.json',
    [
      'logonFailed event=4625 account=CONTOSO\\alex logonType=3 status=0xc0000234 subStatus=0',
      'Security-Auditing 4625 by number',
    ],
  ],
  [
    '4625-eventdata.xml',
    [
      'Security-Auditing 4625 by values',
      'logonFailed event=4625 logonType=5 package=Negotiate logonProcess=Advapi process=C:\\Windows\\System32\\svchost.exe status=0xc0000073 subStatus=0xc0000073',
    ],
  ],
  [
    '4625-eventlog-list.txt',
    [
      'Security-Auditing 4625 by number',
      'logonFailed event=4625 account=CONTOSO\\alex logonType=3 package=NTLM logonProcess=NtLmSsp workstation=pc081 address=10.0.0.81 status=0xc000006d subStatus=0xc000006a',
    ],
  ],
  [
    '4625-flat.json',
    [
      'Security-Auditing 4625 by number',
      'logonFailed event=4625 account=PC081\\alex logonType=2 package=Negotiate logonProcess=CredPro workstation=pc081 address=::1 process=C:\\Windows\\System32\\consent.exe status=0xc000006d subStatus=0xc000006a',
    ],
  ],
  [
    '4625-french.txt',
    [
      'Security-Auditing 4625 by number',
      'logonFailed event=4625 account=CONTOSO\\alex logonType=3 package=NTLM logonProcess=NtLmSsp workstation=pc081 address=10.0.0.81 status=0xc000006d subStatus=0xc000006a',
    ],
  ],
  [
    '4625-german-bare.txt',
    [
      'Security-Auditing 4625 by values',
      'logonFailed event=4625 logonType=3 package=Kerberos logonProcess=Kerberos status=0xc000035b subStatus=0',
    ],
  ],
  [
    '4625-one-line.txt',
    [
      'Security-Auditing 4625 by wording',
      'logonFailed event=4625 account=CONTOSO\\alex logonType=3 package=NTLM logonProcess=NtLmSsp workstation=pc081 address=10.0.0.81 status=0xc0000234 subStatus=0',
    ],
  ],
  [
    '4625-splunk-raw.json',
    [
      'Security-Auditing 4625 by number',
      'logonFailed event=4625 account=CONTOSO\\alex logonType=3 status=0xc0000234 subStatus=0',
    ],
  ],
  [
    '4625-splunk.txt',
    [
      'Security-Auditing 4625 by number',
      'logonFailed event=4625 account=CONTOSO\\alex logonType=3 status=0xc0000234 subStatus=0',
    ],
  ],
  [
    '4768-2025.txt',
    [
      'Security-Auditing 4768 by wording',
      'signIn event=4768 client=CONTOSO.COM\\alex address=10.0.0.81 preAuthType=16 etype=18',
    ],
  ],
  [
    '4768-chinese-bare.txt',
    [
      'Security-Auditing 4768 by values',
      'signInRefused event=4768 client=CONTOSO.COM\\alex address=10.0.0.81 code=18',
    ],
  ],
  [
    '4768-nxlog.json',
    [
      'Security-Auditing 4768 by number',
      'signIn event=4768 client=contoso.com\\alex address=10.0.0.81 preAuthType=2 etype=18',
    ],
  ],
  [
    '4768-padded.xml',
    [
      'Security-Auditing 4768 by number',
      'signInRefused event=4768 client=CONTOSO.COM\\alxe address=10.0.0.81 code=6',
    ],
  ],
  [
    '4769-german.txt',
    [
      'Security-Auditing 4769 by number',
      'ticketRefused spn=HTTP/portal.contoso.com code=7 space=kerberos name=KDC_ERR_S_PRINCIPAL_UNKNOWN told=kdc client=alex@CONTOSO.COM address=10.0.0.81',
    ],
  ],
  [
    '4769-nxlog.json',
    [
      'Security-Auditing 4769 by number',
      'ticketRefused code=27 space=kerberos name=KDC_ERR_MUST_USE_USER2USER told=kdc client=alex@CONTOSO.COM address=10.0.0.81 service=alex',
    ],
  ],
  [
    '4769-rc4-bare.txt',
    [
      'Security-Auditing 4769 by wording',
      'ticketIssued event=4769 client=alex@CONTOSO.COM address=10.0.0.81 owner=svc-portal etype=23',
    ],
  ],
  [
    '4771-general-tab.txt',
    [
      'Security-Auditing 4771 by number',
      'signInRefused event=4771 client=alex address=10.0.0.81 code=24 preAuthType=2',
    ],
  ],
  [
    '4771-splunk-xml.json',
    [
      'Security-Auditing 4771 by number',
      'signInRefused event=4771 client=alex address=10.0.0.81 code=18 preAuthType=0',
    ],
  ],
  [
    '4771-viewer-dashes.xml',
    [
      'Security-Auditing 4771 by number',
      'signInRefused event=4771 client=alex address=10.0.0.12 code=16 preAuthType=15',
    ],
  ],
  [
    '537-loopback.txt',
    [
      'Security 537 by number',
      'logonFailed event=537 account=CONTOSO\\alex logonType=3 package=NTLM logonProcess=ÐùÂ workstation=web01 address=10.0.0.20 status=0xc000006d subStatus=0',
    ],
  ],
  [
    'eventlog-table.txt',
    [
      'NETLOGON 5719 by number',
      'secureChannel told=event event=5719 works=false',
      'LsaSrv 40960 by number',
      'authenticationError event=40960',
    ],
  ],
  ['export.csv', ['workerProcessFailed event=5021 pool=Portal why=identity', 'WAS 5021 by number']],
  [
    'httpevent-15021.txt',
    ['HttpEvent 15021 by wording', 'tlsBindingEvent event=15021 endpoint=0.0.0.0:444 what=failed'],
  ],
  [
    'kdc-14.txt',
    [
      'Kerberos-Key-Distribution-Center 14 by number',
      'keyMissing event=14 account=Administrator target=krbtgt request=AS requested=18,17,3 available=23,-133,-128',
    ],
  ],
  [
    'kdc-16-german.txt',
    [
      'Kerberos-Key-Distribution-Center 16 by number',
      'keyMissing event=16 spn=HTTP/app.contoso.com request=TGS requested=18,17 available=23,-133,-128',
    ],
  ],
  [
    'kdcsvc-201.txt',
    [
      'Kdcsvc 201 by number',
      'weakTicket event=201 isBlocked=false lacks=client client=CONTOSO.COM\\PC081$ service=svc-portal',
    ],
  ],
  [
    'kerberos-3.json',
    ['Security-Kerberos 3 by number', 'kerberosError event=3 code=25 spn=KRBTGT/contoso'],
  ],
  [
    'kerberos-4-2003.txt',
    [
      'Security-Kerberos 4 by number',
      'decryptFailed event=4 server=host/machinename.childdomain.rootcontoso.com target=CIFS/machinename.contoso.com realm=CHILDDOMAIN.ROOTDOMAIN.COM',
    ],
  ],
  [
    'kerberos-4-bare.txt',
    [
      'Security-Kerberos 4 by wording',
      'decryptFailed event=4 server=web02$ target=HOST/web01.contoso.com',
    ],
  ],
  [
    'kerberos-4-evtx-dump.json',
    [
      'Security-Kerberos 4 by number',
      'decryptFailed event=4 server=web01$ target=HTTP/app.contoso.com realm=CONTOSO.COM clientRealm=CONTOSO.COM',
    ],
  ],
  [
    'kerberos-4-german.csv',
    [
      'Security-Kerberos 4 by number',
      'decryptFailed event=4 server=web01$ target=HTTP/portal.contoso.com',
    ],
  ],
  [
    'kerberos-4-spanish.txt',
    [
      'Security-Kerberos 4 by number',
      'decryptFailed event=4 server=web01$ target=HTTP/portal.contoso.com',
    ],
  ],
  [
    'lsasrv-40960.xml',
    [
      'LsaSrv 40960 by number',
      'authenticationError event=40960 target=LDAP/web01.contoso.com/contoso.com@CONTOSO.COM spn=LDAP/web01.contoso.com/contoso.com protocol=Kerberos code=0xc0000234',
    ],
  ],
  [
    'lsasrv-6037-bare.txt',
    [
      'LsaSrv 6037 by wording',
      'loopbackRefused event=6037 process=w3wp.exe target=HTTP/portal.contoso.com spn=HTTP/portal.contoso.com',
    ],
  ],
  [
    'netlogon-3210-5722.txt',
    [
      'NETLOGON 3210 by number',
      'secureChannel told=event event=3210 works=false domain=DOMAIN dc=domaindc',
      'NETLOGON 5722 by number',
      'secureChannel told=event event=5722 works=false',
    ],
  ],
  [
    'ntlm-4020.txt',
    [
      'NTLM 4020 by number',
      'ntlmUse event=4020 seenBy=client outcome=used account=CONTOSO\\alex target=HTTP/10.0.0.7 spn=HTTP/10.0.0.7 workstation=pc081 process=msedge.exe reasonId=7 reason=NTLM was used because the target name contained an IP address. version=NTLMv2',
    ],
  ],
  [
    'ntlm-8004-marshalled.txt',
    [
      'Security-Netlogon 8004 by number',
      'ntlmUse event=8004 seenBy=domain-controller outcome=audited',
    ],
  ],
  [
    'ntlm-8004.xml',
    [
      'Security-Netlogon 8004 by number',
      'ntlmUse event=8004 seenBy=domain-controller outcome=audited account=CONTOSO\\alex target=WEB01 workstation=pc081',
    ],
  ],
  [
    'rendered.xml',
    [
      'NETLOGON 5719 by number',
      'secureChannel told=event event=5719 works=false domain=WINDOMAIN code=0xc000005e space=ntstatus',
      'WAS 5021 by number',
      'workerProcessFailed event=5021 pool=Portal why=identity code=1326',
    ],
  ],
  [
    'viewer.csv',
    [
      'Security-Auditing 4625 by number',
      'logonFailed event=4625 account=CONTOSO\\alex logonType=3 status=0xc0000234 subStatus=0',
      'Security-Auditing 4624 by number',
      'logon event=4624 logonType=3 package=Kerberos',
    ],
  ],
  [
    'was-5021-data.txt',
    ['WAS 5021 by number', 'workerProcessFailed event=5021 pool=portal why=identity code=1385'],
  ],
  [
    'was-5021-doubled.txt',
    [
      'WAS 5021 by number',
      'workerProcessFailed event=5021 pool=Portal Administration why=identity',
    ],
  ],
  [
    'was-5021-mistyped.txt',
    ['WAS 5021 by wording', 'workerProcessFailed event=5021 pool=TestTimeout why=identity'],
  ],
  [
    'wevtutil-kdc.txt',
    [
      'Kerberos-Key-Distribution-Center 27 by number',
      'keyMissing event=27 account=svc-app@CONTOSO.COM target=HTTP/app.contoso.com:53480 spn=HTTP/app.contoso.com:53480 request=TGS requested=23,3,1 available=23,18,17',
      'Kerberos-Key-Distribution-Center 11 by number',
      'duplicateName event=11 name=HTTP/app.contoso.com spn=HTTP/app.contoso.com',
    ],
  ],
  [
    'winevent-table.txt',
    [
      'Security-Auditing 4625 by number',
      'Security-Auditing 4624 by number',
      'WAS 5057 by number',
      'workerProcessFailed event=5057 pool=Portal why=identity',
    ],
  ],
  [
    'winlogbeat.json',
    [
      'Security-Auditing 4625 by number',
      'logonFailed event=4625 account=CONTOSO\\alex logonType=3 package=NTLM address=10.0.0.81 status=0xc000006d subStatus=0xc0000064',
      'Security-Auditing 4769 by number',
      'ticketRefused spn=HTTP/a.contoso.com code=7 space=kerberos name=KDC_ERR_S_PRINCIPAL_UNKNOWN told=kdc client=alex@CONTOSO.COM',
    ],
  ],
  [
    '4625-event-viewer.txt',
    [
      'Security-Auditing 4625 by number',
      'logonFailed event=4625 account=CONTOSO\\alex logonType=8 package=Negotiate logonProcess=Advapi workstation=web01 address=10.0.0.81 process=C:\\Windows\\System32\\inetsrv\\w3wp.exe status=0xc000006d subStatus=0xc000006a',
    ],
  ],
  [
    '4625-format-list.txt',
    [
      'Security-Auditing 4625 by number',
      'logonFailed event=4625 account=CONTOSO\\alex logonType=3 package=NTLM logonProcess=NtLmSsp workstation=pc081 address=10.0.0.81 status=0xc000035b subStatus=0',
    ],
  ],
  [
    '4625-xml.txt',
    [
      'Security-Auditing 4625 by number',
      'logonFailed event=4625 account=CONTOSO\\alxe logonType=3 package=NTLM logonProcess=NtLmSsp workstation=pc081 address=10.0.0.81 status=0xc000006d subStatus=0xc0000064',
    ],
  ],
  [
    '4768-event-viewer.txt',
    [
      'Security-Auditing 4768 by number',
      'signInRefused event=4768 client=CONTOSO.COM\\alxe address=10.0.0.81 code=6',
    ],
  ],
  [
    '4769-event-viewer.txt',
    [
      'Security-Auditing 4769 by number',
      'ticketRefused spn=HTTP/portal.contoso.com code=7 space=kerberos name=KDC_ERR_S_PRINCIPAL_UNKNOWN told=kdc client=alex@CONTOSO.COM address=10.0.0.81',
    ],
  ],
  [
    '4769-success.txt',
    [
      'Security-Auditing 4769 by number',
      'ticketIssued event=4769 client=alex@CONTOSO.COM address=10.0.0.81 owner=svc-portal etype=18',
    ],
  ],
  [
    '4771-event-viewer.txt',
    [
      'Security-Auditing 4771 by number',
      'signInRefused event=4771 client=alex address=10.0.0.81 code=24 preAuthType=2',
    ],
  ],
  [
    '4771-xml.txt',
    [
      'Security-Auditing 4771 by number',
      'signInRefused event=4771 client=alex address=10.0.0.81 code=18 preAuthType=0',
    ],
  ],
  [
    '4776-event-viewer.txt',
    [
      'Security-Auditing 4776 by number',
      'ntlmValidation event=4776 account=alex workstation=pc081 status=0xc000006a',
    ],
  ],
  ['kdc-25-xml.txt', ['Kerberos-Key-Distribution-Center 25 by number']],
  [
    'kerberos-4-event-viewer.txt',
    [
      'Security-Kerberos 4 by number',
      'decryptFailed event=4 server=svc-portal target=HTTP/portal.contoso.com',
    ],
  ],
];

function shown(fact: Fact): string {
  if (fact.kind !== 'event') return brief(fact);
  return `${fact.provider.replace('Microsoft-Windows-', '')} ${fact.id} by ${fact.by}`;
}

for (const [name, expected] of FILES) {
  test(name, async () => {
    const text = fixture(name);
    assert.ok(seenEvent(text));
    const reading = await readingOf(event, text);
    assert.deepEqual(reading?.facts?.map(shown), expected);
    assert.deepEqual(reading.kinds, ['event']);
    assert.deepEqual(reading.problems ?? [], []);
  });
}

test('every fixture is in the table', () => {
  const own = readdirSync(new URL('fixtures/', import.meta.url)).filter(
    (name) => name !== 'README.md',
  );
  const missing = own.filter((name) => !FILES.some(([file]) => file === name));
  assert.deepEqual(missing, []);
});

test('a value in full, with its place: the event of a refused ticket in German', async () => {
  const text = fixture('4769-german.txt');
  const facts = await factsOf(event, text);
  const [header, refused] = facts;
  assert.deepEqual(header, {
    kind: 'event',
    at: placeIn(text, '4769'),
    id: 4769,
    provider: 'Microsoft-Windows-Security-Auditing',
    computer: 'dc01.contoso.com',
    time: '12.04.2018 09:15:33',
    by: 'number',
  });
  assert.deepEqual(refused, {
    kind: 'ticketRefused',
    at: placeIn(text, '0x7'),
    spn: { service: 'HTTP', host: 'portal.contoso.com' },
    code: 7,
    space: 'kerberos',
    name: 'KDC_ERR_S_PRINCIPAL_UNKNOWN',
    told: 'kdc',
    client: { written: 'alex@CONTOSO.COM', name: 'alex', form: 'upn', domain: 'contoso.com' },
    address: '10.0.0.81',
    kdc: 'dc01.contoso.com',
    time: '12.04.2018 09:15:33',
  });
});

function placeIn(text: string, part: string): { start: number; end: number } {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

test('values of JSON have the places of the characters that spell them', async () => {
  const text = fixture('4625-splunk-raw.json');
  const failed = (await factsOf(event, text)).find(({ kind }) => kind === 'logonFailed');
  assert.equal(failed && text.slice(failed.at.start, failed.at.end), '0xC0000234');
});

test('everything that an event explains is left alone by the readers of codes and tokens', async () => {
  const text = fixture('ntlm-8004-marshalled.txt');
  const reading = await readingOf(event, text);
  const credential = text.indexOf('@@');
  assert.ok(reading?.claimed.some(({ start, end }) => start <= credential && end > credential));
});

/** [what it is, text]: nothing of it is an event of the Windows event log. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['a process list', 'Id      : 4625\nName    : w3wp\nHandles : 512'],
  [
    'an event of another provider',
    'Event ID:      25\nSource:        Microsoft-Windows-FilterManager',
  ],
  ['a number without a provider', 'Event ID: 7'],
  [
    'a failed request trace',
    '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="WWW Server" Guid="{3A2A4E84}"/><EventID>0</EventID></System><EventData><Data Name="HttpStatus">401</Data></EventData></Event>',
  ],
  ['an order in JSON', '{"id": 4625, "code": "4769", "source": "shop", "status": "0x7"}'],
  [
    'prose about accounts',
    'The account could not log on. We use Kerberos, and the domain controller is fine.',
  ],
  ['a query', "Get-WinEvent -FilterHashtable @{ LogName = 'Security'; Id = 4625 }"],
  ['a table of processes', '  Id ProcessName\n  -- -----------\n4625 w3wp'],
  ['a table of numbers', 'Status: 0xC0000001\nNext: 0xC0000002\nType: 3\nPackage: zip'],
  ['hex options of something else', 'Options: 0x40810000\nType: 0x1\nSize: 0x10\nMode: 4'],
];

for (const [name, text] of OTHERS) {
  test(`not an event: ${name}`, async () => {
    assert.deepEqual(await factsOf(event, text), []);
  });
}

test('the number of an event of another provider is claimed, so that it is no code', async () => {
  const reading = await readingOf(
    event,
    'Event ID:      25\nSource:        Microsoft-Windows-FilterManager',
  );
  assert.deepEqual(reading?.kinds, []);
  assert.deepEqual(reading.claimed, [{ start: 0, end: 64 }]);
});

test('of several events each is told by the provider next to it', async () => {
  const one = (source: string) =>
    `Log Name:      System\nSource:        ${source}\nEvent ID:      7\n${'Text. '.repeat(200)}\n`;
  const kdc = 'Microsoft-Windows-Kerberos-Key-Distribution-Center';
  const facts = await factsOf(event, one('Microsoft-Windows-Security-Kerberos') + one(kdc));
  assert.deepEqual(facts.map(shown), [
    'Security-Kerberos 7 by number',
    'Kerberos-Key-Distribution-Center 7 by number',
  ]);
});

test('the provider and the number of each way to write them', async () => {
  const rows: [string, string[]][] = [
    [
      'Source:        Kerberos-Key-Distribution-Center\nEvent ID:      25',
      ['Kerberos-Key-Distribution-Center 25 by number'],
    ],
    ['Source:\t\tSecurity-Kerberos\nEvent ID:\t\t\t4', ['Security-Kerberos 4 by number']],
    [
      '<EventID Qualifiers="16384">4</EventID> <Provider Name="Microsoft-Windows-Security-Kerberos"/>',
      ['Security-Kerberos 4 by number'],
    ],
    ["<EventID Qualifiers=''>4625</EventID>", ['Security-Auditing 4625 by number']],
    ['ProviderName : NETLOGON\nInstanceId   : 5719', ['NETLOGON 5719 by number']],
    ['Source : Microsoft-Windows-WAS\nInstanceId : 2147488669', ['WAS 5021 by number']],
    ['Log Name: Security\nEvent ID: 4769', ['Security-Auditing 4769 by number']],
    ['Source: Kdcsvc\nEvent ID: 42', ['Kerberos-Key-Distribution-Center 42 by number']],
  ];
  for (const [text, expected] of rows) {
    const events = (await factsOf(event, text)).filter(({ kind }) => kind === 'event');
    assert.deepEqual(events.map(shown), expected, text);
  }
});

test('more events than the limit are counted and reported', async () => {
  const one =
    '<Event><System><Provider Name="NETLOGON"/><EventID>5719</EventID></System></Event>\n';
  const reading = await readingOf(event, one.repeat(1_002));
  assert.equal(reading?.facts?.filter(({ kind }) => kind === 'event').length, 1_000);
  assert.match(reading.problems?.[0]?.message ?? '', /first 1,000 events/);
});
