/** A row of the log before it is written, and how rows become the text of a log. */
import type { Site } from './site.ts';
import type { Chance } from './chance.ts';

export interface Row {
  /** When the answer was complete; the row's time. */
  readonly end: number;
  readonly taken: number;
  readonly site: Site;
  readonly method: string;
  readonly stem: string;
  readonly query: string;
  /** '' for none. */
  readonly user: string;
  readonly peer: string;
  /** The header in which a proxy tells the client, as it was received. */
  readonly forwarded: string;
  readonly agent: string;
  readonly referer: string;
  readonly version: string;
  readonly status: number;
  readonly substatus: number;
  readonly win32: number;
  /** Number of its line, from 1, when the log has been written. */
  line: number;
}

export interface Layout {
  /** Columns of the log in the order in which IIS writes them. */
  readonly columns: readonly string[];
  /** Name of the custom column with the address that a proxy reports, if it is logged. */
  readonly forwarded?: string | undefined;
}

/** The fields that IIS 8 and later log unless told otherwise. */
export const DEFAULT_COLUMNS: readonly string[] =
  'date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken'.split(
    ' ',
  );

/** One log for several sites. */
export const CENTRAL_COLUMNS: readonly string[] = DEFAULT_COLUMNS.flatMap((name) =>
  name === 's-ip' ? ['s-sitename', 's-computername', 's-ip'] : [name],
);

/** Rows that end so close together, in milliseconds, may change places. */
const CLOSE_MS = 3;

/** Writes the rows in the order in which HTTP.sys would, and numbers them. */
export function writeLog(rows: readonly Row[], { columns, forwarded }: Layout, chance: Chance) {
  const names = forwarded === undefined ? columns : [...columns, forwarded];
  const placed = rows.map((row) => ({ row, at: row.end + chance.below(CLOSE_MS) }));
  placed.sort((a, b) => a.at - b.at);
  const first = placed[0]?.row.end ?? 0;
  const lines = [
    '#Software: Microsoft Internet Information Services 10.0',
    '#Version: 1.0',
    `#Date: ${stampOf(first)}`,
    `#Fields: ${names.join(' ')}`,
  ];
  for (const { row } of placed) {
    const values = columns.map((name) => valueOf(row, name));
    if (forwarded !== undefined) values.push(text(row.forwarded));
    row.line = lines.push(values.join(' '));
  }
  return lines.join('\r\n') + '\r\n';
}

const stampOf = (ms: number): string => new Date(ms).toISOString().replace('T', ' ').slice(0, 19);

/** Values have no spaces; no value is a dash. */
const text = (value: string): string => (value === '' ? '-' : value.replaceAll(' ', '+'));

const VALUES: Readonly<Record<string, (row: Row) => string | number>> = {
  date: ({ end }) => stampOf(end).slice(0, 10),
  time: ({ end }) => stampOf(end).slice(11),
  's-sitename': ({ site }) => `W3SVC${site.id}`,
  's-computername': () => 'WEB01',
  's-ip': ({ site }) => site.address,
  'cs-method': ({ method }) => method,
  'cs-uri-stem': ({ stem }) => stem,
  'cs-uri-query': ({ query }) => query,
  's-port': ({ site }) => site.port,
  'cs-username': ({ user }) => user,
  'c-ip': ({ peer }) => peer,
  'cs-version': ({ version }) => version,
  'cs(User-Agent)': ({ agent }) => agent,
  'cs(Referer)': ({ referer }) => referer,
  'cs-host': ({ site }) => site.host,
  'sc-status': ({ status }) => status,
  'sc-substatus': ({ substatus }) => substatus,
  'sc-win32-status': ({ win32 }) => win32,
  'time-taken': ({ taken }) => taken,
};

function valueOf(row: Row, column: string): string | number {
  const value = VALUES[column]?.(row) ?? '';
  return typeof value === 'number' ? value : text(value);
}
