/**
 * Names and numbers of a log's sequences, as the findings put them into sentences and commands. Names
 * come from the paste, so a command takes over only those that a shell cannot misread.
 */
import type { LogEntry, Sequence } from '../../../contract/decoded.ts';
import { fitsCommand, type Name } from '../../../text/escape/command.ts';
import { asWhom, byWhom, codeOf, where } from '../attempts/phrases.ts';

/** Values for the sentences of `content/outcomes.json`; `rows` are those of the first attempt. */
export function valuesOf(
  sequence: Sequence,
  rows: readonly LogEntry[],
): Record<string, string | undefined> {
  return {
    count: sequence.count.toLocaleString('en'),
    by: byWhom(sequence).trimStart(),
    at: where(sequence).trimStart(),
    as: asWhom(sequence).trimStart(),
    code: codeOf(sequence),
    substatus: String(sequence.substatus ?? 0),
    // One row of each attempt is the answer that let the client in.
    refusals: String(sequence.rows - sequence.count),
    steps: steps(rows),
  };
}

/** `401.2, 401.1, then 304`. */
function steps(rows: readonly LogEntry[]): string {
  const names = rows.map(({ status, substatus }) =>
    status === 401 && substatus !== undefined ? `401.${substatus}` : String(status),
  );
  return `${names.slice(0, -1).join(', ')}, then ${names.at(-1) ?? ''}`;
}

/** Names for the commands of `content/outcomes.json`. */
export function namesOf(sequence: Sequence, rows: readonly LogEntry[]): Record<string, Name> {
  const [user] = sequence.userNames;
  const [uri] = sequence.uris;
  return {
    account: [user?.replace(/^.*\\/, '').replace(/@.*$/, ''), 'account'],
    folder: [undefined, `folder of ${fitsCommand(uri) ? uri : 'the site'}`],
    from: [aroundTime(sequence.first, -MINUTE), 'start'],
    to: [aroundTime(sequence.last, MINUTE), 'end'],
    ...urlNames(rows[0]),
  };
}

const MINUTE = 60_000;

/** The time moved by so many milliseconds; only one in UTC can stand in a command. */
function aroundTime(time: string | undefined, plus: number): string | undefined {
  if (!time?.endsWith('Z')) return undefined;
  return new Date(Date.parse(time) + plus).toISOString().replace('.000Z', 'Z');
}

/** URL of the first such attempt, as far as the row has it. */
function urlNames(row: LogEntry | undefined): Record<'scheme' | 'server' | 'path', Name> {
  const value = (name: string) => row?.fields.find((field) => field.name === name)?.value;
  const port = value('s-port');
  const written = value('cs-host');
  const host = fitsCommand(written) && written !== '-' ? written : undefined;
  const isUsual = port === undefined || !/^\d{1,5}$/.test(port) || /^(?:80|443)$/.test(port);
  const suffix = isUsual || host?.includes(':') ? '' : `:${port}`;
  return {
    scheme: [port === '443' ? 'https' : 'http', 'scheme'],
    server: [host === undefined ? undefined : `${host}${suffix}`, `server${suffix}`],
    path: [fitsCommand(row?.uri) ? row.uri : '/', 'path'],
  };
}
