/** What people and their mail, chat and terminals do to rows of a log. */
import {
  pick,
  type Random,
  reordered,
  rewritten,
  shuffled,
  type Table,
  without,
} from './tables.ts';

/** Writes a table down in some way; the rows that can still be read are those of `kept`. */
export type Mutation = (table: Table, next: Random) => string | { text: string; kept: Table };

export const line = (row: readonly string[]): string => row.join(' ');
export const header = ({ names }: Table): string => `#Fields: ${names.join(' ')}`;
export const bare = ({ rows }: Table): string => rows.map(line).join('\n');
export const plain = (table: Table): string => `${header(table)}\n${bare(table)}`;

const isCode = (name: string): boolean => name.startsWith('sc-') && name !== 'sc-bytes';

/** A few columns that a person may take out; codes and the verb stay. */
function fewer(table: Table, next: Random): Table {
  const order = shuffled(next, table.names.length);
  const drop = new Set(order.slice(0, 1 + next(3)).map((i) => table.names[i] ?? ''));
  return without(table, (name) => drop.has(name) && !isCode(name) && name !== 'cs-method');
}

const wrap = (text: string, width: number): string =>
  text.replace(new RegExp(`(.{${width}})(?=.)`, 'g'), '$1\n');

/** Breaks at spaces, as mail programs do; a word that is too long stands alone. */
const fold = (text: string, width: number): string =>
  text.replace(new RegExp(`(?=.{${width}})(.{0,${width}}|\\S+) `, 'g'), '$1\n');

const width = (next: Random): number => 60 + next(41);

const PLACEHOLDERS: Readonly<Record<string, readonly string[]>> = {
  's-ip': ['x.x.x.x', '<server-ip>', '[SERVERIP]', '***', '10.x.x.4', 'REDACTED', 'SERVER_IP'],
  'c-ip': ['x.x.x.x', '<client-ip>', '[ip]', 'xxx.xxx.xxx.xxx', '192.0.2.xxx', 'CLIENT-IP'],
  'cs-username': ['DOMAIN\\user', '<user>', '[REDACTED]', '***', 'DOMAIN\\***', 'xxxxx'],
  'cs-host': ['<host>', 'example.com', '[hostname]', 'server.domain.tld'],
};

export const BY_HAND: Readonly<Record<string, Mutation>> = {
  'as written': plain,
  'without header': bare,
  'columns taken out of header and rows': (table, next) => {
    const kept = fewer(table, next);
    return { text: plain(kept), kept };
  },
  'columns taken out of the rows only': (table, next) =>
    `${header(table)}\n${bare(fewer(table, next))}`,
  'columns taken out, without header': (table, next) => bare(fewer(table, next)),
  'columns shuffled with header': (table, next) => {
    const kept = reordered(table, shuffled(next, table.names.length));
    return { text: plain(kept), kept };
  },
  'header of another set': (table, next) => {
    const other = without(table, (name) => !isCode(name) && next(4) === 0);
    return `${header(other)}\n${bare(table)}`;
  },
  'without date and time': (table) =>
    bare(without(table, (name) => name === 'date' || name === 'time')),
  'without win32 column': (table) => {
    const kept = without(table, (name) => name === 'sc-win32-status');
    return { text: plain(kept), kept };
  },
  'without win32 column and header': (table) => {
    const kept = without(table, (name) => name === 'sc-win32-status');
    return { text: bare(kept), kept };
  },
  'glued without a break': (table) => table.rows.map(line).join(''),
  'glued with a space': (table) => table.rows.map(line).join(' '),
  'glued with the header': (table) => [header(table), ...table.rows.map(line)].join(' '),
  'wrapped anywhere': (table, next) => wrap(bare(table), width(next)),
  'wrapped anywhere, with header': (table, next) => wrap(plain(table), width(next)),
  'wrapped at spaces': (table, next) => fold(bare(table), width(next)),
  'wrapped at spaces and quoted': (table, next) =>
    fold(plain(table), width(next)).replace(/^/gm, '> '),
  'wrapped with a hanging indent': (table, next) =>
    table.rows.map((row) => fold(line(row), width(next)).replaceAll('\n', '\n    ')).join('\n'),
  'a blank line after each row': (table) => plain(table).replaceAll('\n', '\n\n'),
  'quoted twice': (table) => plain(table).replace(/^/gm, '> > '),
  'quoted with bars': (table) => bare(table).replace(/^/gm, '| '),
  'dashes changed': (table, next) => {
    const dash = pick(next, ['\u2013', '\u2014', '\u2212', '\u2010']);
    return plain(rewritten(table, (value) => (value === '-' ? dash : value)));
  },
  'dashes changed, without header': (table, next) => {
    const dash = pick(next, ['\u2013', '\u2014']);
    return bare(rewritten(table, (value) => (value === '-' ? dash : value)));
  },
  'names taken out': (table, next) =>
    plain(rewritten(table, (value, name) => masked(value, name, next))),
  'names taken out, without header': (table, next) =>
    bare(rewritten(table, (value, name) => masked(value, name, next))),
  'plus signs as spaces': (table) => plain(table).replaceAll('+', ' '),
  'plus signs as spaces, without header': (table) => bare(table).replaceAll('+', ' '),
  'cut at both ends': (table, next) => {
    const rows = table.rows.map(line);
    const first = (rows[0] ?? '').slice(5 + next(40));
    const last = (rows.at(-1) ?? '').slice(0, 20 + next(30));
    const kept = { ...table, rows: table.rows.slice(1, -1) };
    return { text: [first.slice(-6), ...rows.slice(1, -1), last].join('\n'), kept };
  },
  'bold and code': (table) =>
    bare(table)
      .replace(/ (401 \d+ \d+)/g, ' **$1**')
      .replace(/^.*$/gm, '`$&`'),
  'numbered list': (table) => table.rows.map((row, i) => `${i + 1}. ${line(row)}`).join('\n'),
  'prose between': (table) =>
    table.rows.map((row, i) => `Then at step ${i + 1} the log says:\n\n${line(row)}\n`).join('\n'),
  'prose without blank lines': (table) =>
    table.rows.map((row, i) => `Request ${i + 1} of 401 (see below):\n${line(row)}`).join('\n'),
  'no-break spaces': (table) => plain(table).replaceAll(' ', '\u00a0'),
  'tabs for spaces': (table) => bare(table).replaceAll(' ', '\t'),
  'spaces doubled': (table) => plain(table).replaceAll(' ', '  '),
  'zero-width characters': (table) =>
    plain(table).replaceAll(';+', ';\u200b+').replaceAll('/', '/\u200b'),
  'carriage returns only': (table) => plain(table).replaceAll('\n', '\r'),
  'links by chat': (table) =>
    bare(table).replace(/\b(portal\.contoso\.com)(?=\s)/g, '[$1](http://$1)'),
  'escaped by Markdown': (table) => plain(table).replace(/[_*\\[\]<>()]/g, '\\$&'),
  'escaped by HTML': (table) =>
    plain(table).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  'codes alone': (table) => {
    const kept = without(table, (name) => !isCode(name));
    const rows = kept.rows.filter(([status]) => status === '401');
    return { text: rows.map(line).join('\n'), kept: { ...kept, rows } };
  },
  'codes with dots': (table) =>
    table.rows
      .map((row) =>
        line(row).replace(/ (\d{3}) (\d{1,2}) (\d+)(?=( \d+){0,3}( [\d.,+-]*)?$)/, ' $1.$2 $3'),
      )
      .join('\n'),
};

function masked(value: string, name: string, next: Random): string {
  const words = PLACEHOLDERS[name];
  return words && value !== '-' && next(3) > 0 ? pick(next, words) : value;
}
