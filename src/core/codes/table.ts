/**
 * The code table in memory: the rows of `content/codes/*.json`, each marked with its space. A test
 * holds the files to the shape that is asserted here: articles and sources that exist, names and
 * numbers that are unique.
 */
import events from '../../../content/codes/events.json' with { type: 'json' };
import http from '../../../content/codes/http.json' with { type: 'json' };
import kerberos from '../../../content/codes/kerberos.json' with { type: 'json' };
import ntstatus from '../../../content/codes/ntstatus.json' with { type: 'json' };
import sspi from '../../../content/codes/sspi.json' with { type: 'json' };
import win32 from '../../../content/codes/win32.json' with { type: 'json' };
import type { CodeRow, CodeSpace } from './row.ts';

const rowsOf = (space: CodeSpace, rows: readonly object[]): readonly CodeRow[] =>
  rows.map((row) => ({ space, ...(row as Omit<CodeRow, 'space'>) }));

/** All rows by space, in the order in which a page would list the spaces. */
export const TABLE: Readonly<Record<CodeSpace, readonly CodeRow[]>> = {
  http: rowsOf('http', http),
  win32: rowsOf('win32', win32),
  sspi: rowsOf('sspi', sspi),
  ntstatus: rowsOf('ntstatus', ntstatus),
  kerberos: rowsOf('kerberos', kerberos),
  event: rowsOf('event', events),
};

/** All rows of all spaces. */
export const ROWS: readonly CodeRow[] = Object.values(TABLE).flat();
