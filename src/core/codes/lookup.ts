/**
 * From a number, as a log, token or event has it, to its row of the code table.
 */
import { ntstatusOfHresult, unsigned32, win32OfHresult } from './number.ts';
import type { CodeRow, CodeSpace } from './row.ts';
import { TABLE } from './table.ts';

const byNumber = (space: CodeSpace) => new Map(TABLE[space].map((row) => [row.code, row]));

const HTTP = byNumber('http');
const WIN32 = byNumber('win32');
const SSPI = byNumber('sspi');
const NTSTATUS = byNumber('ntstatus');
const KERBEROS = byNumber('kerberos');

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
  return WIN32.get(bits) ?? SSPI.get(bits) ?? (bits === 0 ? undefined : describeNtstatus(bits));
}

/** Row of an NTSTATUS, plain or wrapped by HRESULT_FROM_NT; signed or unsigned. */
export function describeNtstatus(value: number): CodeRow | undefined {
  const bits = unsigned32(value);
  return bits === undefined ? undefined : NTSTATUS.get(ntstatusOfHresult(bits) ?? bits);
}

/** Row of a KRB-ERROR's error-code. */
export function describeKerberos(code: number): CodeRow | undefined {
  return KERBEROS.get(code);
}
