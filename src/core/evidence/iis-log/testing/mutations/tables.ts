/** Generated logs whose rows are known value by value, so that any damage can be measured. */

/** A log before it is written down: the columns by name, and a value for each in every row. */
export interface Table {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A whole number below the bound. */
export type Random = (below: number) => number;

/** Park and Miller's minimal generator: the same numbers in every run. */
export function random(seed: number): Random {
  let state = (seed * 7_919 + 1) % 2_147_483_647;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

export const pick = <T>(next: Random, values: readonly T[]): T => {
  const value = values[next(values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
};

const IIS7 =
  'date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken';

/** Sets of columns as servers write them, the defaults of each version first. */
const SETS: readonly string[] = [
  IIS7.replace('sc-status', 'cs(Referer) sc-status'),
  IIS7,
  'date time s-sitename s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status',
  'date time s-sitename s-computername s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs-version cs(User-Agent) cs(Cookie) cs(Referer) cs-host sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken',
  'date time s-sitename cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Cookie) cs(Referer) cs-host sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken',
  `${IIS7.replace('sc-status', 'cs(Referer) sc-status')} X-Forwarded-For`,
  'date time cs-method cs-uri-stem cs-username c-ip sc-status sc-substatus sc-win32-status time-taken',
  'date time s-computername s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs-host sc-status sc-substatus sc-win32-status sc-bytes time-taken',
];

const VALUES: Readonly<Record<string, readonly string[]>> = {
  's-sitename': ['W3SVC1', 'W3SVC2147483'],
  's-computername': ['WEB01', 'ex-mbx-02'],
  's-ip': ['10.0.0.4', 'fe80::c1d2:3:4:5%14', '::1', '2001:db8::401'],
  'cs-method': ['GET', 'GET', 'POST', 'PROPFIND', 'RPC_IN_DATA', 'OPTIONS'],
  'cs-uri-stem': [
    '/',
    '/app/',
    '/EWS/Exchange.asmx',
    '/certsrv/certfnsh.asp',
    '/app/Report+401+2+5.aspx',
    '/a%20b/c.html',
  ],
  'cs-uri-query': [
    '-',
    '-',
    'id=401',
    'a=1&b=2',
    '&CorrelationID=<empty>;&cafeReqId=2f43;',
    'x=,;|',
  ],
  's-port': ['80', '443', '8172'],
  'c-ip': ['192.0.2.17', '198.51.100.4', '2001:db8::17', 'fe80::1%14', '127.0.0.1'],
  'cs-version': ['HTTP/1.1', 'HTTP/2.0'],
  'cs(User-Agent)': [
    '-',
    'Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36',
    'Mozilla/4.0+(compatible;+MSIE+7.0;+Windows+NT+6.1,+like+Gecko)',
    'Microsoft+Office/16.0+(Windows+NT+10.0;+Microsoft+Outlook+16.0.4266;+Pro)',
    'curl/8.4.0',
    'ccmhttp',
  ],
  'cs(Cookie)': ['-', 'ASP.NET_SessionId=1abc;+theme=dark'],
  'cs(Referer)': ['-', '-', 'https://portal.contoso.com/app/?id=200'],
  'cs-host': ['portal.contoso.com', 'web01', 'web01:8080'],
  'sc-bytes': ['0', '1293', '401', '6178'],
  'cs-bytes': ['320', '200', '1711'],
  'time-taken': ['0', '3', '15', '204', '401', '21043'],
  'X-Forwarded-For': ['-', '203.0.113.9', '203.0.113.9,+10.2.3.4'],
};

const USERS = ['CONTOSO\\anna', 'ben@contoso.com', 'CONTOSO\\WEB01$', 'CONTOSO\\anna+maria+berg'];

/** `sc-status sc-substatus sc-win32-status` and whether such a row has a user name. */
const CODES: readonly (readonly [string, 'named' | 'anonymous' | 'either'])[] = [
  ['401 2 5', 'anonymous'],
  ['401 2 5', 'anonymous'],
  ['401 1 2148074254', 'anonymous'],
  ['401 1 2148074252', 'either'],
  ['401 1 1326', 'named'],
  ['401 1 3221225581', 'anonymous'],
  ['401 2 2148074254', 'anonymous'],
  ['401 1 0', 'anonymous'],
  ['401 0 0', 'either'],
  ['401 3 5', 'named'],
  ['200 0 0', 'either'],
  ['200 0 64', 'either'],
  ['304 0 0', 'named'],
  ['302 0 0', 'anonymous'],
  ['404 0 2', 'anonymous'],
  ['403 14 0', 'anonymous'],
  ['403 16 2148204809', 'anonymous'],
  ['500 19 5', 'anonymous'],
];

/** A log of 3 to 14 rows in one of the sets. */
export function anyTable(next: Random): Table {
  const names = pick(next, SETS).split(' ');
  const at = next(80_000);
  const rows = Array.from({ length: 3 + next(12) }, (_, i) => {
    const [codes, whose] = pick(next, CODES);
    const named = whose === 'named' || (whose === 'either' && next(2) === 0);
    const [status = '', substatus = '', win32 = ''] = codes.split(' ');
    const fixed: Readonly<Record<string, string>> = {
      date: '2026-03-02',
      time: clock(at + i * 2),
      'cs-username': named ? pick(next, USERS) : '-',
      'sc-status': status,
      'sc-substatus': substatus,
      'sc-win32-status': win32,
    };
    return names.map((name) => fixed[name] ?? pick(next, VALUES[name] ?? ['-']));
  });
  return { names, rows };
}

const two = (value: number) => String(value).padStart(2, '0');
const clock = (at: number) =>
  `${two(Math.floor(at / 3_600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}`;

/** Columns without those for which `drop` holds. */
export function without(table: Table, drop: (name: string) => boolean): Table {
  const kept = table.names.flatMap((name, i) => (drop(name) ? [] : [i]));
  return reordered(table, kept);
}

/** Columns in another order, or only some of them. */
export function reordered({ names, rows }: Table, order: readonly number[]): Table {
  const take = (values: readonly string[]) => order.map((i) => values[i] ?? '');
  return { names: take(names), rows: rows.map(take) };
}

/** Every value of some columns written in another way. */
export function rewritten(table: Table, write: (value: string, name: string) => string): Table {
  const { names, rows } = table;
  return {
    names,
    rows: rows.map((row) => row.map((value, i) => write(value, names[i] ?? ''))),
  };
}

export function shuffled(next: Random, length: number): number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = next(i + 1);
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
}
