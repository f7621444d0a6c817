/** The rows of a log to take along, for a spreadsheet. */
import { csvCell, type LogEntry } from '../../core/index.ts';

type Value = string | number | boolean | undefined;

const COLUMNS: readonly (readonly [head: string, value: (entry: LogEntry) => Value])[] = [
  ['line', ({ line }) => line],
  ['time', ({ time }) => time],
  ['c-ip', ({ clientIp }) => clientIp],
  ['cs-username', ({ user }) => user],
  ['cs-method', ({ method }) => method],
  ['cs-uri-stem', ({ uri }) => uri],
  ['sc-status', ({ status }) => status],
  ['sc-substatus', ({ substatus }) => substatus],
  ['sc-win32-status', ({ win32 }) => win32],
  ['substatus name', ({ substatusName }) => substatusName],
  ['win32 name', ({ win32Name }) => win32Name],
  ['time-taken', ({ timeTaken }) => timeTaken],
  ['recovered', ({ recovered }) => recovered],
];

/** The rows as RFC 4180 has them; a value that would be a formula gets an apostrophe before it. */
export function asCsv(entries: readonly LogEntry[]): string {
  const lines = entries.map((entry) => COLUMNS.map(([, value]) => csvCell(value(entry))));
  return [COLUMNS.map(([head]) => csvCell(head)), ...lines]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
}
