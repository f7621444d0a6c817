/**
 * From a number or a name, as a log, a token, an event or a person writes it, to its row of the
 * code table.
 */
import { codeReference } from './anchor.ts';
import { kerberosOfComErr, ntstatusOfHresult, unsigned32, win32OfHresult } from './number.ts';
import type { CodeRow, CodeSpace } from './row.ts';
import { eventOf, httpOf, LONGEST_SPELLING, valuesOf } from './spelling.ts';
import { namesOf } from './spellings.ts';
import { ROWS, TABLE } from './table.ts';

const byNumber = (space: CodeSpace) => new Map(TABLE[space].map((row) => [row.code, row]));

const HTTP = byNumber('http');
const WIN32 = byNumber('win32');
const SSPI = byNumber('sspi');
const NTSTATUS = byNumber('ntstatus');
const KERBEROS = byNumber('kerberos');
const BY_REFERENCE = new Map(ROWS.map((row) => [codeReference(row), row]));
const BY_NAME = new Map(
  ROWS.flatMap((row) => namesOf(row).map((name) => [name.toUpperCase(), row])),
);

/**
 * Row of a status and substatus. A substatus of 0 or none falls back to the row of the bare
 * status; an unknown substatus does not, because `401.99` is not explained by what 401 means.
 */
export function describeHttp(status: number, substatus?: number): CodeRow | undefined {
  const exact = substatus === undefined ? undefined : HTTP.get(`${status}.${substatus}`);
  return exact ?? (substatus ? undefined : HTTP.get(String(status)));
}

/**
 * Row of a value of sc-win32-status: a Win32 code, an HRESULT around one (0x8007xxxx), an SSPI or
 * certificate code, or an NTSTATUS. Signed values are taken as the same 32 bits.
 */
export function describeWin32(value: number): CodeRow | undefined {
  const bits = unsigned32(value);
  if (bits === undefined) return undefined;
  const wrapped = win32OfHresult(bits);
  if (wrapped !== undefined) return WIN32.get(wrapped);
  return WIN32.get(bits) ?? SSPI.get(bits) ?? describeNtstatus(bits);
}

/** Row of an NTSTATUS, plain or wrapped by HRESULT_FROM_NT; signed or unsigned. */
export function describeNtstatus(value: number): CodeRow | undefined {
  const bits = unsigned32(value);
  return bits === undefined ? undefined : NTSTATUS.get(ntstatusOfHresult(bits) ?? bits);
}

/** Row of a KRB-ERROR's error-code, or of the number MIT krb5 makes of it (-1765328377). */
export function describeKerberos(code: number): CodeRow | undefined {
  return KERBEROS.get(code) ?? KERBEROS.get(kerberosOfComErr(code) ?? code);
}

/** Rows of an event id; several providers may use the same one. */
export function describeEvent(id: number): CodeRow[] {
  return TABLE.event.filter((row) => row.code === id);
}

/** Row of a symbol in any spelling of its letters, aliases included. */
export function describeName(name: string): CodeRow | undefined {
  return BY_NAME.get(name.toUpperCase());
}

/** Row that a `Code.reference` of the decoded document leads to. */
export function describeReference(reference: string): CodeRow | undefined {
  return BY_REFERENCE.get(reference);
}

/**
 * Every row that `spelling` can mean, the likeliest first: an HTTP status, then a Windows code,
 * then a Kerberos error, then an event. `5` has three readings, `2148074254` has one.
 */
export function lookup(spelling: string): CodeRow[] {
  if (spelling.length > LONGEST_SPELLING) return [];
  const event = eventOf(spelling);
  if (event !== undefined) return describeEvent(event);
  const http = httpOf(spelling);
  const values = valuesOf(spelling);
  const decimal = values.filter(() => /^\d+$/.test(spelling.trim()));
  const rows = [
    http && describeHttp(http.status, http.substatus),
    ...values.map(describeWin32),
    ...values.map(describeNtstatus),
    ...values.map(describeKerberos),
    ...decimal.flatMap(describeEvent),
    describeName(spelling.trim()),
  ];
  return [...new Set(rows.filter((row) => row !== undefined))];
}
