/** What the tests of the log reader share: rows to build pastes from, and a paste's result. */
import { readFileSync } from 'node:fs';
import type { Log, LogEntry } from '../../../contract/decoded.ts';
import type { Reading } from '../../reader.ts';
import { readPairs } from '../rows/named-values.ts';
import { readLogText } from '../read-texts.ts';
import type { Row } from '../rows/row.ts';
import { scan } from '../rows/scan-lines.ts';
import { unpad, unpadRows } from '../../../text/unpad.ts';

export const FIELDS =
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken';

export interface RowParts {
  time?: string;
  user?: string;
  ip?: string;
  stem?: string;
  verb?: string;
  query?: string;
  agent?: string;
  taken?: number;
}

/** A row of IIS 10: `row('401 2 5')`, everything else with a default. */
export function row(codes: string, parts: RowParts = {}): string {
  const { time = '08:15:02', user = '-', ip = '192.0.2.17', stem = '/app/', verb = 'GET' } = parts;
  const { query = '-', agent = 'Mozilla/5.0+(Windows+NT+10.0)', taken = 3 } = parts;
  return `2026-03-02 ${time} 10.0.0.4 ${verb} ${stem} ${query} 443 ${user} ${ip} ${agent} - ${codes} ${taken}`;
}

/** Rows under the default header of IIS 10. */
export function logOf(...rows: string[]): string {
  return [FIELDS, ...rows].join('\n');
}

export function reading(text: string): Reading {
  const found = readLogText(text);
  if (!found) throw new Error('nothing was read as a log');
  return found;
}

export function read(text: string): Log {
  const { log } = reading(text);
  if (!log) throw new Error('the reading has no log');
  return log;
}

/** Every row of a text, not only those that become entries. */
export function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  const ignore = () => undefined;
  const sink = {
    row: (row: Row) => {
      rows.push(row);
    },
    ...{ unreadable: ignore, otherService: ignore, header: ignore },
  };
  if (!readPairs(unpad(text).text, sink)) scan(unpadRows(text).text, sink);
  return rows;
}

/** The value of one column of an entry. */
export function column(entry: LogEntry | undefined, name: string): string | undefined {
  return entry?.fields.find((field) => field.name === name)?.value;
}

/** `2/5` for each 401, in order; the text of a win32 that is no number. */
export function refusals(log: Log | undefined): string[] {
  return (log?.entries ?? [])
    .filter(({ status }) => status === 401)
    .map((entry) => {
      const win32 = entry.win32 ?? column(entry, 'sc-win32-status') ?? '';
      return `${entry.substatus ?? ''}/${win32}`;
    });
}

/** `accepted-two-legs 1` for each sequence. */
export function outcomes(log: Log | undefined): string[] {
  return (log?.sequences ?? []).map(({ outcome, count }) => `${outcome} ${count}`);
}

export interface Sample {
  file: string;
  source: string;
  format: string;
  expect401: string[];
  text: string;
}

const FIXTURES = new URL('../../../../../tests/fixtures/', import.meta.url);

/** A fixture as text, UTF-8 or UTF-16 by its byte order mark; the mark stays, as in a paste. */
export function fixture(path: string): string {
  const bytes = readFileSync(new URL(path, FIXTURES));
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { ignoreBOM: true }).decode(bytes);
}

/** The published and derived samples with the 401s that a person reads in them. */
export function samples(): Sample[] {
  const index = JSON.parse(fixture('logs/index.json')) as Omit<Sample, 'text'>[];
  return index.map((sample) => ({ ...sample, text: fixture(`logs/${sample.file}`) }));
}
