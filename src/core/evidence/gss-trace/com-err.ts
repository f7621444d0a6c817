/** Numbers of Kerberos errors as MIT krb5 and Heimdal print them (com_err). */
import { kerberosOfComErr, signed32 } from '../../codes/number.ts';

/** No ticket of that name in the cache, and no end of the list: what a library asks itself. */
const OWN_QUESTIONS = new Set([-1765328243, -1765328242]);
/** KRB5_KT_KVNONOTFOUND and KRB5_KT_NOTFOUND of krb5_err.et. */
export const NO_VERSION = -1765328154;
export const NO_ENTRY = -1765328203;
/** Pre-authentication is wanted, the answer is too large for UDP, another realm answers: steps on the way. */
const NORMAL = new Set([25, 52, 68]);

/** The number of the KRB-ERROR in such a number; undefined for success and errors of the library. */
export function kerberosError(printed: string): number | undefined {
  const value = Number(printed);
  if (OWN_QUESTIONS.has(signed32(value))) return undefined;
  const code = kerberosOfComErr(value);
  return code === undefined || code === 0 ? undefined : code;
}

/** True for an error that is a step on the way. */
export function isNormal(code: number): boolean {
  return NORMAL.has(code);
}
