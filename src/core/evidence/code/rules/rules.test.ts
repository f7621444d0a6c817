import assert from 'node:assert/strict';
import test from 'node:test';
import { readCodes } from '../find-codes.ts';
import type { Kind } from '../../../contract/decoded.ts';
import { codeMeaning } from './meaning.ts';
import { codeRounded } from './rounded.ts';
import type { Diagnosis } from '../../../case/rule.ts';

async function diagnose(text: string, kinds: Kind[] = ['code']): Promise<readonly Diagnosis[]> {
  const { codes = [] } = (await readCodes(text, [])) ?? {};
  return codeMeaning({ text, kinds, tokens: [], problems: [], codes });
}

const TITLES: [string, RegExp, string][] = [
  [
    '2148074254',
    /^2148074254 is SEC_E_NO_CREDENTIALS \(0x8009030E\): .* On IIS 7\.0/,
    '401-1-2148074254',
  ],
  ['-2146893042', /^-2146893042 is SEC_E_NO_CREDENTIALS \(0x8009030E\): /, '401-1-2148074254'],
  ['0x80090322', /^0x80090322 is SEC_E_WRONG_PRINCIPAL \(2148074274\): /, 'krb-ap-err-modified'],
  ['80090322', /^80090322 is SEC_E_WRONG_PRINCIPAL \(2148074274\): /, 'krb-ap-err-modified'],
  [
    'KRB_AP_ERR_MODIFIED',
    /^KRB_AP_ERR_MODIFIED is Kerberos error 41 \(0x29\): /,
    'krb-ap-err-modified',
  ],
  [
    '401.2',
    /^401\.2 is "Logon failed due to server configuration": /,
    '401-2-server-configuration',
  ],
  [
    'Event ID 4625',
    /^Event ID 4625 is "An account failed to log on" of the Security log: /,
    '401-1-bad-credentials',
  ],
  ['2148074310', /^2148074310 is SEC_E_BAD_BINDINGS /, 'extended-protection-401'],
  ['0x80091234', /^0x80091234 looks like a code and is not in the table/, 'start-triage'],
];

for (const [text, title, article] of TITLES) {
  void test(`the title for ${text}`, async () => {
    const [first, ...others] = await diagnose(text);
    assert.match(first?.title ?? '', title);
    assert.equal(first?.article, article);
    assert.equal(first.severity, 'info');
    assert.deepEqual(first.evidence, [{ start: 0, end: text.length }]);
    assert.deepEqual(others, []);
  });
}

const NEXT: [string, string][] = [
  ['2148074254', 'certutil -error 0x8009030E'],
  ['-2146893042', 'certutil -error 0x8009030E'],
  ['1326', 'net helpmsg 1326'],
  ['0x8007052E', 'net helpmsg 1326'],
  ['0x80070999', 'net helpmsg 2457'],
  ['KRB_AP_ERR_MODIFIED', 'setspn -Q HTTP/<host name of the site>'],
  [
    'Event ID 11',
    "Get-WinEvent -MaxEvents 20 -FilterHashtable @{LogName='System'; ProviderName='Microsoft-Windows-Kerberos-Key-Distribution-Center'; Id=11}",
  ],
];

for (const [text, command] of NEXT) {
  void test(`after ${text} comes ${command.slice(0, 40)}`, async () => {
    const [first] = await diagnose(text);
    assert.ok(first?.next?.includes(command), first?.next?.join(' | '));
  });
}

void test('a number with several readings names each and says that none is sure', async () => {
  const findings = await diagnose('5');
  assert.deepEqual(
    findings.map(({ title }) => title.split(' is ')[0]),
    ['As a Windows code, 5', 'As a Kerberos error, 5', 'As an event, 5'],
  );
  for (const { caveat } of findings) assert.match(caveat ?? '', /several readings/);
});

void test('of a status and a win32 status the latter comes first', async () => {
  const [first, second] = await diagnose('401 1 2148074252');
  assert.match(first?.title ?? '', /^2148074252 is SEC_E_LOGON_DENIED/);
  assert.match(second?.title ?? '', /^401 1 is "Logon failed"/);
});

void test('a meaning that no source states is marked', async () => {
  const [derived] = await diagnose('SEC_E_BAD_BINDINGS');
  assert.match(derived?.caveat ?? '', /No source states/);
  const [documented] = await diagnose('SEC_E_LOGON_DENIED');
  assert.equal(documented?.caveat, undefined);
});

void test('a handful of findings, however many codes', async () => {
  assert.equal((await diagnose('1326\n1330\n1331\n1385\n1907\n1909\n1793')).length, 5);
});

void test('silent where log rows or tokens tell more', async () => {
  assert.deepEqual(await diagnose('2148074254', ['log', 'code']), []);
  assert.deepEqual(await diagnose('2148074254', ['token', 'code']), []);
});

void test('a rounded value is a warning that names no code as the answer', () => {
  const text = 'GET / 401 1 2,14807E+09\nGET / 401 1 2,14807E+09';
  const [first] = codeRounded({ text, kinds: ['code'], tokens: [], problems: [] });
  assert.equal(first?.severity, 'warning');
  assert.match(first.title, /rounded by a spreadsheet/);
  assert.deepEqual(first.evidence.length, 2);
  assert.equal(first.article, 'read-iis-log');
});

void test('no rounded value, no finding', () => {
  assert.deepEqual(
    codeRounded({ text: '401 1 2148074254', kinds: [], tokens: [], problems: [] }),
    [],
  );
});
