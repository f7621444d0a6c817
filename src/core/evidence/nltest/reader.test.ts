import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type ReaderRow, testDisguises, testRows } from '../../../../tests/unit/reader-table.ts';
import { assertLinearReader, assertSound, readingOf } from '../../../../tests/unit/sound-reader.ts';
import type { Fact } from '../../facts/fact.ts';
import { nltest } from './reader.ts';
import { seenNltest } from './seen.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');

/** `channel contoso.com dc01 0/1789`, `no dc 1355`, `dc dc01 KDC`, `trust fabrikam.com out`. */
function brief(fact: Fact): string {
  const words: (string | number | undefined)[] = [];
  if (fact.kind === 'secureChannel') {
    const { code, trustCode, works } = fact;
    const codes = works ?? [code, trustCode].filter((one) => one !== undefined).join('/');
    words.push('channel', fact.computer?.name, fact.domain, fact.dc, String(codes));
  }
  if (fact.kind === 'netlogonRefused') {
    words.push(fact.step, fact.asked, fact.server, fact.domain, fact.code);
  }
  if (fact.kind === 'domainController') {
    const flags =
      fact.flags && (fact.flags.includes('KDC') ? `KDC of ${fact.flags.length}` : 'no KDC');
    words.push('dc', fact.seen, fact.domain, fact.dc, fact.address, flags);
  }
  if (fact.kind === 'domainTrust') {
    const where = fact.isOwn ? 'own' : fact.isInForest === true ? 'forest' : '';
    words.push(
      'trust',
      fact.netbios,
      fact.dns,
      where,
      fact.directions.join('+'),
      fact.attributes.join(),
    );
  }
  return words.filter((word) => word !== undefined && word !== '').join(' ');
}

const VERIFY = fixture('sc-verify');
const BROKEN = fixture('sc-verify-broken');

/** [what, text, facts in brief] */
const ROWS: readonly ReaderRow[] = [
  ['/sc_verify', VERIFY, ['channel contoso.com dc01.contoso.com 0/0']],
  ['/sc_verify, broken', BROKEN, ['channel contoso.com dc01.contoso.com 0/1789']],
  [
    '/sc_verify, without the command',
    VERIFY.slice(VERIFY.indexOf('Flags')),
    ['channel dc01.contoso.com 0/0'],
  ],
  [
    '/sc_query, Chinese',
    fixture('sc-query-chinese'),
    ['channel web02$ contoso.com dc02.contoso.com 0'],
  ],
  [
    '/sc_query, a language nobody knows',
    'Xyz: 30 HAS_IP  HAS_TIMESERV\nAbc def \\\\dc01.contoso.com\nGhi Jkl = 0 0x0 NERR_Success\nMno pqr.\n',
    ['channel dc01.contoso.com 0'],
  ],
  [
    '/sc_query, no domain controller',
    'C:\\>nltest /sc_query:contoso.com\nFlags: 0\nTrusted DC Name\nTrusted DC Connection Status Status = 1311 0x51f ERROR_NO_LOGON_SERVERS\nThe command completed successfully\n',
    ['channel contoso.com 1311'],
  ],
  [
    '/query',
    'PS C:\\> nltest /query\nFlags: 0\nConnection Status = 0 0x0 NERR_Success\nThe command completed successfully\n',
    ['channel 0'],
  ],
  [
    'access denied as the status of the channel',
    'nltest /sc_query:CONTOSO\nFlags: 0\nTrusted DC Name\nTrusted DC Connection Status Status = 5 0x5 ERROR_ACCESS_DENIED\n',
    ['channel CONTOSO 5'],
  ],
  [
    'access denied as the status of the call',
    'nltest /sc_verify:CONTOSO\nI_NetLogonControl failed: Status = 5 0x5 ERROR_ACCESS_DENIED\n',
    ['call sc_verify CONTOSO 5'],
  ],
  [
    'one backslash lost, two outputs',
    'C:\\Users\\ADMIN> nltest /SERVER:WEB01 /SC_RESET:CONTOSO\\DC01\nFlags: 30 HAS_IP  HAS_TIMESERV  \nTrusted DC Name \\dc01.contoso.com  \nTrusted DC Connection Status Status = 0 0x0 NERR_Success  \nThe command completed successfully  \nC:\\Users\\ADMIN> nltest /SERVER:WEB01 /SC_RESET:CONTOSO\\DC02\nI_NetLogonControl failed: Status = 1062 0x426 ERROR_SERVICE_NOT_ACTIVE\n',
    ['channel web01$ CONTOSO dc01.contoso.com 0', 'call sc_reset WEB01 CONTOSO 1062'],
  ],
  [
    'both backslashes lost',
    'Trusted DC Name dc01.contoso.com\nTrusted DC Connection Status Status = 0 0x0 NERR_Success\nTrust Verification Status = 0 0x0 NERR_Success\n',
    ['channel dc01.contoso.com 0/0'],
  ],
  [
    'on one line',
    'HAS_IP HAS_TIMESERV Trusted DC Name \\\\dc01.contoso.com Trusted DC Connection Status Status = 0 0x0 NERR_Success The command completed successfully.\n',
    ['channel dc01.contoso.com 0'],
  ],
  [
    'commented out',
    '# Flags: b0 HAS_IP  HAS_TIMESERV\n# Trusted DC Name \\\\dc01.contoso.com\n# Trusted DC Connection Status Status = 0  0x0 NERR_Success\n# Trust Verification Status = 0  0x0 NERR_Success\n',
    ['channel dc01.contoso.com 0/0'],
  ],
  [
    'with the authentication service',
    '`Flags: 30 HAS_IP HAS_TIMESERV Authentication Service: Netlogon`\n`Trusted DC Name \\\\dc02.contoso.com`\n`Trusted DC Connection Status Status = 0 0x0 NERR_Success`\n',
    ['channel dc02.contoso.com 0'],
  ],
  [
    'a call, Ukrainian',
    'I_NetLogonControl failed: Статус = 1722 0x6ba RPC_S_SERVER_UNAVAILABLE',
    ['call 1722'],
  ],
  [
    'a call, French',
    'Échec de I_NetLogonControl : Statut = 1355 0x54b ERROR_NO_SUCH_DOMAIN',
    ['call 1355'],
  ],
  ['no domain controller', fixture('dsgetdc-none'), ['locate dsgetdc contoso.com 1355']],
  [
    'no domain controller, German, without the command',
    'Fehler beim Abrufen des DC-Namens: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN\n',
    ['call 1355'],
  ],
  ['/dsgetdc', fixture('dsgetdc'), ['dc located contoso.com dc01.contoso.com 10.0.0.10 KDC of 16']],
  [
    '/dsgetdc, Spanish',
    fixture('dsgetdc-spanish'),
    ['dc located dc01.contoso.com 10.0.0.10 KDC of 11'],
  ],
  [
    '/dsgetdc, flags on two lines, a name without a domain',
    '     DC: \\\\DC01\n  Address: \\\\10.0.0.10\n Dom Guid: 741ad9df-4607-4f13-89ab-48d06b7ac263\n Dom Name: CONTOSO\n Forest Name: contoso.com\n Dc Site Name: HQ\nOur Site Name: HQ\n  Flags: GC DS LDAP KDC TIMESERV WRITABLE DNS_DC DNS_DOMAIN\n         DNS_FOREST CLOSE_SITE 0xC000\nThe command completed successfully\n',
    ['dc located CONTOSO dc01 10.0.0.10 KDC of 11'],
  ],
  [
    '/dclist',
    "C:\\>nltest /dclist:contoso.com\nGet list of DCs in domain 'contoso.com' from '\\\\DC01.contoso.com'.\n    DC01.contoso.com [PDC]  [DS] Site: HQ\n    DC02.contoso.com        [DS] Site: HQ\nThe command completed successfully\n",
    [
      'dc located contoso.com dc01.contoso.com',
      'dc listed contoso.com dc01.contoso.com',
      'dc listed contoso.com dc02.contoso.com',
    ],
  ],
  [
    '/dclist, Chinese',
    'nltest /dclist:contoso.com\n获得域“contoso.com”中 DC 的列表(从“\\\\DC01.contoso.com”中)。\n     DC02.contoso.com        [DS] 站点: HQ\n',
    ['dc located contoso.com dc01.contoso.com', 'dc listed contoso.com dc02.contoso.com'],
  ],
  [
    '/domain_trusts',
    fixture('domain-trusts'),
    [
      'trust CHILD child.contoso.com forest outbound+inbound withinforest',
      'trust CONTOSO contoso.com own',
      'trust FABRIKAM fabrikam.com outbound foresttrans',
    ],
  ],
  [
    '/trusted_domains with a Kerberos realm, and /v',
    '    0: EXAMPLE.COM (MIT) (Direct Outbound) (Direct Inbound) ( Attr: non-trans )\n    1: SUB sub.contoso.com (NT 5) (Forest: 2) (Primary Domain) (Native)\n       Dom Guid: 5cdf1d22-5e08-4243-b8b1-32651fe49630\n       Dom Sid: S-1-5-21-4168247447-1722543658-2110108262\n',
    ['trust example.com outbound+inbound non-trans', 'trust SUB sub.contoso.com own'],
  ],
  [
    'netdom query trust',
    'C:\\>netdom query /domain:contoso.com trust\nDirection Trusted\\Trusting domain                         Trust type\n========= =======================                         ==========\n\n<->       fabrikam.com\nDirect\nNot found\n\n->       adatum.com                                       Direct\n\nThe command completed successfully.\n',
    ['trust fabrikam.com outbound+inbound', 'trust adatum.com outbound'],
  ],
  [
    'netdom query fsmo',
    'C:\\>netdom query fsmo\nSchema master               DC01.contoso.com\nDomain naming master        DC01.contoso.com\nPDC                         DC02.contoso.com\nRID pool manager            DC02.contoso.com\nInfrastructure master       DC02.contoso.com\nThe command completed successfully.\n',
    ['01', '01', '02', '02', '02'].map((n) => `dc listed dc${n}.contoso.com`),
  ],
  [
    'netdom verify',
    'The secure channel from WEB01 to the domain CONTOSO has been verified.  The connection\nis with the machine \\\\DC01.CONTOSO.COM.\n\nThe command completed successfully.\n',
    ['channel web01$ CONTOSO dc01.contoso.com true'],
  ],
  ['Test-ComputerSecureChannel', 'PS C:\\> Test-ComputerSecureChannel\nFalse\n', ['channel false']],
  [
    'Test-ComputerSecureChannel -Verbose',
    'PS C:\\> Test-ComputerSecureChannel -Verbose\nVERBOSE: Performing the operation "Test-ComputerSecureChannel" on target "WEB01".\nVERBOSE: The secure channel between the local computer and the domain contoso.com is broken.\nFalse\n',
    ['channel contoso.com false'],
  ],
  [
    'Test-ComputerSecureChannel -Verbose, German',
    'PS C:\\> Test-ComputerSecureChannel -Verbose\nAUSFÜHRLICH: Der sichere Kanal zwischen dem lokalen Computer und der Domäne contoso.com ist in gutem Zustand.\nTrue\n',
    ['channel contoso.com true'],
  ],
  [
    'the sentence alone',
    'The secure channel between the local computer and the domain contoso.com is broken.',
    ['channel contoso.com false'],
  ],
  ['told', 'Test-ComputerSecureChannel returns `False` on that server.', ['channel false']],
  [
    'the report of this guide',
    '== Secure channel\nTrue\nFlags: 30 HAS_IP  HAS_TIMESERV \nTrusted DC Name \\\\DC01.contoso.com \nTrusted DC Connection Status Status = 0 0x0 NERR_Success\nThe command completed successfully\n',
    ['channel true', 'channel dc01.contoso.com 0'],
  ],
  // Look-alikes
  [
    'a question',
    'Should I run Test-ComputerSecureChannel or nltest /sc_verify:contoso.com first?',
    [],
  ],
  [
    'False of another command',
    'PS C:\\> Test-ComputerSecureChannel -Credential $c\nPS C:\\> Test-Path x\nFalse\n',
    [],
  ],
  [
    'ipconfig',
    'Windows IP Configuration\n\n   Host Name . . . . . . . . . . . . : WEB01\n   IPv4 Address. . . . . . . . . . . : 10.0.0.21\n   NetBIOS over Tcpip. . . . . . . . : Enabled\n',
    [],
  ],
  [
    'net use',
    'OK           Z:        \\\\files.contoso.com\\share    Microsoft Windows Network\nThe command completed successfully.\n',
    [],
  ],
  [
    'net view',
    'Shared resources at \\\\web01\n\nShare name: \\\\web01\nAddress: \\\\10.0.0.21\\data\n',
    [],
  ],
  [
    'systeminfo',
    'Logon Server:              \\\\DC01\nHotfix(s):                 3 Hotfix(s) Installed.\n                           [01]: KB5031364\n',
    [],
  ],
  ['code', 'const DS = 5; // LDAP KDC\nstatus = 5 0x6 ERROR_ACCESS_DENIED\n', []],
  ['git log', '* 1a2b3c4 (HEAD -> main) Flags: 30\n  0: first (NT) second\n', []],
  ['a diff', '->       see contoso.com for more\n<->      fabrikam.com\n', []],
  ['docker', '0.0.0.0:80->80/tcp   web01\n', []],
];

const TABLE = { reader: nltest, seen: seenNltest, brief, rows: ROWS };

testRows(TABLE);

testDisguises({ ...TABLE, rows: ROWS.slice(0, 12) });

test('the numbers of a status are claimed, and those of other codes are not', async () => {
  const reading = await readingOf(nltest, BROKEN);
  const claimed = (reading?.claimed ?? [])
    .map(({ start, end }) => BROKEN.slice(start, end))
    .join('\n');
  assert.match(claimed, /1789 0x6fd ERROR_TRUSTED_RELATIONSHIP_FAILURE/);
  const foreign =
    'Cannot DsBind to contoso.com (\\\\dc01).Status = 2148074320 0x80090350 SEC_E_DOWNGRADE_DETECTED';
  assert.equal(await readingOf(nltest, foreign), undefined);
});

const SOUND = {
  reader: nltest,
  seen: seenNltest,
  texts: ROWS.filter(([, , facts]) => facts.length > 0).map(([, text]) => text),
  pieces: [
    'Flags: 30\n',
    '\\\\',
    '= 0 0x0 NERR_Success ',
    'nltest ',
    '\\dc01.contoso.com\n',
    'Flags: DS DS DS\n',
    '0: A b.c (NT 5) (',
    'Test-ComputerSecureChannel\n',
    'DC: \\\\a\nAddress: \\\\1.1.1.1\n',
    '> C:\\a\\',
  ],
};

test('any text', () => assertSound(SOUND));
test('time grows with the length', () => assertLinearReader(SOUND));
