/** What a person types into the look-up of codes, and the rows it means. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { spellings } from '../../codes/spellings.ts';
import { ROWS } from '../../codes/table.ts';
import { rowsTyped } from './typed.ts';
import { TYPED_ROWS } from '../../limits.ts';

const TYPED: [string, string[]][] = [
  ['', []],
  ['  ', []],
  ['2148074254', ['SEC_E_NO_CREDENTIALS']],
  ['-2146893042 ', ['SEC_E_NO_CREDENTIALS']],
  ['401 1 2148074254', ['Logon failed', 'SEC_E_NO_CREDENTIALS']],
  ['Failure Code: 0x18', ['KDC_ERR_PREAUTH_FAILED']],
  ['s_principal_unk', ['KDC_ERR_S_PRINCIPAL_UNKNOWN']],
  ['krb5krb_ap_err_mod', ['KRB_AP_ERR_MODIFIED']],
  ['zz', []],
  ['no such thing at all', []],
];

for (const [typed, expected] of TYPED) {
  void test(`typed ${JSON.stringify(typed)}`, () => {
    assert.deepEqual(
      rowsTyped(typed).map(({ name }) => name),
      expected,
    );
  });
}

void test('every row is found by each of its spellings', () => {
  for (const row of ROWS) {
    for (const spelling of spellings(row)) {
      assert.ok(rowsTyped(spelling).includes(row), `${row.name}: ${spelling}`);
    }
  }
});

void test('words of a meaning find it when no name holds them', () => {
  const found = rowsTyped('channel binding');
  assert.ok(found.some(({ name }) => name === 'SEC_E_BAD_BINDINGS'));
});

void test('nothing typed throws, and the list stays short', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
      assert.ok(rowsTyped(text).length <= TYPED_ROWS);
    }),
  );
  assert.ok(rowsTyped('err').length <= TYPED_ROWS);
});
