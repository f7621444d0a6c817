/**
 * The two Azure Monitor tables that hold IIS rows. `W3CIISLog` keeps all three status columns as
 * text, `AppServiceHTTPLogs` the last two; a query makes numbers of them once, the Win32 status as
 * `long`, because 2148074254 is no `int`.
 *
 * Source: Azure Monitor Logs reference, tables W3CIISLog (2024-02-18) and AppServiceHTTPLogs.
 */
import type { Column } from './columns.ts';
import type { Predicate, Terms } from './predicate.ts';
import { written } from './predicate.ts';

export interface Table {
  readonly name: string;
  /** The status as a number. */
  readonly status: string;
  readonly columns: Readonly<Partial<Record<Column, string>>>;
}

export const W3C_IIS_LOG_TABLE: Table = {
  name: 'W3CIISLog',
  status: 'toint(scStatus)',
  columns: {
    site: 'sSiteName',
    method: 'csMethod',
    resource: 'csUriStem',
    user: 'csUserName',
    client: 'cIP',
    agent: 'csUserAgent',
    substatus: 'scSubStatus',
    win32: 'scWin32Status',
    taken: 'TimeTaken',
  },
};

export const APP_SERVICE_TABLE: Table = {
  name: 'AppServiceHTTPLogs',
  status: 'ScStatus',
  columns: {
    method: 'CsMethod',
    resource: 'CsUriStem',
    user: 'CsUsername',
    client: 'CIp',
    agent: 'UserAgent',
    substatus: 'ScSubStatus',
    win32: 'ScWin32Status',
    taken: 'TimeTaken',
  },
};

/** Numbers that a query makes of the table's text, under names of its own. */
const NUMBERS: Table['columns'] = { status: 'status', substatus: 'substatus', win32: 'win32' };

export const columnIn = ({ columns }: Table, name: Column): string =>
  NUMBERS[name] ?? columns[name] ?? name;

/** In a verbatim literal two quotes are a quote, and nothing else is special. */
export const literal = (name: string): string => `@'${name.replaceAll("'", "''")}'`;

/** The condition, in KQL on that table. */
export function conditionIn(table: Table, predicate: Predicate): string {
  const column = (name: Column) => columnIn(table, name);
  const terms: Terms = {
    is: (name, of) =>
      of.length === 1
        ? `${column(name)} == ${of[0] ?? 0}`
        : `${column(name)} in (${of.join(', ')})`,
    between: (name, from, to) => `${column(name)} between (${from} .. ${to})`,
    text: (name, value) => `${column(name)} =~ ${literal(value)}`,
    named: () => `${column('user')} !in ('', '-')`,
    all: (parts) => parts.join(' and '),
    not: (part) => `not(${part})`,
  };
  return written(predicate, terms);
}
