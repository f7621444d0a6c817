/** Which columns of a header the scanner of bytes reads, and whether it can read them at all. */
import { isCutShort } from '../rows/cut-header.ts';
import { FTP_COLUMN } from '../rows/other-services.ts';
import {
  MAX_COLUMNS,
  ROLE_AGENT,
  ROLE_CLIENT,
  ROLE_DATE,
  ROLE_FORWARDED,
  ROLE_OTHER,
  ROLE_PORT,
  ROLE_SITE,
  ROLE_STATUS,
  ROLE_STEM,
  ROLE_SUBSTATUS,
  ROLE_TIME,
  ROLE_TIME_TAKEN,
  ROLE_USER,
  ROLE_VERB,
  ROLE_WIN32,
} from './scanner/layout.ts';
import { forwardedName } from '../rows/forwarded.ts';
import type { Header } from '../rows/header.ts';

const ROLES: Readonly<Record<string, number>> = {
  date: ROLE_DATE,
  time: ROLE_TIME,
  's-sitename': ROLE_SITE,
  'cs-method': ROLE_VERB,
  'cs-uri-stem': ROLE_STEM,
  's-port': ROLE_PORT,
  'cs-username': ROLE_USER,
  'c-ip': ROLE_CLIENT,
  'cs(User-Agent)': ROLE_AGENT,
  'sc-status': ROLE_STATUS,
  'sc-substatus': ROLE_SUBSTATUS,
  'sc-win32-status': ROLE_WIN32,
  'time-taken': ROLE_TIME_TAKEN,
};

/** What stands between the values of rows that are scanned. */
const DELIMITERS: ReadonlySet<string> = new Set([' ', '\t', ',', ';']);

/**
 * One role per column; undefined when rows under this header are left to the readers of text:
 * tables with bars, HTTP.sys's error log, summaries, two columns of one name.
 */
export function rolesOf(header: Header): Uint8Array | undefined {
  const { names, delimiter, format } = header;
  if (!DELIMITERS.has(delimiter) || format !== 'w3c' || names.length > MAX_COLUMNS)
    return undefined;
  // Rows of FTP are set aside; a header that was cut off is put right by its first row.
  if (names.includes(FTP_COLUMN) || isCutShort(header)) return undefined;
  if (!names.includes('sc-status') || new Set(names).size < names.length) return undefined;
  // Without both a row may be the line of a summary.
  if (!names.includes('cs-method') || !names.includes('cs-uri-stem')) return undefined;
  // A date without a time is a kind of its own: Azure writes both into one column.
  if (names.includes('date') !== names.includes('time')) return undefined;
  const forwarded = forwardedName(names);
  return Uint8Array.from(names, (name) =>
    name === forwarded ? ROLE_FORWARDED : (ROLES[name] ?? ROLE_OTHER),
  );
}
