/** The formats other than W3C, and the ways in which rows are passed on. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { column, FIELDS, logOf, outcomes, read, refusals, row } from './testing/help.ts';

const PAIR = [row('401 2 5'), row('401 1 2148074254')];
const HANDSHAKE = [...PAIR, row('200 0 0', { user: 'CONTOSO\\anna' })];
const names = FIELDS.replace('#Fields: ', '').split(' ');
const separated = (by: string) =>
  [names, ...HANDSHAKE.map((line) => line.split(' '))].map((cells) => cells.join(by)).join('\n');
const quoted = [names, ...HANDSHAKE.map((line) => line.split(' '))]
  .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
  .join('\r\n');
const records = HANDSHAKE.map((line) => line.split(' '));
const camel = (name: string) =>
  name.replace(/(?:^|[-()]+)(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, '');

/** [how the rows come, the paste]: every one is the same normal NTLM handshake. */
const WAYS: [string, string][] = [
  ['with its header', logOf(...HANDSHAKE)],
  ['without a header', HANDSHAKE.join('\n')],
  ['CR LF', logOf(...HANDSHAKE).replaceAll('\n', '\r\n')],
  ['lone CR', logOf(...HANDSHAKE).replaceAll('\n', '\r')],
  ['a byte order mark', `\uFEFF${logOf(...HANDSHAKE)}`],
  ['UTF-16 read as bytes', logOf(...HANDSHAKE).replace(/[^]/g, '$&\0')],
  ['a tail of NULs', `${logOf(...HANDSHAKE)}\r\n${'\0'.repeat(4096)}`],
  ['blank lines between', logOf(...HANDSHAKE).replaceAll('\n', '\n\n')],
  ['indented code', logOf(...HANDSHAKE).replace(/^/gm, '    ')],
  ['mail quoting', logOf(...HANDSHAKE).replace(/^/gm, '> > ')],
  ['a list', HANDSHAKE.map((line) => `- ${line}`).join('\n')],
  ['grep -n', HANDSHAKE.map((line, i) => `${i + 5}:${line}`).join('\n')],
  ['grep of several files', HANDSHAKE.map((line) => `u_ex260302.log:${line}`).join('\n')],
  ['findstr /n', HANDSHAKE.map((line, i) => `C:\\logs\\u_ex260302.log:${i}:${line}`).join('\n')],
  ['Select-String', HANDSHAKE.map((line, i) => `> logs\\u_ex260302.log:${i}:${line}`).join('\n')],
  ['RFC 3164', HANDSHAKE.map((line) => `<134>Mar  2 08:15:02 WEB01 IIS[12]: ${line}`).join('\n')],
  [
    'RFC 5424',
    HANDSHAKE.map((line) => `<134>1 2026-03-02T08:15:02Z WEB01 IIS - - - ${line}`).join('\n'),
  ],
  ['line breaks lost', logOf(...HANDSHAKE).replaceAll('\n', '')],
  ['line breaks as spaces', logOf(...HANDSHAKE).replaceAll('\n', ' ')],
  ['wrapped at 60 columns', HANDSHAKE.join('\n').replace(/(.{60})/g, '$1\n')],
  [
    'wrapped at 76 columns, quoted',
    HANDSHAKE.join('\n')
      .replace(/(.{76})/g, '$1\n')
      .replace(/^/gm, '> '),
  ],
  ['wrapped between words', logOf(...HANDSHAKE).replace(/(\S+ \S+ \S+ \S+) /g, '$1\n')],
  ['en dashes', logOf(...HANDSHAKE).replaceAll(' - ', ' \u2013 ')],
  ['minus signs', logOf(...HANDSHAKE).replaceAll(' - ', ' \u2212 ')],
  ['double spaces', logOf(...HANDSHAKE).replaceAll(' ', '  ')],
  ['tabs', logOf(...HANDSHAKE).replaceAll(' ', '\t')],
  ['CSV', separated(',')],
  ['CSV with quotes', quoted],
  ['semicolons', `sep=;\n${separated(';')}`],
  ['TSV', separated('\t')],
  ['a Markdown table', `| ${separated(' | ').replaceAll('\n', ' |\n| ')} |`],
  ['a header without its hash', logOf(...HANDSHAKE).replace('#Fields: ', '')],
  [
    'a header without addresses',
    logOf(...HANDSHAKE)
      .replace(' c-ip', '')
      .replace(' s-ip', ''),
  ],
  ['a header of six names', `${FIELDS.split(' ').slice(0, 7).join(' ')}\n${HANDSHAKE.join('\n')}`],
  ['a wrapped header', logOf(...HANDSHAKE).replace(' c-ip', '\nc-ip')],
  ['a header cut in a name', logOf(...HANDSHAKE).replace('sc-substatus', 'sc-\nsubstatus')],
  [
    'no addresses',
    HANDSHAKE.map((line) => line.replace(/ 10\.0\.0\.4| 192\.0\.2\.17/g, '')).join('\n'),
  ],
  [
    'addresses as Markdown links',
    logOf(...HANDSHAKE).replace(/(192\.0\.2\.17)/g, '[$1](http://$1)'),
  ],
  [
    'placeholders',
    HANDSHAKE.map((l) =>
      l.replace(/^\S+ \S+ \S+/, 'DateTime IP').replace('192.0.2.17', '<IP>'),
    ).join('\n\n'),
  ],
  ['masked addresses', logOf(...HANDSHAKE).replaceAll('192.0.2.17', '192.0.x.x')],
  ['IPv6 with zones', logOf(...HANDSHAKE).replaceAll('192.0.2.17', 'fe80::d9e3:e981%14')],
  ['no date and time', HANDSHAKE.map((line) => line.replace(/^\S+ \S+ /, '')).join('\n')],
  ['from the verb on', HANDSHAKE.map((line) => line.replace(/^.*?(?=GET)/, '')).join('\n')],
  ['one-digit month', HANDSHAKE.map((line) => line.replace('-03-02', '-3-2')).join('\n')],
  ['signed', logOf(...HANDSHAKE).replace('2148074254', '-2146893042')],
  ['hex', logOf(...HANDSHAKE).replace('2148074254', '0x8009030E')],
  ['HRESULT', logOf(...HANDSHAKE).replace('401 2 5', '401 2 2147942405')],
  [
    'JSON lines',
    records
      .map((cells) =>
        JSON.stringify(Object.fromEntries(cells.map((cell, i) => [camel(names[i] ?? ''), cell]))),
      )
      .join('\n'),
  ],
  [
    'Format-List',
    records
      .map((cells) => cells.map((cell, i) => `${(names[i] ?? '').padEnd(16)}: ${cell}`).join('\n'))
      .join('\n\n'),
  ],
  [
    'key=value',
    records
      .map((cells) =>
        cells.map((cell, i) => `${(names[i] ?? '').replaceAll('-', '_')}=${cell}`).join(' '),
      )
      .join('\n'),
  ],
  ['codes alone', '401 2 5\n401 1 2148074254\n200'],
  ['codes alone, with remarks', '401 2 5  first\n401 1 2148074254  then\n200 0 0  at last'],
  ['codes as 401.1', '401.2 5\n401.1 2148074254\n200 0 0'],
];

for (const [name, text] of WAYS) {
  test(`${name}: a normal NTLM handshake`, () => {
    const log = read(text);
    assert.deepEqual(
      refusals(log).map((pair) => pair.split('/')[0]),
      ['2', '1'],
    );
    assert.deepEqual(outcomes(log), ['accepted-two-legs 1']);
    assert.equal(log.unreadable, 0);
  });
}

/** [what was done to the rows, the paste, its 401s, outcomes] as seen in posts and notes. */
const SEEN: [string, string, string[], string[]][] = [
  [
    'a header and rows without dates, all in one line',
    `#Fields: s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken GET /PowerShell/ &CorrelationID=<empty>; 443 - Probe/Local - 401 111 0 5 POST /EWS/Exchange.asmx &CorrelationID=<empty>; 443 - Sync/18 - 401 0 0 15`,
    ['111/0', '0/0'],
    ['application 2'],
  ],
  [
    'wrapped by a newsreader, no port, no win32, prose between',
    `The page is asked for twice.
2026-03-02 11:28:56 10.0.0.4 GET /root/inc/style/menu.css - -
192.0.2.17 HTTP/1.1 401 2 1849 220
2026-03-02 11:28:56 10.0.0.4 GET /root/inc/style/menu.css - -
192.0.2.17 HTTP/1.1 401 1 1940 10
2026-03-02 11:28:56 10.0.0.4 GET /root/inc/style/menu.css -
CONTOSO\\anna 192.0.2.17 HTTP/1.1 304 0 212 30

A few clicks later it is the same again.`,
    ['2/', '1/'],
    ['accepted-two-legs 1'],
  ],
  [
    'directives and header wrapped by a web page',
    `#Software:
Microsoft Internet Information Services 6.0
#Date:
2026-03-02 14:36:47
#Fields:
date time s-sitename s-ip cs-method cs-uri-stem
cs-uri-query s-port cs-username c-ip cs(User-Agent)
sc-status sc-substatus
sc-win32-status
2026-03-02 14:40:48 W3SVC1655145481 10.0.0.4 GET
/admin.asp - 80 CONTOSO\\anna 192.0.2.17 Mozilla/4.0+(compatible;+MSIE+7.0)
401 1 0
The default location is c:\\windows\\system32\\logfiles\\w3svc.`,
    ['1/0'],
    ['unclassified 1'],
  ],
  [
    'in code',
    `logs.Add("2026-03-02 08:15:02 W3SVC1 ::1 GET /a - 80 - ::1 HTTP/1.1 curl/8.5 - - localhost 401 1 2148074254");
    "2026-03-02 08:15:02 10.0.0.4 POST /b - 443 anna 192.0.2.17 - - 401 1 1326 1",`,
    ['1/2148074254', '1/1326'],
    ['preauthenticated 1', 'refused 1'],
  ],
  [
    'verb, path and codes, with remarks',
    'GET /token.aspx - 401 2 5 (asks for credentials)\nGET /token.aspx anna 200 0 0 (works)',
    ['2/5'],
    ['accepted-one-leg 1'],
  ],
  [
    'the status as 401.2',
    '2026-03-02 08:15:02 10.0.0.4 GET /a - 80 - 192.0.2.17 curl/8.5 - 401.2 5 140',
    ['2/5'],
    ['never-answered 1'],
  ],
  [
    'codes in bold',
    '2026-03-02 08:15:02 10.0.0.4 GET /a - 80 - 192.0.2.17 curl/8.5 - **401 1 2148074252** 140',
    ['1/2148074252'],
    ['refused 1'],
  ],
  [
    'an agent with its spaces',
    '2026-03-02 08:15:02 10.0.0.4 GET /a - 80 - 192.0.2.17 Mozilla/5.0 (Windows NT 10.0; Win64) like Gecko - 401 2 5 140',
    ['2/5'],
    ['never-answered 1'],
  ],
  [
    'codes in one line',
    '401 2 5, 401 1 2148074254, 200 0 0',
    ['2/5', '1/2148074254'],
    ['accepted-two-legs 1'],
  ],
  [
    'codes with arrows',
    '401 2 5 -> 401 1 2148074254 -> 401 1 2148074252',
    ['2/5', '1/2148074254', '1/2148074252'],
    ['refused 1'],
  ],
  [
    'a table of Log Parser',
    `date       time     cs-uri-stem cs-username  c-ip     sc-status sc-substatus sc-win32-status
---------- -------- ----------- ------------ -------- --------- ------------ ---------------
2026-03-02 08:15:02 /app/       -            10.0.1.7 401       2            5
2026-03-02 08:15:02 /app/       CONTOSO\\anna 10.0.1.7 200       0            0

Statistics:
-----------
Elements processed: 2`,
    ['2/5'],
    ['accepted-one-leg 1'],
  ],
  [
    'a table of counts is no sequence',
    `sc-status sc-substatus sc-win32-status Total
--------- ------------ --------------- -----
401       2            5               4012
401       1            2148074254      3999
200       0            0               8000`,
    ['2/5', '1/2148074254'],
    [],
  ],
];

for (const [name, text, expected, story] of SEEN) {
  test(`${name}: ${expected.join(', ')}`, () => {
    const log = read(text);
    assert.deepEqual(refusals(log), expected);
    assert.deepEqual(outcomes(log), story);
    assert.equal(log.unreadable, 0);
  });
}

test('a table of counts fills the counts by status', () => {
  const log = read('sc-status sc-substatus sc-win32-status Total\n401 2 5 4012\n200 0 0 8000');
  assert.deepEqual(
    log.statuses.map(({ status, rows }) => [status, rows]),
    [
      [200, 8000],
      [401, 4012],
    ],
  );
});

test('a row that is whole is not marked as recovered, one without its columns is', () => {
  assert.ok(read(logOf(...HANDSHAKE)).entries.every((entry) => !entry.recovered));
  assert.ok(read(HANDSHAKE.join('\n')).entries.every((entry) => !entry.recovered));
  const damaged = logOf(...HANDSHAKE.map((line) => line.replace(' 192.0.2.17', '')));
  assert.ok(read(damaged).entries.every((entry) => entry.recovered));
});

/** [the value in the column, sc-win32-status as a number] */
const WIN32: [string, number | undefined][] = [
  ['2148074254', 2148074254],
  ['-2146893042', 2148074254],
  ['0x8009030e', 2148074254],
  ['0', 0],
  ['214784354254', 214784354254],
  ['2,14807E+09', undefined],
  ['2.14807E+09', undefined],
  ['-', undefined],
];

for (const [value, number] of WIN32) {
  test(`sc-win32-status ${value} in its column is ${number ?? 'not a number'}`, () => {
    const [entry] = read(logOf(row(`401 1 ${value}`))).entries;
    assert.equal(entry?.win32, number);
    assert.equal(column(entry, 'sc-win32-status'), value);
  });
}

test('a number that is no Win32 status is not presented as one: 1849 is sc-bytes', () => {
  const text =
    '2026-03-02 08:15:02 W3SVC1 10.0.0.4 GET /default.aspx - 80 - 192.0.2.17 Mozilla/4.0+(compatible;+MSIE+6.0) 401 2 1849 220';
  const [entry] = read(text).entries;
  assert.equal(entry?.substatus, 2);
  assert.equal(entry.win32, undefined);
  assert.equal(column(entry, 'sc-bytes'), '1849');
  assert.equal(entry.timeTaken, 220);
});

test('bytes and time-taken of three digits are not taken for the status triple', () => {
  const text =
    '2026-03-02 08:15:02 10.0.0.4 GET /app/ - 443 - 192.0.2.17 HTTP/1.1 curl/8.0 - - web.contoso.com 401 2 5 123 456 789';
  assert.deepEqual(refusals(read(text)), ['2/5']);
});

test('IIS native: no substatus, local time, a user name with a space', () => {
  const native =
    '192.0.2.17, -, 3/2/2026, 8:15:02, W3SVC2, WEB01, 10.0.0.4, 15, 163, 3223, 401, 2148074254, GET, /app/, -,\n' +
    '192.0.2.17, -, 3/2/2026, 8:15:02, W3SVC2, WEB01, 10.0.0.4, 15, 163, 3223, 401, 0, GET, /app/, -,\n' +
    '192.0.2.17, NT AUTHORITY\\LOCAL SERVICE, 3/2/2026, 8:15:02, W3SVC2, WEB01, 10.0.0.4, 15, 163, 3223, 200, 0, GET, /app/, -,';
  const log = read(native);
  assert.equal(log.format, 'iis');
  assert.deepEqual(refusals(log), ['/2148074254', '/0']);
  assert.deepEqual(outcomes(log), ['accepted-two-legs 1']);
  assert.equal(log.entries[2]?.user, 'NT AUTHORITY\\LOCAL SERVICE');
  assert.equal(log.entries[0]?.time, '2026-03-02T08:15:02');
});

test('NCSA: the offset of the row is kept, the query is apart', () => {
  const [entry] = read(
    '192.0.2.17 - CONTOSO\\anna [02/Mar/2026:08:15:02 +0100] "GET /app/?id=7 HTTP/1.1" 401 3401',
  ).entries;
  assert.equal(entry?.time, '2026-03-02T08:15:02+01:00');
  assert.equal(entry.uri, '/app/');
  assert.equal(entry.substatus, undefined);
  assert.equal(column(entry, 'cs-uri-query'), 'id=7');
});

test('HTTPERR: rows are counted, refused headers are kept with their reason', () => {
  const log = read(
    [
      '2026-03-02 08:15:02 192.0.2.17 53335 10.0.0.4 443 HTTP/1.1 GET /app/ 400 - FieldLength -',
      '2026-03-02 08:15:09 192.0.2.17 53336 10.0.0.4 443 - - - - - Timer_ConnectionIdle -',
    ].join('\n'),
  );
  assert.equal(log.format, 'httperr');
  assert.equal(log.rows, 2);
  assert.deepEqual(log.statuses, [{ status: 400, rows: 1 }]);
  assert.equal(column(log.entries[0], 's-reason'), 'FieldLength');
});

test('several formats in one paste are mixed', () => {
  const ncsa = '192.0.2.17 - - [02/Mar/2026:08:15:02 +0100] "GET / HTTP/1.1" 401 3401';
  assert.equal(read(`${PAIR.join('\n')}\n\n${ncsa}`).format, 'mixed');
});

test('FTP rows are set aside and said to be', () => {
  const text = `${FIELDS}\n2026-03-02 08:15:02 10.0.0.4 ControlChannelOpened - - 21 - 192.0.2.17 - - 530 0 0 1\n${row('401 2 5')}`;
  const log = read(text);
  assert.equal(log.rows, 1);
  assert.deepEqual(refusals(log), ['2/5']);
});

test('the date of #Date holds for rows with a time only', () => {
  const text =
    '#Date: 2026-03-02 00:00:00\n#Fields: time c-ip cs-method cs-uri-stem sc-status\n08:15:02 192.0.2.17 GET /app/ 401';
  const [entry] = read(text).entries;
  assert.equal(entry?.time, '2026-03-02T08:15:02Z');
});

test('Azure: names in any spelling', () => {
  const text =
    'TimeGenerated [UTC],csMethod,csUriStem,sPort,csUserName,cIP,csUserAgent,scStatus,scSubStatus,scWin32Status,TimeTaken\n' +
    '"3/2/2026, 8:15:02.000 AM",GET,/app/,443,-,192.0.2.17,"Mozilla/5.0 (Windows NT 10.0; KHTML, like Gecko)",401,2,5,3';
  const [entry] = read(text).entries;
  assert.equal(entry?.time, '2026-03-02T08:15:02Z');
  assert.equal(entry.substatus, 2);
  assert.equal(entry.clientIp, '192.0.2.17');
  assert.equal(entry.timeTaken, 3);
});
