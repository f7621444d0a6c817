import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { codeReference } from '../../../../src/core/codes/anchor.ts';
import {
  describeHttp,
  describeKerberos,
  describeNtstatus,
  describeReference,
  describeWin32,
  lookup,
} from '../../../../src/core/codes/lookup.ts';
import { spellings } from '../../../../src/core/codes/spellings.ts';
import { ROWS } from '../../../../src/core/codes/table.ts';

const HTTP: [number, number | undefined, string | undefined][] = [
  [401, undefined, '401'],
  [401, 0, '401.0'],
  [401, 2, '401.2'],
  [401, 501, '401.501'],
  [401, 99, undefined],
  [200, 0, '200'],
  [200, undefined, '200'],
  [404, 0, '404'],
  [299, 0, undefined],
];

for (const [status, substatus, expected] of HTTP) {
  void test(`describeHttp(${status}, ${substatus})`, () => {
    assert.equal(describeHttp(status, substatus)?.code, expected);
  });
}

const WIN32: [string, number, string | undefined][] = [
  ['plain', 5, 'ERROR_ACCESS_DENIED'],
  ['zero', 0, 'ERROR_SUCCESS'],
  ['HRESULT around a Win32 code', 2147942405, 'ERROR_ACCESS_DENIED'],
  ['the same, signed', -2147024891, 'ERROR_ACCESS_DENIED'],
  ['SSPI', 2148074254, 'SEC_E_NO_CREDENTIALS'],
  ['SSPI, signed', -2146893042, 'SEC_E_NO_CREDENTIALS'],
  ['certificate', 2148204809, 'CERT_E_UNTRUSTEDROOT'],
  ['NTSTATUS', 3221225581, 'STATUS_LOGON_FAILURE'],
  ['HRESULT around an NTSTATUS', 0xd000006d, 'STATUS_LOGON_FAILURE'],
  ['WinHTTP', 12030, 'ERROR_WINHTTP_CONNECTION_ERROR'],
  ['what public tables call 0x8007052E and is not', 2147943453, undefined],
  ['unknown HRESULT', 0x80091234, undefined],
  ['more than 32 bits', 2 ** 32, undefined],
  ['less than 32 bits', -(2 ** 31) - 1, undefined],
  ['no integer', 1.5, undefined],
  ['no number', NaN, undefined],
];

for (const [name, value, expected] of WIN32) {
  void test(`describeWin32: ${name}`, () => {
    assert.equal(describeWin32(value)?.name, expected);
  });
}

void test('a number of MIT krb5 is the protocol error inside it', () => {
  assert.equal(describeKerberos(-1765328377)?.code, 7);
  assert.equal(describeKerberos(7)?.code, 7);
  assert.equal(describeKerberos(-1765328384 + 128), undefined);
});

void test('zero is a name of its own in each space', () => {
  assert.equal(describeNtstatus(0)?.name, 'STATUS_SUCCESS');
  assert.equal(describeKerberos(0)?.name, 'KDC_ERR_NONE');
});

const SPELLINGS: [string, string[]][] = [
  ['2148074254', ['SEC_E_NO_CREDENTIALS']],
  ['-2146893042', ['SEC_E_NO_CREDENTIALS']],
  ['−2146893042', ['SEC_E_NO_CREDENTIALS']],
  ['0x8009030E', ['SEC_E_NO_CREDENTIALS']],
  ['0X8009030e', ['SEC_E_NO_CREDENTIALS']],
  ['8009030e', ['SEC_E_NO_CREDENTIALS']],
  ['2,148,074,254', ['SEC_E_NO_CREDENTIALS']],
  ['2.148.074.254', ['SEC_E_NO_CREDENTIALS']],
  ['sec_e_no_credentials', ['SEC_E_NO_CREDENTIALS']],
  ['80090322', ['SEC_E_WRONG_PRINCIPAL']],
  ['0x00000005', ['ERROR_ACCESS_DENIED', 'KDC_ERR_S_OLD_MAST_KVNO']],
  ['80070005', ['ERROR_ACCESS_DENIED']],
  ['E_ACCESSDENIED', ['ERROR_ACCESS_DENIED']],
  ['0x29', ['KRB_AP_ERR_MODIFIED']],
  ['41', ['KRB_AP_ERR_MODIFIED', 'Certificate with another SID']],
  ['KERB_AP_ERR_MODIFIED', ['KRB_AP_ERR_MODIFIED']],
  ['KRB5KRB_AP_ERR_MODIFIED', ['KRB_AP_ERR_MODIFIED']],
  ['KDC_ERR_ETYPE_NOTSUPP', ['KDC_ERR_ETYPE_NOSUPP']],
  ['KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN', ['KDC_ERR_S_PRINCIPAL_UNKNOWN']],
  ['401.2', ['Logon failed due to server configuration']],
  ['401 2', ['Logon failed due to server configuration']],
  ['HTTP Error 401.2', ['Logon failed due to server configuration']],
  ['HTTP/1.1 401', ['Unauthorized']],
  ['Event ID 4625', ['An account failed to log on']],
  ['event id: 4769', ['A Kerberos service ticket was requested']],
  ['200', ['OK', 'No domain controller found']],
  ['hello', []],
  ['', []],
  ['0x', []],
  ['99999999999', []],
];

for (const [spelling, expected] of SPELLINGS) {
  void test(`lookup ${JSON.stringify(spelling)}`, () => {
    assert.deepEqual(
      lookup(spelling).map((row) => row.name),
      expected,
    );
  });
}

void test('a bare 5 is offered in every reading, Windows first', () => {
  assert.deepEqual(
    lookup('5').map((row) => row.space),
    ['win32', 'kerberos', 'event'],
  );
});

for (const row of ROWS) {
  void test(`every spelling of ${row.space} ${row.code} ${row.name} leads to it`, () => {
    const all = spellings(row);
    assert.equal(new Set(all).size, all.length, 'each spelling once');
    for (const spelling of all) {
      assert.ok(lookup(spelling).includes(row), spelling);
      assert.ok(lookup(` ${spelling.toLowerCase()} `).includes(row), spelling.toLowerCase());
    }
    assert.equal(describeReference(codeReference(row)), row);
  });
}

void test('every 32-bit value is looked up alike, signed and unsigned', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (value) => {
      assert.equal(describeWin32(value), describeWin32(value >>> 0));
    }),
  );
});

void test('no text is too strange to look up', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(lookup(text))));
});
