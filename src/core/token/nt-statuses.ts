/** NTSTATUS values that Windows puts into a KRB-ERROR, with their names (MS-ERREF 2.3). */
export const NT_STATUSES: Readonly<Record<string, string>> = {
  '0xC000005E': 'STATUS_NO_LOGON_SERVERS: no domain controller could be reached.',
  '0xC0000064': 'STATUS_NO_SUCH_USER: there is no such account.',
  '0xC000006A': 'STATUS_WRONG_PASSWORD: the password is wrong.',
  '0xC000006D': 'STATUS_LOGON_FAILURE: wrong name or password.',
  '0xC000006E': 'STATUS_ACCOUNT_RESTRICTION: a restriction of the account forbids it.',
  '0xC000006F': 'STATUS_INVALID_LOGON_HOURS: outside the logon hours.',
  '0xC0000070': 'STATUS_INVALID_WORKSTATION: not from this computer.',
  '0xC0000071': 'STATUS_PASSWORD_EXPIRED: the password has expired.',
  '0xC0000072': 'STATUS_ACCOUNT_DISABLED: the account is disabled.',
  '0xC0000133': "STATUS_TIME_DIFFERENCE_AT_DC: the clock differs from the domain controller's.",
  '0xC000015B': 'STATUS_LOGON_TYPE_NOT_GRANTED: the logon right is missing.',
  '0xC0000193': 'STATUS_ACCOUNT_EXPIRED: the account has expired.',
  '0xC0000224': 'STATUS_PASSWORD_MUST_CHANGE: the password must be changed first.',
  '0xC0000225': 'STATUS_NOT_FOUND: what was asked for was not found.',
  '0xC0000234': 'STATUS_ACCOUNT_LOCKED_OUT: the account is locked.',
  '0xC0000413': 'STATUS_AUTHENTICATION_FIREWALL_FAILED: selective authentication forbids it.',
};
