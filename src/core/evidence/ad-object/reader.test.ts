import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assertLinear } from '../../../../tests/unit/linear.ts';
import { assertDamaged } from '../../../../tests/unit/reader-table.ts';
import type { Fact, FactOf } from '../../facts/fact.ts';
import { spelled } from '../../facts/names.ts';
import type { Reading } from '../reader.ts';
import { adObject } from './reader.ts';
import { seenAdObject } from './seen.ts';

const NOTHING = { claimed: [], inner: [], options: {} };

function read(text: string): Reading | undefined {
  const reading = adObject.read(text, NOTHING);
  assert.ok(!(reading instanceof Promise));
  if (reading) assert.ok(seenAdObject(text), text.slice(0, 80));
  return reading;
}

const present = (...parts: unknown[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ');

/** A fact in one line: `account svc-portal user etypes 28 +NOT_DELEGATED`. */
function brief(fact: Fact): string {
  if (fact.kind === 'spnList') return `list ${fact.account.name}: ${fact.spns.length}`;
  if (fact.kind === 'spnOwner') {
    return `owner ${spelled(fact.spn)} = ${fact.account.name}${fact.isComputer === undefined ? ' ?' : fact.isComputer ? ' computer' : ''}`;
  }
  if (fact.kind !== 'directoryAccount') return fact.kind;
  return present(
    'account',
    fact.account?.name ?? fact.dnsName ?? '?',
    fact.class,
    fact.etypes === undefined ? '' : `etypes ${fact.etypes}`,
    ...fact.flags.map((flag) => `+${flag}`),
    fact.cleared.includes('ACCOUNTDISABLE') ? 'enabled' : '',
    fact.isLockedOut === undefined ? '' : fact.isLockedOut ? 'locked' : 'unlocked',
    fact.isPasswordExpired ? 'expired' : '',
    fact.mustChangePassword ? 'must-change' : '',
    fact.passwordSet,
    fact.delegatesTo && `to ${fact.delegatesTo.join()}`,
    fact.delegatedFrom && `from ${fact.delegatedFrom.map(({ name }) => name).join()}`,
    fact.passwordReaders && `readers ${fact.passwordReaders.map(({ name }) => name).join()}`,
    fact.cut.length > 0 ? `cut ${fact.cut.join()}` : '',
  );
}

const inBrief = (text: string): string[] => (read(text)?.facts ?? []).map(brief);
const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

const PORTAL = ['owner HTTP/portal.contoso.com = svc-portal', 'owner HTTP/portal = svc-portal'];
/** [fixture, facts in brief] */
const FIXTURES: readonly (readonly [string, readonly string[]])[] = [
  [
    'powerview.txt',
    [
      'account web service etypes 0 +TRUSTED_TO_AUTHENTICATE_FOR_DELEGATION enabled 10/13/2022 10:36:04 PM',
      'list web service: 2',
      'owner CVS/dc1.contoso.com = web service',
      'owner CVS/dc1 = web service',
    ],
  ],
  [
    'domain-controller.txt',
    ['account dc1.contoso.com etypes 28 +SERVER_TRUST_ACCOUNT +TRUSTED_FOR_DELEGATION enabled'],
  ],
  ['wrapped.txt', ['account ? 2021-10-05T20:01:46.683Z cut spns']],
  [
    'get-ad-user.txt',
    [
      'account svc-portal user etypes 28 +TRUSTED_TO_AUTHENTICATE_FOR_DELEGATION enabled unlocked 3/2/2026 8:15:02 AM to MSSQLSvc/sql01.contoso.com:1433,MSSQLSvc/sql01.contoso.com cut spns',
      'owner HTTP/portal.contoso.com = svc-portal ?',
      'owner HTTP/portal = svc-portal ?',
      'owner HTTP/intranet.contoso.com = svc-portal ?',
      'owner HTTP/intranet = svc-portal ?',
      'account gmsa-web$ group-managed-service etypes 24 enabled readers web01,webservers',
    ],
  ],
  [
    'ldif.txt',
    [
      'account svc-portal user etypes 4 +ACCOUNTDISABLE +USE_DES_KEY_ONLY must-change to MSSQLSvc/sql01.contoso.com:1433',
      'list svc-portal: 3',
      'owner HTTP/portal.contoso.com = svc-portal',
      'owner HTTP/a-very-long-name-that-is-folded.contoso.com = svc-portal',
      'owner HTTP/portal = svc-portal',
      'account web01$ computer +WORKSTATION_TRUST_ACCOUNT enabled',
      'list web01: 2',
      'owner HOST/web01 = web01 computer',
      'owner HOST/web01.contoso.com = web01 computer',
    ],
  ],
  [
    'adsi.txt',
    [
      'account svc-web enabled 2024-01-17T21:20:00Z',
      'list svc-web: 2',
      'owner HTTP/web.contoso.com = svc-web',
      'owner HTTP/web = svc-web',
    ],
  ],
  [
    'ldp.txt',
    [
      'account svc-web etypes 24 enabled',
      'list svc-web: 2',
      'owner HTTP/web.contoso.com = svc-web',
      'owner HTTP/web = svc-web',
    ],
  ],
  [
    'json.txt',
    [
      'account svc-json etypes 24 enabled',
      'list svc-json: 2',
      'owner HTTP/json.contoso.com = svc-json',
      'owner HTTP/json = svc-json',
    ],
  ],
  [
    'format-table.txt',
    [
      'account svc-portal etypes 28 enabled cut spns',
      'owner HTTP/portal.contoso.com = svc-portal ?',
      'account svc-old etypes 4 +ACCOUNTDISABLE',
      'list svc-old: 1',
      'owner HTTP/old.contoso.com = svc-old',
    ],
  ],
  [
    'dsquery.txt',
    [
      'account svc-portal',
      'list svc-portal: 2',
      ...PORTAL.toReversed(),
      'account svc-portal +ACCOUNTDISABLE',
    ],
  ],
  [
    'csvde.txt',
    [
      'account svc-csv user enabled',
      'list svc-csv: 2',
      'owner HTTP/csv = svc-csv',
      'owner HTTP/csv.contoso.com = svc-csv',
    ],
  ],
  [
    'expanded.txt',
    ['account svc-portal', 'list svc-portal: 2', ...PORTAL, 'account web01$ etypes 4'],
  ],
  ['net-user.txt', ['account svc-portal enabled locked 3/2/2026 8:15:02 AM']],
  ['net-user-german.txt', ['account svc-alt +ACCOUNTDISABLE 02.03.2026 08:15:02']],
];

for (const [name, expected] of FIXTURES) {
  const text = fixture(name);
  test(name, () => {
    assert.deepEqual(inBrief(text), expected);
  });

  test(`${name} with the line ends of Windows, in a quoted mail, and with doubled lines`, () => {
    assert.deepEqual(inBrief(text.replaceAll('\n', '\r\n')), expected);
    assert.deepEqual(inBrief(text.replace(/^/gm, '> ')), expected);
    if (name === 'expanded.txt') return;
    assert.deepEqual(inBrief(text.replaceAll('\n', '\n\n')), expected);
  });
}

/** [what, text, facts in brief] */
const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  ['RC4 as a name', 'SamAccountName : a\nKerberosEncryptionType : {RC4}', ['account a etypes 4']],
  ['none', 'SamAccountName : a\nKerberosEncryptionType : {None}', ['account a etypes 0']],
  [
    'an empty value',
    'msDS-SupportedEncryptionTypes : \nSamAccountName : a',
    ['account a etypes 0'],
  ],
  [
    'all four names',
    'SamAccountName : a\nKerberosEncryptionType : {DES, RC4, AES128, AES256}',
    ['account a etypes 31'],
  ],
  [
    'control as a hexadecimal number',
    'sAMAccountName: a\nuserAccountControl: 0x110200',
    ['account a +NOT_DELEGATED enabled'],
  ],
  [
    'a computed state',
    'sAMAccountName: a\nmsDS-User-Account-Control-Computed: 8388624',
    ['account a locked expired'],
  ],
  [
    'an old lockout time is no lockout',
    'sAMAccountName: a\nlockoutTime: 133500000000000000',
    ['account a'],
  ],
  ['no lockout time', 'sAMAccountName: a\nlockoutTime: 0', ['account a unlocked']],
  [
    'who may delegate, and an empty list',
    'SamAccountName : svc-sql\nPrincipalsAllowedToDelegateToAccount : {CN=svc-portal,OU=Service Accounts,DC=contoso,DC=com}\nmsDS-AllowedToDelegateTo : {}',
    ['account svc-sql to  from svc-portal'],
  ],
  [
    'a security descriptor',
    'sAMAccountName: svc-sql\nmsDS-AllowedToActOnBehalfOfOtherIdentity:: AQAEgBQAAAAAAAAAAAAAACQAAAABAgAAAAAABSAAAAAgAgAA',
    ['account svc-sql from '],
  ],
  [
    'the property of .NET',
    'SamAccountName : svc-sql\nmsDS-AllowedToActOnBehalfOfOtherIdentity : System.DirectoryServices.ActiveDirectorySecurity',
    ['account svc-sql from '],
  ],
  [
    'an ellipsis of one character',
    'SamAccountName : a\nServicePrincipalNames : {HTTP/a, HTTP/b, HTTP/c, HTTP/d…}',
    [
      'account a cut spns',
      'owner HTTP/a = a ?',
      'owner HTTP/b = a ?',
      'owner HTTP/c = a ?',
      'owner HTTP/d = a ?',
    ],
  ],
  [
    'an SPN with a port, and one with spaces in its class',
    'SamAccountName : WEB01$\nServicePrincipalNames : {HTTP/a:8080, Hyper-V Replica Service/WEB01, HOST/WEB01}',
    [
      'account web01$',
      'list web01$: 2',
      'owner HTTP/a:8080 = web01$ computer',
      'owner HOST/web01 = web01$ computer',
    ],
  ],
  [
    'entities of a web page',
    'SamAccountName : a&#36;\nmsDS-SupportedEncryptionTypes : 24&nbsp;',
    ['account a$ etypes 24'],
  ],
  // What is no account.
  ['a group', 'DistinguishedName : CN=g,DC=a\nObjectClass : group\nSamAccountName : g', []],
  ['a name alone', 'SamAccountName : a', []],
  ['configuration', 'enabled : True\nname : Portal', []],
  [
    'an event of a ticket',
    'Service Information:\n\tService Name:\t\tsvc-portal\n\tMSDS-SupportedEncryptionTypes:\t0x1C (RC4, AES128-SHA96, AES256-SHA96)\n\tAvailable Keys:\tAES-SHA1, RC4',
    [],
  ],
  [
    'setspn',
    'Registered ServicePrincipalNames for CN=svc-portal,OU=Service Accounts,DC=contoso,DC=com:\n\tHTTP/portal.contoso.com',
    [],
  ],
  [
    'prose',
    'The attribute msDS-SupportedEncryptionTypes is empty, and userAccountControl: see below.',
    [],
  ],
  ['a script', 'Set-ADUser svc-portal -KerberosEncryptionType AES128, AES256', []],
  [
    'a country in an address',
    'Telefon                      030 (Büro)\nKonto aktiv                  vielleicht\na\nb',
    [],
  ],
];

for (const [what, text, expected] of ROWS) {
  test(what, () => {
    assert.deepEqual(inBrief(text), expected);
  });
}

test('a list that is cut off gives no list, and its last value only where it is whole', () => {
  const names = (list: string) =>
    inBrief(`SamAccountName : a\nServicePrincipalNames : ${list}`).filter((line) =>
      /^owner|^list/.test(line),
    );
  assert.deepEqual(names('{HTTP/a, HTTP/bc...}'), ['owner HTTP/a = a ?', 'owner HTTP/bc = a ?']);
  assert.deepEqual(names('{HTTP/a, HTTP/bc...'), ['owner HTTP/a = a ?']);
  assert.deepEqual(names('{HTTP/a, HTTP/bc'), ['owner HTTP/a = a ?']);
});

test('what another reader has explained is left alone', () => {
  const text = fixture('ldif.txt');
  assert.equal(
    adObject.read(text, { ...NOTHING, claimed: [{ start: 0, end: text.length }] }),
    undefined,
  );
});

test('a password in a listing is in no fact', () => {
  const text =
    'SamAccountName : a\nEnabled : True\nms-Mcs-AdmPwd : s3cret!\nunicodePwd : s3cret!\nDescription : password is s3cret!';
  assert.doesNotMatch(JSON.stringify(read(text)?.facts), /s3cret/);
});

const ALL = [...FIXTURES.map(([name]) => fixture(name)), ...ROWS.map(([, text]) => text)];

function assertSound(text: string): void {
  const reading = read(text);
  const accounts = (reading?.facts ?? []).filter(
    (fact): fact is FactOf<'directoryAccount'> => fact.kind === 'directoryAccount',
  );
  const spans = [
    ...(reading?.claimed ?? []),
    ...(reading?.facts ?? []).map(({ at }) => at),
    ...accounts.flatMap(({ places }) => Object.values(places)),
  ];
  for (const { start, end } of spans) assert.ok(start >= 0 && start <= end && end <= text.length);
  for (const { flags, cleared } of accounts) {
    assert.ok(!flags.some((flag) => cleared.includes(flag)));
  }
}

test('no prefix throws, and one that ends in an open list gives no whole list', () => {
  for (const text of FIXTURES.map(([name]) => fixture(name))) {
    for (let end = 0; end < text.length; end += 13) {
      const part = text.slice(0, end);
      assertSound(part);
      // The brace of a JSON document is none of a list.
      const isOpen = part.lastIndexOf('{') > Math.max(part.lastIndexOf('}'), 0);
      const last = (read(part)?.facts ?? []).findLast(({ kind }) => kind === 'spnList');
      assert.ok(!isOpen || !last || last.at.end < part.lastIndexOf('{'), part.slice(-80));
    }
  }
});

test('damaged listings are read without an exception, with places inside the text', () => {
  assertDamaged(ALL, assertSound, { longest: 3_000, numRuns: 500 });
});

test('reading is linear', async () => {
  for (const piece of [
    'a: ',
    'sAMAccountName: a\n',
    'servicePrincipalName: HTTP/a\n',
    'ServicePrincipalNames : {HTTP/a, ',
    '  HTTP/a,\n',
    'a,b,sAMAccountName,enabled\n',
    'sAMAccountName servicePrincipalName\n',
    '-- ',
    '000 (a)\n',
    'net user a /domain\n',
    fixture('get-ad-user.txt'),
  ]) {
    await assertLinear(piece, read);
  }
});
