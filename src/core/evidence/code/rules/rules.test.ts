import assert from 'node:assert/strict';
import test from 'node:test';
import { readCodes } from '../find-codes.ts';
import type { Decoded, Kind, Message, Token } from '../../../contract/decoded.ts';
import { factBaseOf, findingsOf, lines, type Named } from '../../../case/testing/judge.ts';
import { FactBase } from '../../../facts/fact-base.ts';
import { codeMeaning } from './meaning.ts';
import { codeRounded } from './rounded.ts';

function diagnose(
  text: string,
  kinds: Kind[] = ['code'],
  beside: Partial<Decoded> = {},
): readonly Named[] {
  const { codes = [] } = readCodes(text, []) ?? {};
  return findingsOf([codeMeaning], factBaseOf(text, { kinds, codes: [...codes], ...beside }));
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
  void test(`the title for ${text}`, () => {
    const [first, ...others] = diagnose(text);
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
  void test(`after ${text} comes ${command.slice(0, 40)}`, () => {
    const [first] = diagnose(text);
    const steps = lines(first?.next);
    assert.ok(steps.includes(command), steps.join(' | '));
  });
}

void test('a number with several readings names each and says that none is sure', () => {
  const findings = diagnose('5');
  assert.deepEqual(
    findings.map(({ title }) => title.split(' is ')[0]),
    ['As a Windows code, 5', 'As a Kerberos error, 5', 'As an event, 5'],
  );
  for (const { caveat } of findings) assert.match(caveat ?? '', /several readings/);
});

void test('of a status and a win32 status the latter comes first', () => {
  const [first, second] = diagnose('401 1 2148074252');
  assert.match(first?.title ?? '', /^2148074252 is SEC_E_LOGON_DENIED/);
  assert.match(second?.title ?? '', /^401 1 is "Logon failed"/);
});

void test('a meaning that no source states is marked', () => {
  const [derived] = diagnose('SEC_E_BAD_BINDINGS');
  assert.match(derived?.caveat ?? '', /No source states/);
  const [documented] = diagnose('SEC_E_LOGON_DENIED');
  assert.equal(documented?.caveat, undefined);
});

void test('a handful of findings, however many codes', () => {
  assert.equal(diagnose('1326\n1330\n1331\n1385\n1907\n1909\n1793').length, 5);
});

void test('silent where log rows tell more', () => {
  assert.deepEqual(diagnose('2148074254', ['log', 'code']), []);
});

const MESSAGE: Message = { direction: 'response', status: 401, at: { start: 0, end: 0 } };
const TICKET: Token = {
  ...{ bytes: 1, complete: true, layers: [], at: { start: 0, end: 0 }, fields: [] },
  kerberos: { message: 'AP-REQ' },
};

/** [what, text, what is beside it, article of the first finding] */
const BESIDE: readonly (readonly [string, string, Partial<Decoded>, string | undefined])[] = [
  ['a 401', 'the log says 0x80090322', { messages: [MESSAGE] }, 'krb-ap-err-modified'],
  ['a ticket', 'the log says 0x80090322', { tokens: [TICKET] }, 'krb-ap-err-modified'],
  ['its own message', 'HTTP Error 401', { messages: [MESSAGE] }, undefined],
  [
    'a message that shows less',
    'HTTP Error 401.2',
    { messages: [MESSAGE] },
    '401-2-server-configuration',
  ],
  ['no ticket', '0x80090308', {}, 'ntlm-split-by-load-balancer'],
  ['a ticket', '0x80090308', { tokens: [TICKET] }, 'spn-identity-match'],
];

for (const [what, text, beside, article] of BESIDE) {
  void test(`${text} beside ${what}`, () => {
    const [first] = diagnose(text, ['code', 'http', 'token'], beside);
    assert.equal(first?.article, article);
  });
}

void test('what nltest is refused is no 401', () => {
  const text = 'I_NetLogonControl failed: Status = 5 0x5 ERROR_ACCESS_DENIED';
  const [first, ...others] = diagnose(text);
  assert.equal(first?.article, 'start-triage');
  assert.match(first.title, /^ERROR_ACCESS_DENIED is .*: Access is denied\. The command/);
  assert.doesNotMatch(first.title, /401/);
  assert.deepEqual(others, []);
  const [alone] = diagnose('ERROR_ACCESS_DENIED');
  assert.equal(alone?.article, '401-2-server-configuration');
  const [unreachable] = diagnose(
    'I_NetLogonControl failed: Status = 1722 0x6ba RPC_S_SERVER_UNAVAILABLE',
  );
  assert.notEqual(unreachable?.article, 'start-triage');
});

void test('of two sources, only the one with the rows is silent, and a code is told once', () => {
  const text = '0x80090322';
  const { codes = [] } = readCodes(text, []) ?? {};
  const of = (source: string) =>
    codes.map((code) => ({ ...code, at: { start: 0, end: text.length, source } }));
  const log = {
    ...{ format: 'w3c', rows: 1, unreadable: 0, statuses: [], sequences: [], reading: [] },
    entries: [{ line: 1, status: 401, at: { start: 0, end: 1, source: '1' }, fields: [] }],
  } as const satisfies object as unknown as NonNullable<Decoded['log']>;
  const sources = ['1', '2', '3'].map((id) => ({ id, text }));
  const facts = new FactBase(sources, {
    ...{ kinds: ['log', 'code'], tokens: [], facts: [], log },
    codes: [...of('1'), ...of('2'), ...of('3')],
  });
  const evidence = findingsOf([codeMeaning], facts).map((finding) => finding.evidence);
  assert.deepEqual(evidence, [[{ start: 0, end: text.length, source: '2' }]]);
});

void test('a rounded value is a warning that names no code as the answer', () => {
  const text = 'GET / 401 1 2,14807E+09\nGET / 401 1 2,14807E+09';
  const [first] = findingsOf([codeRounded], factBaseOf(text, { kinds: ['code'] }));
  assert.equal(first?.severity, 'warning');
  assert.match(first.title, /rounded by a spreadsheet/);
  assert.deepEqual(first.evidence.length, 2);
  assert.equal(first.article, 'read-iis-log');
});

void test('no rounded value, no finding', () => {
  assert.deepEqual(findingsOf([codeRounded], factBaseOf('401 1 2148074254')), []);
});
