import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type ReaderRow, testDisguises, testRows } from '../../../../tests/unit/reader-table.ts';
import {
  assertLinearReader,
  assertSound,
  factsOf,
  readingOf,
} from '../../../../tests/unit/sound-reader.ts';
import type { Fact } from '../../facts/fact.ts';
import { spelled } from '../../facts/names.ts';
import { registry } from './reader.ts';
import { seenRegistry } from './seen.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');

/** `Lsa LmCompatibilityLevel 3`, `edge AuthServerAllowlist *.contoso.com`. */
function brief(fact: Fact): string {
  if (fact.kind === 'registryValue') {
    const { key, name, number, texts, isAbsent } = fact;
    const data = isAbsent === true ? 'absent' : (number ?? `[${(texts ?? []).join(' ')}]`);
    return `${key?.split('\\').at(-1) ?? '?'} ${name} ${data}`;
  }
  if (fact.kind === 'browserPolicy') {
    return `${fact.browser} ${fact.name} ${fact.value ?? 'absent'}${fact.level === 'recommended' ? ' recommended' : ''}`;
  }
  if (fact.kind === 'spnOwner') return `${fact.account.written} holds ${spelled(fact.spn)}`;
  if (fact.kind === 'spnSearch') return `nobody holds ${fact.spn ? spelled(fact.spn) : '?'}`;
  return fact.kind;
}

const LSA = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Lsa';

/** [what, text, facts in brief] */
const ROWS: readonly ReaderRow[] = [
  ['reg query, without the key', fixture('reg-query'), ['Lsa LmCompatibilityLevel 3']],
  [
    'reg query',
    `C:\\>reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\n\n${LSA}\n    auditbasedirectories    REG_DWORD    0x0\n    LmCompatibilityLevel    REG_DWORD    0x5\n    Security Packages    REG_MULTI_SZ    ""\n    Authentication Packages    REG_MULTI_SZ    msv1_0\n    Bounds    REG_BINARY    0030000000200000\n    DisableLoopbackCheck    REG_DWORD    0x1\n\n${LSA}\\MSV1_0\n    BackConnectionHostNames    REG_MULTI_SZ    portal.contoso.com\\0www.contoso.com\n    NtlmMinClientSec    REG_DWORD    0x20000000\n`,
    [
      'Lsa LmCompatibilityLevel 5',
      'Lsa DisableLoopbackCheck 1',
      'MSV1_0 BackConnectionHostNames [portal.contoso.com www.contoso.com]',
    ],
  ],
  [
    'no such value',
    'C:\\>reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa /v DisableLoopbackCheck\nERROR: The system was unable to find the specified registry key or value.\n',
    ['Lsa DisableLoopbackCheck absent'],
  ],
  [
    'no such value, German',
    'C:\\>reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa /v DisableLoopbackCheck\nFEHLER: Der angegebene Registrierungsschlüssel bzw. Wert wurde nicht gefunden.\n',
    ['Lsa DisableLoopbackCheck absent'],
  ],
  [
    'access denied is not "no such value"',
    'C:\\>reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa /v DisableLoopbackCheck\nERROR: Access is denied.\n',
    [],
  ],
  ['a .reg file', fixture('loopback-reg'), ['Lsa DisableLoopbackCheck 0']],
  [
    'a .reg file with hex(7), a password, and what it deletes',
    fixture('names.reg'),
    [
      'MSV1_0 BackConnectionHostNames [portal.contoso.com www.contoso.com]',
      'MSV1_0 RestrictSendingNTLMTraffic 2',
      'chrome AuthServerAllowlist *.contoso.com,portal',
      'chrome EnableAuthNegotiatePort 1',
    ],
  ],
  [
    'dword is hexadecimal',
    `[${LSA}]\n"LmCompatibilityLevel"=dword:00000010\n`,
    ['Lsa LmCompatibilityLevel 16'],
  ],
  [
    'REGEDIT4 writes one byte a character',
    `REGEDIT4\n\n[${LSA}\\MSV1_0]\n"BackConnectionHostNames"=hex(7):77,65,62,30,31,00,61,62,00,00\n`,
    ['MSV1_0 BackConnectionHostNames [web01 ab]'],
  ],
  [
    'PowerShell',
    `PS C:\\> Get-ItemProperty HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Lsa -Name LmCompatibilityLevel\n\nLmCompatibilityLevel : 5\nPSPath               : Microsoft.PowerShell.Core\\Registry::${LSA}\nPSParentPath         : Microsoft.PowerShell.Core\\Registry::HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\nPSChildName          : Lsa\nPSDrive              : HKLM\nPSProvider           : Microsoft.PowerShell.Core\\Registry\n`,
    ['Lsa LmCompatibilityLevel 5'],
  ],
  [
    'PowerShell, a list',
    'BackConnectionHostNames : {portal.contoso.com, www.contoso.com}\n',
    ['? BackConnectionHostNames [portal.contoso.com www.contoso.com]'],
  ],
  [
    'PowerShell, the number alone',
    "PS C:\\> (Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Lsa').LmCompatibilityLevel\n3\n",
    ['Lsa LmCompatibilityLevel 3'],
  ],
  [
    'PowerShell, a table',
    'DisableLoopbackCheck\n--------------------\n                   1\n',
    ['? DisableLoopbackCheck 1'],
  ],
  [
    'what the report of this guide prints',
    'LmCompatibilityLevel = 5\nBackConnectionHostNames = not set\nHKLM:\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters  MaxFieldLength = 65534\n',
    [
      '? LmCompatibilityLevel 5',
      '? BackConnectionHostNames absent',
      'Parameters MaxFieldLength 65534',
    ],
  ],
  [
    'policies of Edge without their key',
    'AuthServerAllowlist             : *.contoso.com\nAuthSchemes                     : \nDisableAuthNegotiateCnameLookup : 1\n',
    ['chromium AuthServerAllowlist *.contoso.com', 'chromium DisableAuthNegotiateCnameLookup 1'],
  ],
  [
    'policies of browsers',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\\Recommended\n    AuthServerAllowlist    REG_SZ    *.contoso.com\n\nHKEY_CURRENT_USER\\Software\\Policies\\Mozilla\\Firefox\\Authentication\\SPNEGO\n    1    REG_SZ    contoso.com\n    2    REG_SZ    fabrikam.com\n',
    [
      'edge AuthServerAllowlist *.contoso.com recommended',
      'firefox Authentication.SPNEGO contoso.com',
      'firefox Authentication.SPNEGO fabrikam.com',
    ],
  ],
  [
    'a site in a zone',
    'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap\\Domains\\contoso.com\\portal\n    https    REG_DWORD    0x1\n',
    ['portal https 1'],
  ],
  [
    'a security template',
    'MACHINE\\System\\CurrentControlSet\\Control\\Lsa\\LmCompatibilityLevel=4,5\nMACHINE\\System\\CurrentControlSet\\Control\\Lsa\\MSV1_0\\BackConnectionHostNames=7,portal,www\n',
    ['Lsa LmCompatibilityLevel 5', 'MSV1_0 BackConnectionHostNames [portal www]'],
  ],
  [
    'gpresult /z',
    fixture('gpresult'),
    ['edge AuthServerAllowlist *.contoso.com', 'Parameters SupportedEncryptionTypes 24'],
  ],
  [
    'gpresult /h, as HTML and as it is copied',
    '<tr><td>Software\\Policies\\Google\\Chrome\\AuthServerAllowlist</td><td>*.contoso.com</td><td>Browsers</td></tr>\nSoftware\\Policies\\Microsoft\\Edge\\EnableAuthNegotiatePort\t1\tBrowsers\n',
    ['chrome AuthServerAllowlist *.contoso.com', 'edge EnableAuthNegotiatePort 1'],
  ],
  // Look-alikes
  [
    'a name in a sentence',
    'Set DisableLoopbackCheck to 1 and restart. See LmCompatibilityLevel.',
    [],
  ],
  [
    'a command that sets a value',
    'REG ADD "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa" /v DisableLoopbackCheck /t REG_DWORD /d 1 /f\n',
    [],
  ],
  [
    'the same name in another key',
    'HKEY_CURRENT_USER\\Software\\Contoso\\App\n    LogLevel    REG_DWORD    0x1\n    MaxTokenSize    REG_DWORD    0x10\n',
    [],
  ],
  ['a log level elsewhere', 'LogLevel : 5\nEnabled : 1\nType : 2\n', []],
  [
    'systeminfo',
    'Host Name:                 WEB01\nDomain:                    contoso.com\nOS Version:                10.0.17763 N/A Build 17763\n',
    [],
  ],
  [
    'git config',
    '[core]\n\trepositoryformatversion = 0\n[remote "origin"]\n\turl = https://contoso.com/x.git\n',
    [],
  ],
  ['an INI file', '[HKEY]\n"Name"="value"\nkey=dword\n', []],
  ['docker', 'MaxRequestBytes is 3 of 4 GB\n--------------------\n12\n', []],
];

const TABLE = { reader: registry, seen: seenRegistry, brief, rows: ROWS };

testRows(TABLE);

test('the report of SQLCheck', async () => {
  const facts = (await factsOf(registry, fixture('sqlcheck'))).map(brief);
  assert.deepEqual(facts.slice(0, 5), [
    'Lsa CrashOnAuditFail 0',
    'Lsa DisableLoopbackCheck 0',
    'MSV1_0 BackConnectionHostNames absent',
    'Parameters MaxTokenSize 48000',
    'Parameters SupportedEncryptionTypes 0',
  ]);
  assert.ok(facts.includes('SQL01$ holds HOST/sql01.contoso.com'));
  assert.ok(facts.includes('nobody holds MSSQLSVC/sql01.contoso.com:2433'));
  assert.equal(facts.filter((one) => one.includes(' holds ')).length, 16);
});

testDisguises(TABLE);

test('passwords are in no fact, and numbers are no codes', async () => {
  const text = fixture('names.reg');
  const reading = await readingOf(registry, text);
  assert.doesNotMatch(JSON.stringify(reading?.facts), /Summer2026/);
  const query = ROWS[1]?.[1] ?? '';
  const claimed = (await readingOf(registry, query))?.claimed ?? [];
  const at = query.indexOf('0x20000000');
  assert.ok(claimed.some(({ start, end }) => start <= at && end > at));
});

const SOUND = {
  reader: registry,
  seen: seenRegistry,
  texts: [...ROWS.filter(([, , facts]) => facts.length > 0).map(([, text]) => text)],
  pieces: [
    'a REG_',
    '"A"=hex(7):00,\\\n  ',
    '[HKEY_LOCAL_MACHINE\\a\\',
    'DisableLoopbackCheck\n---\n',
    'Software\\a\\b: ',
    'LmCompatibilityLevel = ',
    'a b ',
  ],
};

test('any text', () => assertSound(SOUND));
test('time grows with the length', () => assertLinearReader(SOUND));
