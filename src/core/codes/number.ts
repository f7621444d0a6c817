/**
 * 32-bit status values and the forms they travel in. IIS writes sc-win32-status as an unsigned
 * decimal, .NET and PowerShell print the same bits signed, error pages print them as hex.
 *
 * Layouts: HRESULT, MS-ERREF 2.1; NTSTATUS, MS-ERREF 2.3. com_err base: MIT krb5, krb5_err.et.
 */
const FACILITY_WIN32 = 0x8007;
const NT_BIT = 0x1000_0000;
const COM_ERR_KRB5 = -1765328384;

/** `value` as unsigned 32 bits; undefined when it is no 32-bit integer, signed or unsigned. */
export function unsigned32(value: number): number | undefined {
  if (!Number.isInteger(value) || value < -0x8000_0000 || value > 0xffff_ffff) return undefined;
  return value >>> 0;
}

/** The same 32 bits as a signed number: 2148074254 gives -2146893042. */
export function signed32(value: number): number {
  return value | 0;
}

/** `0x8009030E`: upper-case digits, as few as the value needs. */
export function hex(value: number): string {
  return `0x${value.toString(16).toUpperCase()}`;
}

/** HRESULT that wraps a Win32 code: 5 gives 0x80070005. Codes over 16 bits have no such form. */
export function hresultOfWin32(code: number): number | undefined {
  return code <= 0xffff ? FACILITY_WIN32 * 0x1_0000 + code : undefined;
}

/** The Win32 code inside 0x8007xxxx; undefined for every other value. */
export function win32OfHresult(value: number): number | undefined {
  return value >>> 16 === FACILITY_WIN32 ? value & 0xffff : undefined;
}

/** The NTSTATUS error inside HRESULT_FROM_NT (0xD000006D gives 0xC000006D); else undefined. */
export function ntstatusOfHresult(value: number): number | undefined {
  return value >>> 28 === 0xd ? (value & ~NT_BIT) >>> 0 : undefined;
}

/** The number MIT krb5 and Heimdal print for a protocol error: 7 gives -1765328377. */
export function comErrOfKerberos(code: number): number {
  return COM_ERR_KRB5 + code;
}

/** The protocol error inside such a number, signed or unsigned; undefined for every other value. */
export function kerberosOfComErr(value: number): number | undefined {
  const code = signed32(value) - COM_ERR_KRB5;
  return code >= 0 && code < 128 ? code : undefined;
}
