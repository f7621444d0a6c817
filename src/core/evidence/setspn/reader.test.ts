import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { factsIn, readSetspn } from './testing/read.ts';
import { seenSetspn } from './seen.ts';
import { assertLinear } from '../../../../tests/unit/linear.ts';

const FOLDER = new URL('fixtures/', import.meta.url);
const FILES = readdirSync(FOLDER);
const textOf = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');

/** [file, facts, one of them in short]; the sources are public pages and repositories. */
const SAMPLES: readonly (readonly [string, number, string])[] = [
  ['list-service-account.txt', 3, 'owner HTTP/vmhybrid01.lab.local = iis kerberos service'],
  ['registered-with-port.txt', 5, 'owner HTTP/vmhybrid01:8080 = iis kerberos service'],
  ['two-names-with-ports.txt', 9, 'list iis kerberos service: 8'],
  ['query-forest-found.txt', 3, 'search MSSQLSVC/sql01.inlanefreight.local:1433 in forest: 1'],
  ['no-duplicates.txt', 1, 'duplicates in domain: 0'],
  ['list-port-80.txt', 4, 'owner HTTP/web04.corp.com:80 = iis_service'],
  ['list-computer.txt', 9, 'owner HOST/web04.corp.com = web04'],
  ['list-spn-with-realm.txt', 3, 'owner HTTP/marklogic_hostname = testuser'],
  ['list-sql-ports.txt', 10, 'owner MSSQLSVC/master-p-svc.mydomain.com:1533 = mssql-master'],
];

for (const [file, count, one] of SAMPLES) {
  void test(`reads ${file}`, () => {
    const text = textOf(file);
    assert.ok(seenSetspn(text));
    const reading = readSetspn(text);
    assert.deepEqual(reading?.kinds, ['setspn']);
    assert.deepEqual(reading.problems ?? [], []);
    const facts = factsIn(text);
    assert.equal(facts.length, count, facts.join('\n'));
    assert.ok(facts.includes(one), facts.join('\n'));
  });
}

void test('every sample is in the table', () => {
  assert.deepEqual(SAMPLES.map(([file]) => file).sort(), [...FILES].sort());
});

void test('an owner in full: the account by both of its names, and the place of the SPN', () => {
  const text = textOf('list-service-account.txt');
  const owner = readSetspn(text)?.facts?.[1];
  const start = text.indexOf('HTTP/vmhybrid01.lab.local');
  assert.deepEqual(owner, {
    kind: 'spnOwner',
    at: { start, end: start + 'HTTP/vmhybrid01.lab.local'.length },
    spn: { service: 'HTTP', host: 'vmhybrid01.lab.local' },
    account: {
      written: 'CN=IIS Kerberos Service,CN=Users,DC=lab,DC=local',
      name: 'iis kerberos service',
      form: 'cn',
      domain: 'lab.local',
    },
    logon: { written: 'f_iis_kerb', name: 'f_iis_kerb', form: 'sam' },
    isComputer: false,
  });
});

void test('an account with HOST/ names is a computer, and the name in the command is not its logon name', () => {
  const owners = readSetspn(textOf('list-computer.txt'))?.facts?.slice(1) ?? [];
  for (const owner of owners) {
    assert.ok(owner.kind === 'spnOwner' && owner.isComputer === true && !owner.logon);
  }
});

void test('everything but a prompt is explained', () => {
  for (const file of FILES) {
    const text = textOf(file);
    let rest = '';
    let end = 0;
    for (const span of readSetspn(text)?.claimed ?? []) {
      rest += text.slice(end, span.start);
      end = span.end;
    }
    rest += text.slice(end);
    assert.match(rest, /^(?:\s|PS C:\\Windows\\system32>)*$/, file);
  }
});

void test('lines of other readers are left alone', () => {
  const text = textOf('query-forest-found.txt');
  assert.equal(readSetspn(text, [{ start: 0, end: text.length }]), undefined);
});

void test('no prefix of a sample throws or shows more than the whole', () => {
  for (const file of FILES) {
    const text = textOf(file);
    const whole = readSetspn(text)?.facts?.length ?? 0;
    let most = 0;
    for (let length = 0; length <= text.length; length++) {
      const count = readSetspn(text.slice(0, length))?.facts?.length ?? 0;
      assert.ok(count >= most - 1 && count <= whole, `${file} ${length}`);
      most = Math.max(most, count);
    }
  }
});

const PIECES = fc.constantFrom(
  'setspn -Q HTTP/web01',
  'setspn -X',
  'setspn -S HTTP/web01:8080 svc',
  'Checking domain DC=contoso,DC=com',
  'CN=svc,OU=A\\, B,DC=contoso,DC=com',
  'Registering ServicePrincipalNames for CN=svc,DC=contoso,DC=com',
  'Registered ServicePrincipalNames for CN=svc,DC=contoso,DC=com:',
  '        HTTP/web01.contoso.com:8080',
  'HTTP/web01 is registered on these accounts:',
  'Existing SPN found!',
  'No such SPN found.',
  'Updated object',
  'Duplicate SPN found, aborting operation!',
  'found 1 groups of duplicate SPNs.',
  "Failed to assign SPN on account 'CN=svc,DC=contoso,DC=com', error 0x2098/8344 -> no",
  'DsGetDcNameWithAccountW 0x00000525',
  'Could not find account svc',
  'Failed to retrieve DN for domain "x" : 0x00000051',
  'CN=',
  ',DC=',
  ' ',
  ':',
  '> ',
  '',
);

void test('no input throws, and every place is in the text', () => {
  const texts = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.array(PIECES, { maxLength: 30 }).map((lines) => lines.join('\n')),
    fc.array(PIECES, { maxLength: 30 }).map((lines) => lines.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      seenSetspn(text);
      const { facts = [], claimed = [] } = readSetspn(text) ?? {};
      for (const { start, end } of [...claimed, ...facts.map(({ at }) => at)]) {
        assert.ok(start >= 0 && start < end && end <= text.length);
      }
    }),
    { numRuns: 500 },
  );
});

const LONG: readonly (readonly [string, string])[] = [
  ['names', 'CN='],
  ['one list', `        HTTP/web01.contoso.com:8080\n`],
  ['accounts', 'CN=svc,DC=contoso,DC=com\n        HTTP/web01\n'],
  ['headers', 'Registered for CN=svc,DC=contoso,DC=com:\n'],
  ['short lines', 'CN=\na\n'],
  ['slashes', 'a/b/'],
  ['quotes', '> '],
  ['commands', 'setspn -Q HTTP/web01\n'],
  ['removals', 'setspn -D HTTP/a b\nUnregistering for CN=b,DC=c\nHTTP/a\nUpdated object\n'],
];

for (const [name, piece] of LONG) {
  void test(`a long text of ${name} is read in linear time`, () =>
    assertLinear(piece, (text) => {
      const whole = `CN=a,DC=b\n${text}`;
      return [seenSetspn(whole), readSetspn(whole)];
    }));
}
