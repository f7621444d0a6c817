/**
 * The two Azure Monitor tables that hold IIS rows. `W3CIISLog` keeps all three status columns as
 * text, `AppServiceHTTPLogs` the last two; a query makes numbers of them once, the Win32 status as
 * `long`, because 2148074254 is no `int`.
 *
 * Source: Azure Monitor Logs reference, tables W3CIISLog (2024-02-18) and AppServiceHTTPLogs.
 */
import type { Column } from './columns.ts';
import { kqlLiteral } from '../../../text/escape/query-literals.ts';
import type { Words } from './condition.ts';
import { type Predicate, type Terms, written } from './predicate.ts';

export interface Table {
  readonly name: string;
  /** The status as a number. */
  readonly status: string;
  readonly columns: Readonly<Partial<Record<Column, string>>>;
  /** The column that tells the apps of one workspace apart, where no column has the site. */
  readonly app?: string;
}

export const W3C_IIS_LOG_TABLE: Table = {
  name: 'W3CIISLog',
  status: 'toint(scStatus)',
  columns: {
    site: 'sSiteName',
    port: 'sPort',
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
  app: '_ResourceId',
  columns: {
    port: 'SPort',
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

const equals = (name: string, of: readonly (number | string)[]): string =>
  of.length === 1 ? `${name} == ${of[0] ?? ''}` : `${name} in (${of.join(', ')})`;

export const quoted = (words: readonly string[]): string =>
  words.map((word) => `'${word}'`).join(', ');

/** The condition, in KQL on that table. */
export function conditionIn(table: Table, predicate: Predicate): string {
  const column = (name: Column) => columnIn(table, name);
  const terms: Terms = {
    is: (name, of) => equals(column(name), of),
    between: (name, from, to) => `${column(name)} between (${from} .. ${to})`,
    text: (name, value) => `${column(name)} =~ ${kqlLiteral(value)}`,
    begins: (name, word) => `${column(name)} startswith '${word}'`,
    has: (name, word) => `${column(name)} contains '${word}'`,
    named: () => `${column('user')} !in ('', '-')`,
    and: 'and',
    or: 'or',
    not: 'not',
  };
  return written(predicate, terms);
}

/** `CONTOSO\anna`, `anna@contoso.com` and `Anna` are one person; nobody is ''. */
export const personIn = (table: Table): string => {
  const bare = String.raw`tolower(replace_regex(${columnIn(table, 'user')}, @'^.*\\|@.*$', ''))`;
  return `iff(${conditionIn(table, { named: true })}, ${bare}, '')`;
};

export const WORDS: Words = {
  oneOf: (name, words) =>
    equals(
      name,
      words.map((word) => `'${word}'`),
    ),
  between: (name, from, to) => `(${name} between (${from} .. ${to}))`,
  over: (name, seconds) => `${name} > ${seconds}`,
  given: (name) => `isnotempty(${name})`,
  same: (a, b) => `${a} == ${b}`,
  flag: (name) => name,
  and: 'and',
  not: 'not',
  orOnNextLine: '\n    or ',
};
