/** IIS native, NCSA and HTTPERR rows with known values, and what happens to them on the way. */
import { NATIVE_ORDER } from '../../rows/fields.ts';
import type { Mutation } from './by-hand.ts';
import { pick, type Random, type Table } from './tables.ts';

const USERS = ['-', '-', 'CONTOSO\\anna', 'NT AUTHORITY\\LOCAL SERVICE', 'ben@contoso.com'];
const IPS = ['192.0.2.17', '198.51.100.4', '2001:db8::17', 'fe80::1%14'];
const PATHS = ['/', '/app/', '/app/a,b.aspx', '/EWS/Exchange.asmx'];
const AGENTS = ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'curl/8.4.0', '-'];

const rows = (next: Random, row: () => readonly string[]): (readonly string[])[] =>
  Array.from({ length: 3 + next(6) }, row);

function native(next: Random): Table {
  const values: Readonly<Record<string, readonly string[]>> = {
    'c-ip': IPS,
    'cs-username': USERS,
    date: ['3/20/26', '3/20/2026', '11/7/2026'],
    time: ['7:55:20', '23:05:01'],
    's-sitename': ['W3SVC2'],
    's-computername': ['WEB01'],
    's-ip': ['10.0.0.4'],
    'time-taken': ['4502', '0', '401'],
    'cs-bytes': ['163', '401'],
    'sc-bytes': ['3223', '200'],
    'sc-status': ['401', '401', '200', '304', '500'],
    'sc-win32-status': ['5', '0', '2148074254', '1326', '64'],
    'cs-method': ['GET', 'POST'],
    'cs-uri-stem': PATHS.filter((path) => !path.includes(',')),
    'cs-uri-query': ['-', 'id=7'],
  };
  const row = () => NATIVE_ORDER.map((name) => pick(next, values[name] ?? ['-']));
  return { names: NATIVE_ORDER, rows: rows(next, row) };
}

const writeNative = (row: readonly string[]): string => `${row.join(', ')},`;

const NCSA = [
  ...['c-ip', 'cs-username', 'date', 'cs-method', 'cs-uri-stem', 'cs-version', 'sc-status'],
  ...['sc-bytes', 'cs(Referer)', 'cs(User-Agent)'],
];

function ncsa(next: Random): Table {
  const stamp = () => `2${next(9)}/Mar/2026:07:55:2${next(9)} ${pick(next, ['-0800', '+0100'])}`;
  const status = ['401', '401', '200', '304', '404'];
  const row = () => [
    ...[pick(next, IPS), pick(next, USERS), stamp(), pick(next, ['GET', 'HEAD'])],
    ...[pick(next, PATHS), 'HTTP/1.1', pick(next, status), String(next(5_000))],
    ...[pick(next, ['-', 'https://portal.contoso.com/']), pick(next, AGENTS)],
  ];
  return { names: NCSA, rows: rows(next, row) };
}

const common = ([ip, user, date, verb, path, version, status, bytes]: readonly string[]): string =>
  `${ip ?? ''} - ${user ?? ''} [${date ?? ''}] "${verb ?? ''} ${path ?? ''} ${version ?? ''}" ${status ?? ''} ${bytes ?? ''}`;
const combined = (row: readonly string[]): string =>
  `${common(row)} "${row[8] ?? ''}" "${row[9] ?? ''}"`;

const HTTPERR_SETS = [
  'date time c-ip c-port s-ip s-port cs-version cs-method cs-uri sc-status s-siteid s-reason s-queuename',
  'date time c-ip c-port s-ip s-port cs-version cs-method cs-uri streamid sc-status s-siteid s-reason s-queuename',
  'date time c-ip c-port s-ip s-port cs-version cs-method cs-uri streamid streamid_ex sc-status s-siteid s-reason s-queuename transport',
];

function httperr(next: Random): Table {
  const names = pick(next, HTTPERR_SETS).split(' ');
  const row = () => {
    const [status, reason, site, queue] = pick(next, [
      ['400', 'RequestLength', '-', '-'],
      ['400', 'Hostname', '-', '-'],
      ['503', 'AppOffline', '1', 'DefaultAppPool'],
      ['404', 'NotFound', '-', '-'],
      ['-', 'Timer_ConnectionIdle', '-', '-'],
      ['-', 'Connection_Abandoned_By_ReqQueue', '2', 'Portal+Pool'],
    ] as const);
    const closed = reason === 'Timer_ConnectionIdle';
    const fixed: Readonly<Record<string, string>> = {
      ...{ date: '2026-03-02', time: `08:15:0${next(9)}`, 'c-ip': pick(next, IPS) },
      ...{ 'c-port': '51234', 's-ip': '10.0.0.4', 's-port': '443', streamid: '-' },
      ...{ 'cs-version': closed ? '-' : 'HTTP/1.1', 'cs-method': closed ? '-' : 'GET' },
      ...{ 'cs-uri': closed ? '-' : '/app/?id=401', 'sc-status': status, 's-siteid': site },
      ...{ 's-reason': reason, 's-queuename': queue, transport: 'TCP' },
    };
    return names.map((name) => fixed[name] ?? '-');
  };
  return { names, rows: rows(next, row) };
}

/** A mutation over tables of its own, whatever table it is given. */
const over =
  (make: (next: Random) => Table, write: (table: Table, next: Random) => string): Mutation =>
  (_, next) => {
    const table = make(next);
    return { text: write(table, next), kept: table };
  };

const each =
  (write: (row: readonly string[]) => string, end = '\n') =>
  (table: Table) =>
    table.rows.map(write).join(end);
const wrapped = (write: (row: readonly string[]) => string) => (table: Table, next: Random) =>
  each(write)(table).replace(new RegExp(`(.{${50 + next(40)}})(?=.)`, 'g'), '$1\n');
const spaced = (row: readonly string[]): string => row.join(' ');
const header = (table: Table) => `#Fields: ${spaced(table.names)}\n`;

export const OTHER_FORMATS: Readonly<Record<string, Mutation>> = {
  'IIS native': over(native, each(writeNative)),
  'IIS native, CR LF and quoted': over(native, (table) =>
    each(writeNative, '\r\n')(table).replace(/^/gm, '> '),
  ),
  'IIS native wrapped': over(native, wrapped(writeNative)),
  'IIS native without spaces': over(
    native,
    each((row) => `${row.join(',')},`),
  ),
  'IIS native by grep': over(
    native,
    each((row) => `in260320.log:${writeNative(row)}`),
  ),
  'IIS native glued': over(native, each(writeNative, ' ')),
  'NCSA common': over(ncsa, each(common)),
  'NCSA combined': over(ncsa, each(combined)),
  'NCSA wrapped': over(ncsa, wrapped(combined)),
  'NCSA by syslog': over(
    ncsa,
    each((row) => `<134>Mar  2 08:15:02 WEB01 w3wp[7]: ${combined(row)}`),
  ),
  'NCSA glued': over(ncsa, each(combined, ' ')),
  HTTPERR: over(httperr, (table) => header(table) + each(spaced)(table)),
  'HTTPERR without header': over(httperr, each(spaced)),
  'HTTPERR wrapped': over(httperr, wrapped(spaced)),
  'HTTPERR wrapped, with header': over(
    httperr,
    (table, next) => header(table) + wrapped(spaced)(table, next),
  ),
  'HTTPERR glued': over(httperr, each(spaced, ' ')),
};
