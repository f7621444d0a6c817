/**
 * What a Win32 status says about a refused logon, as a table of codes. HRESULTs around a Win32 code
 * (0x8007xxxx) and NTSTATUS values count as the same thing.
 *
 * Sources: winerror.h and ntstatus.h for the definitions; which of them come with a 401 is known
 * from published rows for 0, 5, 64, 1326, 2148074245, 2148074248, 2148074252 and 2148074254, and
 * follows from the definition for the rest.
 */
import { win32OfHresult } from '../../../codes/number.ts';

export type Cause =
  /** The server answered with its challenge; the handshake goes on. */
  | 'handshake'
  | 'bad-credentials'
  | 'account-locked'
  | 'account-state'
  | 'logon-right'
  /** Selective authentication on a trust. */
  | 'authentication-firewall'
  | 'channel-binding'
  | 'no-package'
  | 'clock-skew'
  | 'kerberos-key'
  | 'no-domain-controller'
  | 'broken-token';

/** The codes of each cause, without HRESULTs that wrap them. */
export const CODES_OF_CAUSE: Readonly<Record<Cause, readonly number[]>> = {
  handshake: [
    0, // IIS 6 writes 0 for the middle leg of NTLM
    64, // ERROR_NETNAME_DELETED: the client closed the connection on the challenge
    995, // ERROR_OPERATION_ABORTED
    1236, // ERROR_CONNECTION_ABORTED
    0x0009_0312, // SEC_I_CONTINUE_NEEDED
    0x8009_030e, // SEC_E_NO_CREDENTIALS: IIS 7 and later write it for the middle leg
  ],
  'bad-credentials': [
    1315, // ERROR_INVALID_ACCOUNT_NAME
    1317, // ERROR_NO_SUCH_USER
    1323, // ERROR_WRONG_PASSWORD
    1326, // ERROR_LOGON_FAILURE
    0x8009_030c, // SEC_E_LOGON_DENIED
    0x8009_030d, // SEC_E_UNKNOWN_CREDENTIALS
    0xc000_0064, // STATUS_NO_SUCH_USER
    0xc000_006a, // STATUS_WRONG_PASSWORD
    0xc000_006d, // STATUS_LOGON_FAILURE
  ],
  'account-locked': [
    1909, // ERROR_ACCOUNT_LOCKED_OUT
    0xc000_0234, // STATUS_ACCOUNT_LOCKED_OUT
  ],
  'account-state': [
    1240, // ERROR_LOGIN_WKSTA_RESTRICTION
    1327, // ERROR_ACCOUNT_RESTRICTION
    1328, // ERROR_INVALID_LOGON_HOURS
    1329, // ERROR_INVALID_WORKSTATION
    1330, // ERROR_PASSWORD_EXPIRED
    1331, // ERROR_ACCOUNT_DISABLED
    1793, // ERROR_ACCOUNT_EXPIRED
    1907, // ERROR_PASSWORD_MUST_CHANGE
    0x8009_033e, // SEC_E_SMARTCARD_LOGON_REQUIRED
    0xc000_006e, // STATUS_ACCOUNT_RESTRICTION
    0xc000_006f, // STATUS_INVALID_LOGON_HOURS
    0xc000_0070, // STATUS_INVALID_WORKSTATION
    0xc000_0071, // STATUS_PASSWORD_EXPIRED
    0xc000_0072, // STATUS_ACCOUNT_DISABLED
    0xc000_0193, // STATUS_ACCOUNT_EXPIRED
    0xc000_0224, // STATUS_PASSWORD_MUST_CHANGE
  ],
  'logon-right': [
    1380, // ERROR_LOGON_NOT_GRANTED
    1385, // ERROR_LOGON_TYPE_NOT_GRANTED
    0xc000_0155, // STATUS_LOGON_NOT_GRANTED
    0xc000_015b, // STATUS_LOGON_TYPE_NOT_GRANTED
  ],
  'authentication-firewall': [
    1935, // ERROR_AUTHENTICATION_FIREWALL_FAILED
    0xc000_0413, // STATUS_AUTHENTICATION_FIREWALL_FAILED
  ],
  'channel-binding': [
    0x8009_0346, // SEC_E_BAD_BINDINGS
    0xc000_035b, // STATUS_BAD_BINDINGS
  ],
  'no-package': [
    0x8009_0305, // SEC_E_SECPKG_NOT_FOUND
    0xc000_00fe, // STATUS_NO_SUCH_PACKAGE
  ],
  'clock-skew': [
    1398, // ERROR_TIME_SKEW
    0x8009_0324, // SEC_E_TIME_SKEW
    0xc000_0133, // STATUS_TIME_DIFFERENCE_AT_DC
  ],
  'kerberos-key': [
    1396, // ERROR_WRONG_TARGET_NAME
    1397, // ERROR_MUTUAL_AUTH_FAILED
    0x8009_030f, // SEC_E_MESSAGE_ALTERED
    0x8009_0322, // SEC_E_WRONG_PRINCIPAL
    0x8009_0330, // SEC_E_DECRYPT_FAILURE
    0x8009_0348, // SEC_E_NO_KERB_KEY
  ],
  'no-domain-controller': [
    1311, // ERROR_NO_LOGON_SERVERS
    1355, // ERROR_NO_SUCH_DOMAIN
    1786, // ERROR_NO_TRUST_LSA_SECRET
    1787, // ERROR_NO_TRUST_SAM_ACCOUNT
    1788, // ERROR_TRUSTED_DOMAIN_FAILURE
    1789, // ERROR_TRUSTED_RELATIONSHIP_FAILURE
    1790, // ERROR_TRUST_FAILURE
    1792, // ERROR_NETLOGON_NOT_STARTED
    1908, // ERROR_DOMAIN_CONTROLLER_NOT_FOUND
    0x8009_0304, // SEC_E_INTERNAL_ERROR: the LSA could not be reached
    0x8009_0311, // SEC_E_NO_AUTHENTICATING_AUTHORITY
    0x8009_0350, // SEC_E_DOWNGRADE_DETECTED
    0xc000_005e, // STATUS_NO_LOGON_SERVERS
    0xc000_018d, // STATUS_TRUSTED_RELATIONSHIP_FAILURE
  ],
  'broken-token': [
    0x8009_0301, // SEC_E_INVALID_HANDLE
    0x8009_0308, // SEC_E_INVALID_TOKEN
    0x8009_0310, // SEC_E_OUT_OF_SEQUENCE
    0x8009_0317, // SEC_E_CONTEXT_EXPIRED
    0x8009_0318, // SEC_E_INCOMPLETE_MESSAGE
    0x8009_0321, // SEC_E_BUFFER_TOO_SMALL
    0x8009_0326, // SEC_E_ILLEGAL_MESSAGE
    0x8009_0333, // SEC_E_UNFINISHED_CONTEXT_DELETED
    0x8009_0361, // SEC_E_NO_CONTEXT
  ],
};

const BY_CODE = new Map<number, Cause>();
for (const [cause, codes] of Object.entries(CODES_OF_CAUSE) as [Cause, readonly number[]][]) {
  for (const code of codes) BY_CODE.set(code, cause);
}

/** The cause behind a value of sc-win32-status; undefined for a code that is no known cause. */
export function causeOf(win32: number): Cause | undefined {
  return BY_CODE.get(win32OfHresult(win32) ?? win32);
}
