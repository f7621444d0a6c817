/**
 * The files as a table in DuckDB. The CSV options are exact on purpose: `comment = '#'` would cut a
 * row at the first `#` of a path and then drop it in silence; header lines go because they have
 * another number of columns, or no date. A quote is an ordinary character in IIS's own logs.
 *
 * Source: DuckDB documentation, "CSV Import".
 */

import { forwardedName } from '../rows/forwarded.ts';
import { W3C_NAME } from './columns.ts';

/** Where IIS writes by default; DuckDB takes `/` on Windows, too. */
export const PATH = 'C:/inetpub/logs/LogFiles/W3SVC*/u_ex*.log';

const TYPES: Readonly<Record<string, string>> = {
  date: 'DATE',
  time: 'TIME',
  'sc-status': 'INTEGER',
  'sc-substatus': 'INTEGER',
  'sc-win32-status': 'BIGINT',
  'time-taken': 'BIGINT',
};

/** A log's own name is kept when it cannot be taken for one of the query's names. */
const PLAIN = /^[A-Za-z]\w*[-(][\w()-]*$/;

/** `'cs-method': 'VARCHAR'` for each column; custom ones with unusual names get a number. */
function columnList(fields: readonly string[]): string[] {
  const used = new Set<string>();
  const forwarded = forwardedName(fields);
  return fields.map((own, index) => {
    const field = own === forwarded ? W3C_NAME.forwarded : own;
    const isKept = (field in TYPES || PLAIN.test(field)) && !used.has(field.toLowerCase());
    const name = isKept ? field : `custom-${index + 1}`;
    used.add(name.toLowerCase());
    return `'${name}': '${TYPES[name] ?? 'VARCHAR'}'`;
  });
}

/** `WITH log AS (...)`: the rows, each with its place in the files, its instant, and its file if that is asked for. */
export function source(fields: readonly string[], hasTime: boolean, hasFile = false): string {
  const utc = hasTime ? ', "date" + "time" AS utc' : '';
  return [
    `WITH log AS (`,
    `  SELECT *, row_number() OVER () AS line${utc}`,
    `  FROM read_csv('${PATH}',`,
    `    auto_detect = false, header = false, delim = ' ', quote = '', escape = '', nullstr = '-',`,
    `    ignore_errors = true,${hasFile ? ' filename = true,' : ''}`,
    `    columns = {`,
    columnList(fields)
      .map((item) => `      ${item}`)
      .join(',\n'),
    `    })`,
    `)`,
  ].join('\n');
}
