/**
 * Names and numbers of a log's sequences, as the findings put them into sentences and commands.
 * Names come from the paste, so a command takes over only those that a shell cannot misread.
 */
import type { Log, LogEntry, Sequence } from '../../../contract/decoded.ts';
import { inCommand } from '../../../text/escape/in-command.ts';

export { asWhom, byWhom, codeOf, where } from '../attempts/phrases.ts';

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
