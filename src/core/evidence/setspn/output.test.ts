import assert from 'node:assert/strict';
import test from 'node:test';
import { factsIn, readSetspn } from './testing/read.ts';

const WEB01 =
  'CN=WEB01,OU=Servers,DC=contoso,DC=com\n        HOST/WEB01\n        HTTP/portal.contoso.com\n';
const SVC = 'CN=svc-portal,OU=Service,DC=contoso,DC=com';
const FOUND = '\nExisting SPN found!\n';
const CHECKING = 'Checking domain DC=contoso,DC=com\n';
const QUERY = 'C:\\>setspn -Q HTTP/portal.contoso.com\n';

/** [what it is, paste, facts in short]. Names are changed; forms are those of public outputs. */
const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'the owner of the searched SPN is the block that contains it, among all that it holds',
    `${QUERY}${CHECKING}${WEB01}${FOUND}`,
    [
      'list web01: 2',
      'owner HOST/web01 = web01',
      'owner HTTP/portal.contoso.com = web01',
      'search HTTP/portal.contoso.com in domain: 1',
    ],
  ],
  [
    'without the command, several SPNs do not tell which was searched for',
    `${CHECKING}${WEB01}${FOUND}`,
    [
      'list web01: 2',
      'owner HOST/web01 = web01',
      'owner HTTP/portal.contoso.com = web01',
      'search ? in domain: 1',
    ],
  ],
  [
    'without the command, the only SPN is the one searched for',
    `Checking forest DC=contoso,DC=com\n${SVC}\n\tHTTP/portal\n${FOUND}`,
    ['list svc-portal: 1', 'owner HTTP/portal = svc-portal', 'search HTTP/portal in forest: 1'],
  ],
  [
    'two owners',
    `${QUERY}${CHECKING}${WEB01}${SVC}\n        http/portal.contoso.com\n${FOUND}`,
    [
      'list web01: 2',
      'owner HOST/web01 = web01',
      'owner HTTP/portal.contoso.com = web01',
      'list svc-portal: 1',
      'owner HTTP/portal.contoso.com = svc-portal',
      'search HTTP/portal.contoso.com in domain: 2',
    ],
  ],
  [
    'not found',
    `${QUERY}${CHECKING}\nNo such SPN found.`,
    ['search HTTP/portal.contoso.com in domain: 0'],
  ],
  [
    'a wildcard, with the forest in the command only',
    'PS C:\\> setspn /f /q */portal.contoso.com\n\nNo such SPN found.',
    ['search */portal.contoso.com in forest: 0'],
  ],
  [
    'tabs and blank lines lost, quoted in a mail, CR LF',
    `> ${QUERY}> ${CHECKING}> ${SVC}\n> HTTP/portal.contoso.com\n> Existing SPN found!`.replace(
      /\n/g,
      '\r\n',
    ),
    [
      'list svc-portal: 1',
      'owner HTTP/portal.contoso.com = svc-portal',
      'search HTTP/portal.contoso.com in domain: 1',
    ],
  ],
  [
    'HTML entity in the prompt, fences, doubled blank lines',
    `\`\`\`\nPS C:\\&gt; setspn -L svc-portal\n\n\nRegistered ServicePrincipalNames for ${SVC}:\n\n        HTTP/portal\n\n        HTTP/b\n\`\`\``,
    ['list svc-portal: 2', 'owner HTTP/portal = svc-portal', 'owner HTTP/b = svc-portal'],
  ],
  [
    'a name that a console of 80 columns broke',
    'Registered ServicePrincipalNames for CN=svc-portal,OU=Service Accounts,DC=contos\no,DC=com:\n        HTTP/portal',
    ['list svc-portal: 1', 'owner HTTP/portal = svc-portal'],
  ],
  [
    'an account without SPNs',
    `Registered ServicePrincipalNames for ${SVC}:\n`,
    ['list svc-portal: 0'],
  ],
  [
    'classes with a space or a dot do not end the list',
    `Registered ServicePrincipalNames for ${SVC}:\n\tMicrosoft Virtual System Migration Service/WEB01\n\tMSOLAPSvc.3/WEB01\n\tHTTP/portal`,
    ['list svc-portal: 1', 'owner HTTP/portal = svc-portal'],
  ],
  [
    'duplicates of a forest',
    `setspn -X -F -P\nChecking forest DC=contoso,DC=com\nOperation will be performed forestwide, it might take a while.\nProcessing entry 0\nHTTP/portal is registered on these accounts:\n        ${SVC}\n        CN=WEB01,OU=Servers,DC=contoso,DC=com\n\nfound 1 group of duplicate SPNs.`,
    [
      'owner HTTP/portal = svc-portal',
      'owner HTTP/portal = web01',
      'duplicates in forest: 1 HTTP/portal',
    ],
  ],
  [
    'duplicates, the accounts left out (sharepoint.stackexchange.com 27575)',
    'setspn -X\nChecking domain DC=domain,DC=sub\n\nProcessing entry 6\n\nhttp/portal is registered on these accounts:\nfound 2 groups of duplicate SPNs.',
    ['duplicates in domain: 2 HTTP/portal'],
  ],
  [
    'registered',
    `setspn -S HTTP/portal svc-portal\n${CHECKING}\nRegistering ServicePrincipalNames for ${SVC}\n        HTTP/portal\nUpdated object`,
    ['owner HTTP/portal = svc-portal'],
  ],
  [
    'without "Updated object" nothing says that it was registered',
    `Registering ServicePrincipalNames for ${SVC}\n        HTTP/portal\n`,
    [],
  ],
  [
    'moved: what was removed is no longer held',
    `${QUERY}${CHECKING}${SVC}\n        HTTP/portal.contoso.com\n${FOUND}C:\\>setspn -D HTTP/portal.contoso.com svc-portal\nUnregistering ServicePrincipalNames for ${SVC}\n        HTTP/portal.contoso.com\nUpdated object`,
    ['list svc-portal: 1', 'search HTTP/portal.contoso.com in domain: 1'],
  ],
  [
    'refused: a duplicate',
    `setspn -S HTTP/portal.contoso.com CONTOSO\\svc-portal\n${CHECKING}${WEB01}\nDuplicate SPN found, aborting operation!`,
    [
      'list web01: 2',
      'owner HOST/web01 = web01',
      'owner HTTP/portal.contoso.com = web01',
      'refused duplicate HTTP/portal.contoso.com svc-portal',
    ],
  ],
  [
    'refused: no rights (public issue, names changed)',
    `Registering ServicePrincipalNames for ${SVC}\n        HTTP/portal\nFailed to assign SPN on account '${SVC}', error 0x2098/8344 -> Insufficient access rights to perform the operation.`,
    ['refused access-denied HTTP/portal svc-portal 8344'],
  ],
  [
    'refused: not unique in the forest (Microsoft Learn, Management Reporter)',
    `Registering ServicePrincipalNames for ${SVC}  \nHTTP/portal  \nFailed to assign SPN on account '${SVC}', error 0x21c7/8647 -> **The operation failed because SPN value provided for addition/modification is not unique forest-wide.**`,
    ['refused duplicate HTTP/portal svc-portal 8647'],
  ],
  [
    'no such account',
    'FindDomainForAccount: Call to DsGetDcNameWithAccountW failed with return value 0x00000525\nCould not find account svc-portal',
    ['refused no-account svc-portal 1317'],
  ],
  [
    'no domain controller, the space lost (public issue)',
    'FindDomainForAccount: Call to DsGetDcNameWithAccountW failed with return value0x0000054B Could not find account SQL-AYQE0',
    ['refused no-domain 1355'],
  ],
  [
    'a domain that does not answer, and what follows is of another',
    `setspn -T medin -Q */*\nLdap Error(0x51 -- Server Down): ldap_connect\nFailed to retrieve DN for domain "medin" : 0x00000051\nWarning: No valid targets specified, reverting to current domain.\n${SVC}\n        HTTP/portal\n${FOUND}`,
    [
      'list svc-portal: 1',
      'owner HTTP/portal = svc-portal',
      'search */* in domain: 1',
      'refused no-domain medin',
    ],
  ],
  // Invented translations: only what is not translated may be relied on.
  [
    'German: found',
    `C:\\>setspn -F -Q HTTP/portal\nGesamtstruktur DC=contoso,DC=com wird überprüft\n${SVC}\n        HTTP/portal\n\nVorhandener SPN wurde gefunden!`,
    ['list svc-portal: 1', 'owner HTTP/portal = svc-portal', 'search HTTP/portal in forest: 1'],
  ],
  [
    'German: not found',
    'Domäne "DC=contoso,DC=com" wird überprüft.\n\nEs wurde kein solcher SPN gefunden.',
    ['search ? in domain: 0'],
  ],
  [
    'French: a list',
    `setspn -L svc-portal\nServicePrincipalNames inscrits pour ${SVC} :\n        HTTP/portal`,
    ['list svc-portal: 1', 'owner HTTP/portal = svc-portal'],
  ],
  [
    'Japanese: a list with the name in the middle',
    `次の項目に登録されている ${SVC} の ServicePrincipalNames：\n        HTTP/portal`,
    ['list svc-portal: 1', 'owner HTTP/portal = svc-portal'],
  ],
  [
    'German: duplicates',
    `setspn -X\nHTTP/portal ist für diese Konten registriert:\n        ${SVC}\n        CN=WEB01,DC=contoso,DC=com\n\nEs wurde 1 Gruppe doppelter SPNs gefunden.`,
    [
      'owner HTTP/portal = svc-portal',
      'owner HTTP/portal = web01',
      'duplicates in domain: 1 HTTP/portal',
    ],
  ],
  [
    'German: no rights',
    `Fehler beim Zuweisen des SPN für Konto '${SVC}', Fehler 0x2098/8344 -> Unzureichende Rechte`,
    ['refused access-denied svc-portal 8344'],
  ],
  [
    'German: aborted',
    `setspn -S HTTP/portal.contoso.com svc\n${CHECKING}${SVC}\n\tHTTP/portal.contoso.com\n\nDoppelter SPN gefunden, Vorgang wird abgebrochen!`,
    [
      'list svc-portal: 1',
      'owner HTTP/portal.contoso.com = svc-portal',
      'refused duplicate HTTP/portal.contoso.com svc',
    ],
  ],
];

for (const [name, paste, expected] of ROWS) {
  void test(name, () => {
    assert.deepEqual(factsIn(paste), expected);
  });
}

/** [what it is, text] that state nothing here. */
const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  [
    'LDIF',
    `dn: ${SVC}\nchangetype: modify\nservicePrincipalName: HTTP/portal\nservicePrincipalName: HTTP/b`,
  ],
  ['LDIF of a domain', 'dn: DC=contoso,DC=com\nobjectClass: top\nobjectClass: domainDNS'],
  [
    'Get-ADUser',
    `DistinguishedName     : ${SVC}\nEnabled               : True\nServicePrincipalNames : {HTTP/portal, HTTP/b}`,
  ],
  ['dsquery', `"${SVC}"\n"CN=WEB01,OU=Servers,DC=contoso,DC=com"`],
  [
    'prose',
    'Run setspn -Q HTTP/portal to see who owns it. If you get No such SPN found. you register it.',
  ],
  ['prose with a colon', 'I registered HTTP/portal for the site like this:\nand it works'],
  ['klist', '#0>\tClient: anna @ CONTOSO.COM\n\tServer: HTTP/portal.contoso.com @ CONTOSO.COM'],
  [
    'event',
    'The Kerberos client received a KRB_AP_ERR_MODIFIED error from the server web01$. The target name used was HTTP/portal.',
  ],
  ['codes alone', 'error 0x2098/8344 in our log'],
  [
    'help',
    'setspn -S http/daserver daserver1 \n   It will register SPN "http/daserver" for computer "daserver1" \n    if no such SPN exists in the domain',
  ],
  ['a folder', '/etc/krb5.keytab\ntext/html\nand/or'],
];

for (const [name, text] of LOOK_ALIKES) {
  void test(`states nothing for ${name}`, () => {
    assert.deepEqual(factsIn(text), []);
    assert.deepEqual(readSetspn(text)?.kinds ?? [], []);
  });
}

void test('a command alone is explained, so that its port is not looked up as a code', () => {
  const text = 'setspn -S HTTP/portal:1326 svc-portal';
  assert.deepEqual(readSetspn(text)?.claimed, [{ start: 0, end: text.length }]);
});
