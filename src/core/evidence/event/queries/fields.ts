/**
 * The logs that the questions read, and the data of their events by the names that the events
 * themselves use. Sources: Microsoft Learn, "Security auditing", pages of the events; KB 5064479 for
 * 4020 to 4033. Event 4740 has the caller's computer in `TargetDomainName`.
 */

export type Log = 'Security' | 'System' | 'Microsoft-Windows-NTLM/Operational';

export type Field =
  | 'ServiceName'
  | 'TargetUserName'
  | 'TargetDomainName'
  | 'TicketEncryptionType'
  | 'Status'
  | 'SubStatus'
  | 'IpAddress'
  | 'Workstation'
  | 'WorkstationName'
  | 'LmPackageName'
  | 'SChannelName'
  | 'UserName'
  | 'Username'
  | 'RemoteClientMachine'
  | 'TargetMachine'
  | 'TargetService'
  | 'ProcessName'
  | 'NtlmUsageId'
  | 'NtlmUsageReason';

/** `0x7` and, as some programs pad it, `0x00000007`; in lower case. */
export function spellingsOf(code: number): readonly string[] {
  const digits = code.toString(16);
  return [...new Set([`0x${digits}`, `0x${digits.padStart(8, '0')}`])];
}

/** As the log itself may spell it, where case counts: `0xe` and `0xE`. */
export function casesOf(code: number): readonly string[] {
  const digits = code.toString(16);
  return [...new Set([`0x${digits}`, `0x${digits.toUpperCase()}`])];
}
