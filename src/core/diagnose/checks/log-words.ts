/**
 * Names and numbers of a log's sequences, as the findings put them into sentences and commands.
 * Names come from the paste, so a command takes over only those that a shell cannot misread.
 */
import { counted } from '../../counted.ts';
import { describeWin32 } from '../../codes/lookup.ts';
import type { Log, LogEntry, Sequence } from '../../decoded.ts';
import { inCommand } from '../in-command.ts';

/** What a finding's sentence is made from. */
export interface Case {
  readonly sequence: Sequence;
  readonly log: Log;
  /** Rows of the first such attempt, in order. */
  readonly rows: readonly LogEntry[];
}

/** `was` or `were`, for as many attempts. */
export function was({ count }: Sequence): string {
  return count === 1 ? 'was' : 'were';
}

/** ` by 10.0.0.5`, ` by 4 clients`, or nothing when the paste has no address. */
export function byWhom({ clientNames, clients }: Sequence): string {
  const [only] = clientNames;
  if (clients > 1) return ` by ${counted(clients, 'client')}`;
  return only === undefined ? '' : ` by ${only}`;
}

/** ` at /app/`, ` at 7 resources`, or nothing when the paste has no path. */
export function where({ uris, resources }: Sequence): string {
  const [only] = uris;
  if (resources > 1) return ` at ${counted(resources, 'resource')}`;
  return only === undefined ? '' : ` at ${only}`;
}

/** ` as CONTOSO\anna`, ` as 5 users`, or nothing when no row has a name. */
export function asWhom({ userNames, users }: Sequence): string {
  const [only] = userNames;
  if (users > 1) return ` as ${counted(users, 'user')}`;
  return only === undefined ? '' : ` as ${only}`;
}

/** `401.1 with 2148074252 (SEC_E_LOGON_DENIED)` of the row that decided. */
export function codeOf({ substatus, win32 }: Sequence): string {
  const status = substatus === undefined ? '401' : `401.${substatus}`;
  if (win32 === undefined) return status;
  const name = describeWin32(win32)?.name;
  return `${status} with ${win32}${name === undefined ? '' : ` (${name})`}`;
}

/** Account without its domain, for `Get-ADUser`. */
export function account({ userNames: [name] }: Sequence): string {
  const bare = name?.replace(/^.*\\/, '').replace(/@.*$/, '');
  return inCommand(bare, '<account>');
}

/** URL of the first such attempt, as far as the row has it. */
export function urlOf({ rows: [row] }: Case): string {
  const value = (name: string) => row?.fields.find((field) => field.name === name)?.value;
  const port = value('s-port');
  const scheme = port === '443' ? 'https' : 'http';
  const named = value('cs-host');
  const host = inCommand(named === '-' ? undefined : named, '<server>');
  const suffix =
    host.includes(':') || port === undefined || /^(?:80|443|-)$/.test(port) ? '' : `:${port}`;
  return `${scheme}://${host}${suffix}${inCommand(row?.uri, '/')}`;
}

/** A query of the Security log of this server for failed logons around the attempts. */
export function failedLogons({ first, last }: Sequence): string {
  const at = (time: string | undefined, name: string, plus: number) => {
    if (!time?.endsWith('Z')) return '';
    const moment = new Date(Date.parse(time) + plus).toISOString().replace('.000Z', 'Z');
    return `; ${name}='${moment}'`;
  };
  const range = at(first, 'StartTime', -60_000) + at(last, 'EndTime', 60_000);
  return `Get-WinEvent -FilterHashtable @{LogName='Security'; Id=4625${range}} | Format-List TimeCreated, Message`;
}
