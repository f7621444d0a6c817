/** Holds the files of content/codes to the shape and the care that the code relies on. */
import assert from 'node:assert/strict';
import test from 'node:test';
import sources from '../../../../content/codes/sources.json' with { type: 'json' };
import { isArticle } from '../../../../src/core/articles.ts';
import { codeAnchor, codeLabel, codeReference } from '../../../../src/core/codes/anchor.ts';
import type { CodeRow, CodeSpace } from '../../../../src/core/codes/row.ts';
import { shownSpellings } from '../../../../src/core/codes/spellings.ts';
import { ROWS, TABLE } from '../../../../src/core/codes/table.ts';

const label = (row: CodeRow) => `${row.space} ${row.code} ${row.name}`;

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

void test('every family has rows', () => {
  for (const [space, rows] of Object.entries(TABLE)) assert.ok(rows.length > 50, space);
});

void test('a number has one row in its space; an event id one per provider', () => {
  const keys = ROWS.map(({ space, code, provider = '' }) => `${space} ${code} ${provider}`);
  assert.deepEqual(repeated(keys), []);
});

void test('a symbol names one row, aliases included', () => {
  const names = ROWS.flatMap(({ space, name, aliases = [] }) =>
    space === 'http' || space === 'event' ? [...aliases] : [name, ...aliases],
  );
  assert.deepEqual(repeated(names), []);
});

void test('an anchor leads to one row and needs no escaping', () => {
  const anchors = ROWS.map(codeAnchor);
  assert.deepEqual(repeated(anchors), []);
  for (const anchor of anchors) assert.match(anchor, /^[a-z][a-z0-9-]+$/);
});

/** Addresses that others have linked to; a change here breaks their links. */
const ADDRESSES: [string, string][] = [
  ['401.2', '/reference/codes/http/#http-401-2'],
  ['407', '/reference/codes/http/#http-407'],
  ['ERROR_LOGON_FAILURE', '/reference/codes/win32/#win32-1326'],
  ['SEC_E_NO_CREDENTIALS', '/reference/codes/sspi/#sspi-8009030e'],
  ['SEC_I_CONTINUE_NEEDED', '/reference/codes/sspi/#sspi-00090312'],
  ['STATUS_LOGON_FAILURE', '/reference/codes/ntstatus/#ntstatus-c000006d'],
  ['KRB_AP_ERR_MODIFIED', '/reference/codes/kerberos/#kerberos-41'],
  ['4625', '/reference/codes/events/#event-security-auditing-4625'],
];

for (const [name, address] of ADDRESSES) {
  void test(`the address of ${name} stays ${address}`, () => {
    const row = ROWS.find((candidate) => [candidate.name, String(candidate.code)].includes(name));
    assert.equal(row && codeReference(row), address);
  });
}

void test('a 32-bit code is shown unsigned, signed and in hex', () => {
  for (const row of [...TABLE.sspi, ...TABLE.ntstatus]) {
    const code = Number(row.code);
    const digits = code.toString(16).toUpperCase();
    const shown = shownSpellings(row);
    for (const form of [String(code), String(code | 0), `0x${digits}`]) {
      assert.ok(shown.includes(form), `${label(row)}: ${form}`);
    }
  }
});

void test('what is shown of a row is shown once, whatever the case of its letters', () => {
  for (const row of ROWS) {
    const shown = [row.name, ...shownSpellings(row)].map((spelling) => spelling.toUpperCase());
    assert.deepEqual(repeated(shown), []);
  }
});

void test('what is derived is the meaning on IIS, and repeats no definition', () => {
  for (const row of ROWS) {
    if (row.basis === 'derived') assert.ok(row.iis, label(row));
    assert.notEqual(row.iis, row.meaning, label(row));
  }
});

const RANGES: Record<CodeSpace, (code: number | string) => boolean> = {
  http: (code) => /^[1-5]\d\d(\.\d{1,3})?$/.test(String(code)),
  win32: (code) => Number.isInteger(code) && Number(code) <= 0xffff,
  sspi: (code) => [0x8009, 0x800b, 0x0009].includes(Number(code) >>> 16),
  ntstatus: (code) => code === 0 || Number(code) >>> 16 === 0xc000,
  kerberos: (code) => Number.isInteger(code) && Number(code) <= 127,
  event: (code) => Number.isInteger(code) && Number(code) <= 0xffff,
};

const NAMES: Record<CodeSpace, RegExp> = {
  http: /^\S/,
  win32: /^(ERROR|RPC_S)_[A-Z0-9_]+$/,
  sspi: /^(SEC_[EI]|CRYPT_E|CERT_E|TRUST_E)_[A-Z0-9_]+$/,
  ntstatus: /^STATUS_[A-Z0-9_]+$/,
  kerberos: /^(KDC_ERR|KRB_AP|KRB_ERR)_[A-Z0-9_]+$/,
  event: /./,
};

for (const row of ROWS) {
  void test(`row ${label(row)}`, () => {
    assert.ok(RANGES[row.space](row.code), 'number in the range of its space');
    assert.match(row.name, NAMES[row.space]);
    assert.ok(isArticle(row.article), `article ${row.article}`);
    assert.match(row.basis, /^(documented|derived)$/);
    assert.ok(row.sources.length > 0, 'has a source');
    for (const key of row.sources) assert.ok(Object.hasOwn(sources, key), `source ${key}`);
    for (const sentence of [row.meaning, ...(row.iis === undefined ? [] : [row.iis])]) {
      assert.match(sentence, /^["A-Z0-9].*\.$/, sentence);
      assert.doesNotMatch(sentence, / {2}|\s$|\.\.$/);
    }
    assert.equal(row.space === 'event', row.log !== undefined && row.provider !== undefined);
    assert.ok(codeLabel(row).length > 0);
  });
}

void test('every source is used and has a title', () => {
  const used = new Set(ROWS.flatMap((row) => row.sources));
  for (const [key, source] of Object.entries(sources)) {
    assert.ok(used.has(key), `${key} is used by no row`);
    assert.ok(source.title.length > 0, key);
  }
});

/** From the header files and specifications themselves, so that a slip in the table is seen. */
const FIXED: [CodeSpace, string, number][] = [
  ['sspi', 'SEC_E_INVALID_HANDLE', 0x80090301],
  ['sspi', 'SEC_E_SECPKG_NOT_FOUND', 0x80090305],
  ['sspi', 'SEC_E_INVALID_TOKEN', 0x80090308],
  ['sspi', 'SEC_E_LOGON_DENIED', 0x8009030c],
  ['sspi', 'SEC_E_NO_CREDENTIALS', 0x8009030e],
  ['sspi', 'SEC_E_NO_AUTHENTICATING_AUTHORITY', 0x80090311],
  ['sspi', 'SEC_E_WRONG_PRINCIPAL', 0x80090322],
  ['sspi', 'SEC_E_TIME_SKEW', 0x80090324],
  ['sspi', 'SEC_E_BAD_BINDINGS', 0x80090346],
  ['sspi', 'SEC_I_CONTINUE_NEEDED_MESSAGE_OK', 0x00090366],
  ['sspi', 'CRYPT_E_REVOCATION_OFFLINE', 0x80092013],
  ['sspi', 'CERT_E_UNTRUSTEDROOT', 0x800b0109],
  ['ntstatus', 'STATUS_LOGON_FAILURE', 0xc000006d],
  ['ntstatus', 'STATUS_WRONG_PASSWORD', 0xc000006a],
  ['ntstatus', 'STATUS_NO_SUCH_USER', 0xc0000064],
  ['ntstatus', 'STATUS_ACCOUNT_LOCKED_OUT', 0xc0000234],
  ['ntstatus', 'STATUS_BAD_BINDINGS', 0xc000035b],
  ['win32', 'ERROR_LOGON_FAILURE', 1326],
  ['win32', 'ERROR_LOGON_TYPE_NOT_GRANTED', 1385],
  ['win32', 'ERROR_ACCOUNT_LOCKED_OUT', 1909],
  ['kerberos', 'KDC_ERR_S_PRINCIPAL_UNKNOWN', 7],
  ['kerberos', 'KDC_ERR_PRINCIPAL_NOT_UNIQUE', 8],
  ['kerberos', 'KDC_ERR_ETYPE_NOSUPP', 0x0e],
  ['kerberos', 'KDC_ERR_PREAUTH_FAILED', 0x18],
  ['kerberos', 'KRB_AP_ERR_BAD_INTEGRITY', 31],
  ['kerberos', 'KRB_AP_ERR_NOT_US', 35],
  ['kerberos', 'KRB_AP_ERR_SKEW', 37],
  ['kerberos', 'KRB_AP_ERR_MODIFIED', 41],
  ['kerberos', 'KRB_AP_ERR_BADKEYVER', 44],
  ['kerberos', 'KDC_ERR_KDC_NOT_TRUSTED', 63],
];

for (const [space, name, code] of FIXED) {
  void test(`${name} is ${code}`, () => {
    assert.equal(TABLE[space].find((row) => row.name === name)?.code, code);
  });
}
