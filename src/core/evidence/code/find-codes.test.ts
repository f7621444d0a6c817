import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readCodes } from './find-codes.ts';
import { CODES } from '../../limits.ts';
import { assertLinear } from '../../../../tests/unit/linear.ts';

/** `name[text it was read from]`, with a `?` behind what the table does not know. */
function read(text: string): string[] {
  const { codes = [] } = readCodes(text, []) ?? {};
  return codes.map(({ name, at, reference }) => {
    const from = at ? text.slice(at.start, at.end) : '';
    return `${name}[${from}]${reference === undefined ? '?' : ''}`;
  });
}

const FOUND: [string, string[]][] = [
  // The whole paste.
  ['2148074254', ['SEC_E_NO_CREDENTIALS[2148074254]']],
  ['  0x8009030E \r\n', ['SEC_E_NO_CREDENTIALS[0x8009030E]']],
  ['401.2', ['401.2[401.2]']],
  ['41', ['KRB_AP_ERR_MODIFIED[41]', 'Event 41[41]']],
  ['1326\n1385\r\n\r\n', ['ERROR_LOGON_FAILURE[1326]', 'ERROR_LOGON_TYPE_NOT_GRANTED[1385]']],
  ['5', ['ERROR_ACCESS_DENIED[5]', 'KDC_ERR_S_OLD_MAST_KVNO[5]', 'Event 5[5]']],
  ['80090322', ['SEC_E_WRONG_PRINCIPAL[80090322]']],
  ['0x80091234', ['0x80091234[0x80091234]?']],
  ['4711', ['4711[4711]?']],
  ['401.99', ['401.99[401.99]?']],
  ['KDC_ERR_NO_SUCH_THING', ['KDC_ERR_NO_SUCH_THING[KDC_ERR_NO_SUCH_THING]?']],
  // By their own form.
  [
    'It logs 2148074254, then -2146893044.',
    ['SEC_E_NO_CREDENTIALS[2148074254]', 'SEC_E_LOGON_DENIED[-2146893044]'],
  ],
  ['failed with 0x80090322 (wrong principal)', ['SEC_E_WRONG_PRINCIPAL[0x80090322]']],
  ['we see krb_ap_err_modified now', ['KRB_AP_ERR_MODIFIED[krb_ap_err_modified]']],
  ['Browsers show 401.3 here.', ['401.3[401.3]']],
  ['401,1,2148074254', ['401.1[401,1]', 'SEC_E_NO_CREDENTIALS[2148074254]']],
  ['I get 401 2 5 all the time', ['401.2[401 2]', 'ERROR_ACCESS_DENIED[5]']],
  ['kinit: -1765328377', ['KDC_ERR_S_PRINCIPAL_UNKNOWN[-1765328377]']],
  ['unknown 0x80090999 in prose', ['0x80090999[0x80090999]?']],
  // By a word next to them.
  ['HTTP Error 401.1 - Unauthorized', ['401.1[HTTP Error 401.1]']],
  ['HTTP/1.1 401 Unauthorized', ['401[HTTP/1.1 401]']],
  ['Kerberos returned error 41', ['KRB_AP_ERR_MODIFIED[41]']],
  ['KRB-ERROR (37)', ['KRB_AP_ERR_SKEW[37]']],
  ['Failure Code:\t0x18', ['KDC_ERR_PREAUTH_FAILED[0x18]']],
  ['Error Code: 0x7 KDC_ERR_S_PRINCIPAL_UNKNOWN', ['KDC_ERR_S_PRINCIPAL_UNKNOWN[0x7]']],
  ['System error 53 has occurred.', ['ERROR_BAD_NETPATH[53]']],
  ['net helpmsg 1385', ['ERROR_LOGON_TYPE_NOT_GRANTED[1385]']],
  // What looks codes up prints the same code in several spellings.
  ['C:\\>net helpmsg 5\n\nZugriff verweigert\n', ['ERROR_ACCESS_DENIED[5]']],
  [
    '0x8009030e (-2146893042 SEC_E_NO_CREDENTIALS) -- 2148074254 (-2146893042)',
    ['SEC_E_NO_CREDENTIALS[SEC_E_NO_CREDENTIALS]'],
  ],
  [
    '0x52e (WIN32: 1326 ERROR_LOGON_FAILURE) -- 1326 (1326)',
    ['ERROR_LOGON_FAILURE[ERROR_LOGON_FAILURE]'],
  ],
  [
    '# for hex 0x80090322 / decimal -2146893022\n  SEC_E_WRONG_PRINCIPAL        winerror.h\n# 1 matches found for "0x80090322"',
    ['SEC_E_WRONG_PRINCIPAL[SEC_E_WRONG_PRINCIPAL]'],
  ],
  ['sc-win32-status=64', ['ERROR_NETNAME_DELETED[64]']],
  ['Event ID: 4625', ['Event 4625[Event ID: 4625]']],
  ['Source: Security-Kerberos\nEvent ID: 7', ['Event 7[Event ID: 7]']],
  [
    'Status: 0xC000006D Sub Status: 0xC0000064',
    ['STATUS_LOGON_FAILURE[0xC000006D]', 'STATUS_NO_SUCH_USER[0xC0000064]'],
  ],
  // One reading, once.
  ['E_ACCESSDENIED (0x80070005), again 0x80070005', ['ERROR_ACCESS_DENIED[E_ACCESSDENIED]']],
];

for (const [text, expected] of FOUND) {
  void test(`reads ${JSON.stringify(text)}`, () => {
    assert.deepEqual(read(text), expected);
  });
}

const NOT_FOUND: string[] = [
  '',
  'hello world',
  'there were 5 errors in 41 files and 401 lines',
  'the server 10.4.1.2 and version 401.2.7',
  'it costs $401.20, or €403.50',
  'Mozilla/5.0 AppleWebKit/537.36 Chrome/401.2',
  'order 9876543210, phone +49 1234567890',
  'snake_case_name and SOME_CONSTANT',
  '{8009030E-1111-2222-3333-444455556666}',
  'deadbeef8009030edeadbeef',
  'error 0',
  'seen at 0xDEADBEEF and 0x00000041',
  '#8009030e',
];

for (const text of NOT_FOUND) {
  void test(`reads nothing in ${JSON.stringify(text)}`, () => {
    assert.deepEqual(read(text), []);
  });
}

void test('leaves alone what other readers have claimed', () => {
  const text = '401 1 2148074254 and 2148074252';
  const reading = readCodes(text, [{ start: 0, end: 16 }]);
  assert.deepEqual(
    reading?.codes?.map(({ name, at }) => [name, at]),
    [['SEC_E_LOGON_DENIED', { start: 21, end: 31 }]],
  );
});

void test('gives a code its number as pasted, its hex, article and reference', () => {
  const [code] = readCodes('0x8007052E', [])?.codes ?? [];
  assert.equal(code?.space, 'win32');
  assert.equal(code.name, 'ERROR_LOGON_FAILURE');
  assert.equal(code.unsigned, 2147943726);
  assert.equal(code.hex, '0x8007052E');
  assert.equal(code.article, '/causes/401-1-bad-credentials/');
  assert.equal(code.reference, '/reference/codes/win32/#win32-1326');
});

void test('a status has no number, only its name', () => {
  const [code] = readCodes('401.2', [])?.codes ?? [];
  assert.deepEqual(
    [code?.space, code?.name, code?.unsigned, code?.hex],
    ['http', '401.2', undefined, undefined],
  );
});

const ROUNDED: [string, RegExp][] = [
  [
    '2,14807E+09',
    /^2,14807E\+09 was rounded .* between 2148065000 and 2148074999, SEC_E_LOGON_DENIED/,
  ],
  ['401 1 2.14807E+09', /^2\.14807E\+09 was rounded/],
  ['-2.14689E+09', /^-2\.14689E\+09 was rounded/],
];

for (const [text, message] of ROUNDED) {
  void test(`says what is lost in ${text} and names no code`, () => {
    const reading = readCodes(text, []);
    assert.equal(reading?.problems?.length, 1);
    assert.match(reading.problems[0]?.message ?? '', message);
    assert.ok(reading.codes?.every(({ space }) => space === 'http'));
  });
}

void test('an unknown code is a problem that says who may know it', () => {
  const reading = readCodes('0x80070999', []);
  assert.match(reading?.problems?.[0]?.message ?? '', /not in the table.*"net helpmsg 2457"/);
});

void test('the limit is kept and reported', () => {
  const many = Array.from({ length: CODES + 10 }, (_, n) => `0x8009${(0xa000 + n).toString(16)}`);
  const reading = readCodes(many.join(' and '), []);
  assert.equal(reading?.codes?.length, CODES);
  assert.match(reading.problems?.at(-1)?.message ?? '', new RegExp(`first ${CODES} `));
});

for (const [piece, before, after] of [
  ['a_b error 5 ', '', ''],
  ['8', '', ''],
  ['_a', '', ''],
  [' ', 'error code', 'x'],
  [' ', 'http', 'x'],
  ['Event ID ', '', ''],
] as const) {
  void test(`a long paste of ${JSON.stringify(before + piece)} is read in linear time`, () =>
    assertLinear(piece, (text) => readCodes(before + text + after, [])));
}

void test('no text and no claim makes it throw; spans lie in the text', () => {
  const word = fc.constantFrom(
    '401',
    '.',
    '2',
    ' ',
    'error',
    '0x80090308',
    'Event ID',
    '5',
    '\n',
    '-',
    'E+09',
    '2,14807',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word).map((words) => words.join('')),
  );
  const span = fc
    .tuple(fc.nat(60), fc.nat(30))
    .map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(text, fc.array(span, { maxLength: 3 }), (pasted, claimed) => {
      const reading = readCodes(pasted, claimed);
      const spans = [
        ...(reading?.claimed ?? []),
        ...(reading?.problems ?? []).map(({ at }) => at),
        ...(reading?.codes ?? []).flatMap(({ at }) => (at ? [at] : [])),
      ];
      for (const { start, end } of spans)
        assert.ok(start >= 0 && start < end && end <= pasted.length);
    }),
    { numRuns: 500 },
  );
});
