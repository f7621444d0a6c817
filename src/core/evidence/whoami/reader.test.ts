import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type ReaderRow, testDisguises, testRows } from '../../../../tests/unit/reader-table.ts';
import { assertLinearReader, assertSound, readingOf } from '../../../../tests/unit/sound-reader.ts';
import type { Fact } from '../../facts/fact.ts';
import { whoami } from './reader.ts';
import { seenWhoami } from './seen.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');

/** `contoso\alice NTLM network 3 groups (1 long, all) elevated 2 privileges`. */
function brief(fact: Fact): string {
  if (fact.kind !== 'accessToken') return fact.kind;
  const { account, authentication, groups, privileges, isElevated, logon, isBuiltIn } = fact;
  return [
    account?.written,
    authentication,
    logon,
    groups && `${groups.count} groups (${groups.long} long${groups.isComplete ? ', all' : ''})`,
    isElevated === undefined ? undefined : isElevated ? 'elevated' : 'normal',
    privileges && `${privileges.length} privileges`,
    isBuiltIn && 'built-in',
  ]
    .filter(Boolean)
    .join(' ');
}

const ALL = fixture('all');

/** [what, text, facts in brief] */
const ROWS: readonly ReaderRow[] = [
  ['/all', ALL, ['contoso\\alice interactive 3 groups (1 long, all) normal 2 privileges']],
  ['rows alone', fixture('ntlm-rows'), ['NTLM normal']],
  ['/groups, German', fixture('groups-german'), ['NTLM network 1 groups (0 long, all) elevated']],
  [
    'columns that a forum has pushed together',
    'NT AUTHORITY\\NTLM Authentication Well-known group S-1-5-64-10 Mandatory group, Enabled by default, Enabled group\n',
    ['NTLM'],
  ],
  ['whoami', 'C:\\inetpub>whoami\niis apppool\\portal\n', ['iis apppool\\portal built-in']],
  [
    '/user',
    'whoami /user\n\nUSER INFORMATION\n----------------\n\nUser Name                    SID\n============================ ========\nnt authority\\network service S-1-5-20\n',
    ['nt authority\\network service built-in'],
  ],
  [
    '/fo csv',
    'C:\\>whoami /groups /fo csv /nh\n"Everyone","Well-known group","S-1-1-0","Mandatory group, Enabled by default, Enabled group"\n"NT AUTHORITY\\NTLM Authentication","Well-known group","S-1-5-64-10","Mandatory group, Enabled by default, Enabled group"\n',
    ['NTLM'],
  ],
  [
    '/fo list',
    'C:\\>whoami /groups /fo list\n\nGroup Name: Everyone\nType:       Well-known group\nSID:        S-1-1-0\nAttributes: Mandatory group\n\nGroup Name: NT AUTHORITY\\SChannel Authentication\nType:       Well-known group\nSID:        S-1-5-64-14\nAttributes: Mandatory group\n',
    ['Schannel'],
  ],
  [
    '/priv',
    'SeAssignPrimaryTokenPrivilege Replace a process level token             Disabled\nSeImpersonatePrivilege        Impersonate a client after authentication Enabled\nSeCreateGlobalPrivilege       Create global objects                     Enabled\n',
    ['3 privileges'],
  ],
  ['gpresult', fixture('gpresult'), ['NTLM 3 groups (0 long, all)']],
  [
    'PowerShell counts',
    'PS C:\\> (Get-ADPrincipalGroupMembership alice).Count\n1477\n',
    ['1477 groups (0 long, all)'],
  ],
  [
    'PowerShell lists',
    'name              : Portal Users\ngroupScope        : Global\n\nname              : Partners\ngroupScope        : DomainLocal\n',
    ['2 groups (0 long)'],
  ],
  // Look-alikes
  [
    'a sentence',
    'Look for S-1-5-64-10 in the list, or for NT AUTHORITY\\NTLM Authentication (S-1-5-64-10).',
    [],
  ],
  [
    'a sentence with a name',
    'I see NT AUTHORITY\\NTLM Authentication S-1-5-64-10 there, is that wrong?',
    [],
  ],
  [
    'an event',
    'Subject:\n\tSecurity ID:\t\tS-1-5-18\n\tAccount Name:\t\tWEB01$\n\tLogon ID:\t\t0x3E7\n',
    [],
  ],
  ['SDDL', 'SDDL: D:(A;;GX;;;S-1-5-80-257763619-1023834443)\n', []],
  ['a registry key', 'HKEY_USERS\\S-1-5-21-1004336348-1177238915-682003330-1105\\Software\n', []],
  [
    'a list of profiles',
    'wmic useraccount get name,sid\nName           SID\nAdministrator  S-1-5-21-1004336348-1177238915-682003330-500\n',
    [],
  ],
  ['icacls', 'C:\\inetpub S-1-5-32-545:(OI)(CI)(RX)\n', []],
  ['a share', 'C:\\>net use\nOK           Z:        \\\\files\\share\n', []],
];

const TABLE = { reader: whoami, seen: seenWhoami, brief, rows: ROWS };

testRows(TABLE);

// A blank line after each row ends the list of gpresult.
testDisguises(TABLE, (name, how) => name !== 'gpresult' || !/doubled|indented/.test(how));

test('parts of a SID are no codes', async () => {
  const claimed = (await readingOf(whoami, ALL))?.claimed ?? [];
  for (const part of ['3221225581', '2148074254', '4294967295']) {
    const at = ALL.indexOf(part);
    assert.ok(
      claimed.some(({ start, end }) => start <= at && end > at),
      part,
    );
  }
});

const SOUND = {
  reader: whoami,
  seen: seenWhoami,
  texts: ROWS.filter(([, , facts]) => facts.length > 0).map(([, text]) => text),
  pieces: [
    'a\\b S-1-5-21-1-2-3-4\n',
    'a  b  S-1-5-32-545 x, ',
    '"a","b","S-1-1-0"',
    'whoami\n',
    '==== ====\n',
    'The user is a part of the following security groups\n-----\na\n',
    'groupScope : Global\n',
  ],
};

test('any text', () => assertSound(SOUND));
test('time grows with the length', () => assertLinearReader(SOUND));
