/** Codes that klist.exe ends with, by the names of MS-ERREF 2.3.1 and winerror.h. */
const NAMES: Readonly<Record<number, string>> = {
  0xc0000022: 'STATUS_ACCESS_DENIED',
  0xc000005e: 'STATUS_NO_LOGON_SERVERS',
  0xc000005f: 'STATUS_NO_SUCH_LOGON_SESSION',
  0xc0000071: 'STATUS_PASSWORD_EXPIRED',
  0xc0000072: 'STATUS_ACCOUNT_DISABLED',
  0xc0000133: 'STATUS_TIME_DIFFERENCE_AT_DC',
  0xc000018b: 'STATUS_NO_TRUST_SAM_ACCOUNT',
  0xc000018c: 'STATUS_TRUSTED_DOMAIN_FAILURE',
  0xc0000233: 'STATUS_DOMAIN_CONTROLLER_NOT_FOUND',
  0xc0000234: 'STATUS_ACCOUNT_LOCKED_OUT',
  0xc00002fd: 'STATUS_KDC_UNKNOWN_ETYPE',
  0xc0000388: 'STATUS_DOWNGRADE_DETECTED',
  0xc0000413: 'STATUS_AUTHENTICATION_FIREWALL_FAILED',
  0x80090303: 'SEC_E_TARGET_UNKNOWN',
  0x8009030e: 'SEC_E_NO_CREDENTIALS',
  0x80090311: 'SEC_E_NO_AUTHENTICATING_AUTHORITY',
  0x80090342: 'SEC_E_KDC_UNKNOWN_ETYPE',
  5: 'ERROR_ACCESS_DENIED',
  1311: 'ERROR_NO_LOGON_SERVERS',
  1312: 'ERROR_NO_SUCH_LOGON_SESSION',
  1787: 'ERROR_NO_TRUST_SAM_ACCOUNT',
};

/** A code with its name, if it is known here, and the numbering that its bits belong to (MS-ERREF 2.1). */
export function statusOf(code: number): {
  code: number;
  space: 'ntstatus' | 'win32' | 'sspi';
  name?: string;
} {
  const name = NAMES[code];
  const space = code >= 0xc0000000 ? 'ntstatus' : code >= 0x80000000 ? 'sspi' : 'win32';
  return { code, space, ...(name !== undefined && { name }) };
}
