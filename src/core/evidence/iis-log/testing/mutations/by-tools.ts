/** What programs write when they pass a log on: spreadsheets, shells, collectors, databases. */
import { bare, header, line, type Mutation, plain } from './by-hand.ts';
import { rewritten, type Table } from './tables.ts';

const csv = (values: readonly string[], delimiter: string, always: boolean): string =>
  values
    .map((value) =>
      always || value.includes(delimiter) || value.includes('"')
        ? `"${value.replaceAll('"', '""')}"`
        : value,
    )
    .join(delimiter);

const delimited =
  (delimiter: string, always = false): Mutation =>
  ({ names, rows }) =>
    [names, ...rows].map((values) => csv(values, delimiter, always)).join('\r\n');

/** Spaces instead of `+`, as tools that know the format write them. */
const spaced = (table: Table): Table =>
  rewritten(table, (value, name) =>
    /Agent|Cookie/.test(name) ? value.replaceAll('+', ' ') : value,
  );

const objects = ({ names, rows }: Table, spell: (name: string) => string) =>
  rows.map((row) =>
    Object.fromEntries(row.map((value, i) => [spell(names[i] ?? ''), typed(value)])),
  );

const typed = (value: string): string | number => (/^\d{1,9}$/.test(value) ? Number(value) : value);

const AZURE: Readonly<Record<string, string>> = {
  'cs(User-Agent)': 'UserAgent',
  'cs(Cookie)': 'Cookie',
  'cs(Referer)': 'Referer',
  's-ip': 'SIp',
  'sc-substatus': 'ScSubStatus',
};
const azure = (name: string): string =>
  AZURE[name] ?? name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
const w3ciislog = (name: string): string =>
  name
    .replace(/\((.*)\)/, '$1')
    .replace('substatus', 'subStatus')
    .replace(/-([a-z])/gi, (_, letter: string) => letter.toUpperCase())
    .replace('-', '');
const under = (name: string): string => name.replace(/[-(]+/g, '_').replace(')', '').toLowerCase();

/** Columns padded to one width each. */
function aligned({ names, rows }: Table, rule: boolean): string {
  const widths = names.map((name, i) =>
    Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const write = (values: readonly string[]) =>
    values.map((value, i) => value.padEnd(widths[i] ?? 0)).join(' ');
  const lines = [names, ...(rule ? [widths.map((width) => '-'.repeat(width))] : []), ...rows];
  return lines.map(write).join('\r\n');
}

const FOOTER =
  '\r\nStatistics:\r\n-----------\r\nElements processed: 401\r\nElements output:    12\r\nExecution time:     0.02 seconds\r\n';

const elastic = ({ names, rows }: Table): object[] =>
  rows.map((row) => {
    const of = (name: string) => row[names.indexOf(name)];
    return {
      _index: 'logs-iis.access-default-000001',
      _source: {
        '@timestamp': `${of('date') ?? ''}T${of('time') ?? ''}.000Z`,
        source: { address: of('c-ip'), ip: of('c-ip') },
        iis: {
          access: {
            sub_status: Number(of('sc-substatus')),
            win32_status: Number(of('sc-win32-status')),
          },
        },
        http: {
          request: { method: of('cs-method') },
          response: { status_code: Number(of('sc-status')) },
        },
        url: { path: of('cs-uri-stem') },
        user: { name: of('cs-username') },
      },
    };
  });

const markdown = ({ names, rows }: Table): string =>
  [names, names.map(() => '---'), ...rows]
    .map((values) => `| ${values.map((value) => value.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

const prefixed =
  (prefix: (i: number) => string): Mutation =>
  ({ rows }) =>
    rows.map((row, i) => prefix(i) + line(row)).join('\n');

const FILE = 'C:\\inetpub\\logs\\LogFiles\\W3SVC1\\u_ex260302.log';

const win32As = (table: Table, write: (value: number) => string): Table =>
  rewritten(table, (value, name) => (name === 'sc-win32-status' ? write(Number(value)) : value));
const signed = (value: number): string => String(value | 0);
const hex = (value: number): string => `0x${value.toString(16).padStart(8, '0').toUpperCase()}`;
const hresult = (value: number): string =>
  String(value > 0 && value < 0x1_0000 ? value + 0x8007_0000 : value);

export const BY_TOOLS: Readonly<Record<string, Mutation>> = {
  CSV: (table, next) => delimited(',')(spaced(table), next),
  'CSV, all quoted': (table, next) => delimited(',', true)(spaced(table), next),
  'CSV without quotes': ({ names, rows }) =>
    [names, ...rows].map((row) => row.join(',')).join('\n'),
  'CSV without quotes, with spaces': (table) => {
    const { names, rows } = spaced(table);
    return [names, ...rows].map((row) => row.join(',')).join('\n');
  },
  'CSV without header': (table) => table.rows.map((row) => csv(row, ',', false)).join('\n'),
  'CSV of Excel with semicolons': (table, next) => `sep=;\r\n${text(delimited(';')(table, next))}`,
  'tabs with header': (table, next) => delimited('\t')(spaced(table), next),
  'tabs without header': (table) =>
    spaced(table)
      .rows.map((row) => row.join('\t'))
      .join('\n'),
  'one cell of a web table per line': ({ names, rows }) => [...names, ...rows.flat()].join('\n'),
  'Markdown table': markdown,
  'PowerShell Format-List': ({ names, rows }) =>
    rows
      .map((row) => names.map((name, i) => `${name.padEnd(16)}: ${row[i] ?? ''}`).join('\r\n'))
      .join('\r\n\r\n'),
  'PowerShell Format-Table': (table) => aligned(table, true),
  'Log Parser NAT': (table) => aligned(table, true) + FOOTER,
  'Log Parser NAT, no rule': (table) => aligned(table, false),
  'Log Parser CSV': (table, next) => text(delimited(',')(table, next)) + FOOTER,
  'Log Parser DATAGRID': (table) =>
    [table.names, ...table.rows].map((row) => row.join('\t')).join('\r\n') + FOOTER,
  'Log Parser XML': ({ names, rows }) =>
    `<?xml version="1.0" ?>\n<ROOT>\n${rows
      .map((row) => {
        const cells = row.map((value, i) => {
          const tag = (names[i] ?? '').replace(/[()]/g, '');
          return `  <${tag}>\n  ${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}\n  </${tag}>`;
        });
        return ` <ROW>\n${cells.join('\n')}\n </ROW>`;
      })
      .join('\n')}\n</ROOT>`,
  'JSON lines': (table) =>
    objects(table, (name) => name)
      .map((row) => JSON.stringify(row))
      .join('\n'),
  'JSON array, pretty': (table) => JSON.stringify(objects(table, under), null, 2),
  AppServiceHTTPLogs: (table) => JSON.stringify(objects(table, azure)),
  'AppServiceHTTPLogs in properties': (table) =>
    objects(table, azure)
      .map((row) =>
        JSON.stringify({ time: '2026-03-02T08:15:02Z', properties: JSON.stringify(row) }),
      )
      .join('\n'),
  W3CIISLog: (table) => JSON.stringify(objects(table, w3ciislog), null, 4),
  'W3CIISLog as CSV': ({ names, rows }, next) =>
    delimited(',')({ names: names.map(w3ciislog), rows }, next),
  'Elastic documents': (table) => JSON.stringify(elastic(table), null, 2),
  'Filebeat messages': ({ rows }) =>
    rows
      .map((row) =>
        JSON.stringify({ '@timestamp': '2026-03-02T09:00:00.000Z', message: line(row) }),
      )
      .join('\n'),
  'nxlog messages and fields': (table) =>
    objects(table, (name) => name)
      .map((row, i) =>
        JSON.stringify({
          EventReceivedTime: '2026-03-02 09:00:00',
          Message: line(table.rows[i] ?? []),
          ...row,
        }),
      )
      .join('\n'),
  'Loki lines': ({ rows }) =>
    rows
      .map((row) => `{"ts":"2026-03-02T09:00:00Z","line":${JSON.stringify(line(row))}}`)
      .join('\n'),
  'key=value': ({ names, rows }) =>
    rows
      .map((row) => row.map((value, i) => `${under(names[i] ?? '')}=${quoted(value)}`).join(' '))
      .join('\n'),
  'syslog RFC 3164': prefixed(() => '<134>Mar  2 08:15:02 WEB01 IIS[1234]: '),
  'syslog RFC 5424': prefixed(() => '<134>1 2026-03-02T08:15:02Z WEB01 IIS - - - '),
  'syslog without priority': prefixed(() => 'Mar 02 08:15:02 web01.contoso.com iis: '),
  'syslog file, ISO time': prefixed(() => '2026-03-02T08:15:02+00:00 web01 iis: '),
  'grep with file and line': prefixed((i) => `u_ex260302.log:${i + 5}:`),
  'grep with path': prefixed(() => '/mnt/logs/W3SVC1/u_ex260302.log:'),
  'findstr /n': prefixed((i) => `${FILE}:${i + 5}:`),
  'grep -n': prefixed((i) => `${i + 5}:`),
  'Select-String': prefixed((i) => `${FILE.slice(20)}:${i + 5}:`),
  'cat -n': prefixed((i) => `${String(i + 5).padStart(6)}\t`),
  'docker or kubectl': prefixed(() => '2026-03-02T08:15:02.123456789Z '),
  'coloured by grep': (table) =>
    plain(table).replace(/ 401 /g, ' \u001b[01;31m\u001b[K401\u001b[m\u001b[K '),
  'strings in code': ({ rows }) => rows.map((row) => `  lines.Add("${line(row)}");`).join('\n'),
  'array of strings': ({ rows }) => JSON.stringify(rows.map(line), null, 2),
  'win32 signed': (table) => ({ text: plain(win32As(table, signed)), kept: table }),
  'win32 signed, no header': (table) => ({ text: bare(win32As(table, signed)), kept: table }),
  'win32 hex': (table) => ({ text: plain(win32As(table, hex)), kept: table }),
  'win32 hex, no header': (table) => ({ text: bare(win32As(table, hex)), kept: table }),
  'win32 as HRESULT, no header': (table) => {
    const kept = win32As(table, hresult);
    return { text: bare(kept), kept };
  },
  'win32 with commas': (table, next) => {
    const grouped = win32As(table, (value) => value.toLocaleString('en'));
    return { text: text(delimited('\t')(grouped, next)), kept: table };
  },
  'win32 with its decimals': (table, next) => {
    const decimal = win32As(table, (value) => `${value}.0`);
    return { text: text(delimited(',')(decimal, next)), kept: table };
  },
  'win32 rounded by Excel': (table, next) => ({
    text: text(delimited(',')(win32As(table, rounded), next)),
    kept: win32As(table, (value) => (value > 1e9 ? '' : String(value))),
  }),
  'directives repeated': (table) =>
    table.rows
      .map(
        (row) => `#Software: IIS\r\n#Date: 2026-03-02 00:00:00\r\n${header(table)}\r\n${line(row)}`,
      )
      .join('\r\n'),
  'UTF-16 read as bytes': (table) => Array.from(plain(table), (letter) => `${letter}\0`).join(''),
  'a tail of NULs': (table) => `${plain(table)}\r\n${'\0'.repeat(500)}`,
};

const rounded = (value: number): string =>
  value > 1e9 ? value.toExponential(5).replace('e+', 'E+0') : String(value);
const quoted = (value: string): string => (/[\s"=]/.test(value) ? `"${value}"` : value);
const text = (written: ReturnType<Mutation>): string =>
  typeof written === 'string' ? written : written.text;
