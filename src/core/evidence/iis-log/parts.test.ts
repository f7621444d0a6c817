/** The parts of the reader one by one: names, shapes, cells, times, anchors, prefixes, cuts. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { findAnchor } from './rows/status-triple.ts';
import { causeOf } from './attempts/win32-causes.ts';
import { splitRuns, splitSingle, unwrap } from '../../text/cells.ts';
import { splitDelimited, splitQuoted } from '../../text/delimited.ts';
import { fieldOf, knownField } from './rows/fields.ts';
import { cutGlued } from './rows/glued-rows.ts';
import { continueHeader, readHeader } from './rows/header.ts';
import { lines } from '../../text/lines.ts';
import { skipPrefix } from './rows/line-prefix.ts';
import { shapeOf, type Shape } from './rows/value-shape.ts';
import { isoTime, parseDate, parseNcsaTime, parseTime } from './rows/time.ts';
import { unpad } from '../../text/unpad.ts';
import { isPlausibleWin32, win32Number } from './rows/win32.ts';

const values = (cells: readonly { value: string }[]) => cells.map(({ value }) => value);

/** [spelling, the field it names] */
const NAMES: [string, string | undefined][] = [
  ['sc-win32-status', 'sc-win32-status'],
  ['scWin32Status', 'sc-win32-status'],
  ['ScWin32Status', 'sc-win32-status'],
  ['sc_win32_status', 'sc-win32-status'],
  ['sc-Sub-status', 'sc-substatus'],
  ['cs(User-Agent)', 'cs(User-Agent)'],
  ['UserAgent', 'cs(User-Agent)'],
  ['cs(Referrer)', 'cs(Referer)'],
  ['cs(Host)', 'cs-host'],
  ['TimeTakenMS', 'time-taken'],
  ['TimeGenerated [UTC]', 'time'],
  ['CIp', 'c-ip'],
  ['X-Forwarded-For', 'X-Forwarded-For'],
  ['crypt-protocol', undefined],
];

for (const [spelling, name] of NAMES) {
  test(`the field ${spelling}`, () => {
    assert.equal(knownField(spelling)?.name, name);
    assert.equal(fieldOf(spelling).name, name ?? spelling);
  });
}

/** [value, shape] */
const SHAPES: [string, Shape][] = [
  ['-', 'empty'],
  ['\u2013', 'empty'],
  ['\u2212', 'empty'],
  ['\\N', 'empty'],
  ['2026-03-02', 'date'],
  ['2020-2-07', 'date'],
  ['22.03.2024', 'date'],
  ['3/20/2026', 'date'],
  ['08:15:02', 'time'],
  ['08:15', 'time'],
  ['17:00:00.363', 'time'],
  ['192.0.2.17', 'ip'],
  ['::1', 'ip'],
  ['fe80::5d3d:c591:3026:46ee%14', 'ip'],
  ['2001:4898:0:fff:0:5efe:10.164.167.30%0', 'ip'],
  ['2001:4898:0:fff:200:5efe:', 'ip'],
  ['10.0.61.69,10.93.4.75', 'ip'],
  ['192.0.2.17:49152', 'ip'],
  ['10.101.nn.nn', 'masked'],
  ['x.x.x.x', 'masked'],
  ['IP', 'masked'],
  ['DateTime', 'masked'],
  ['<IP_address>', 'masked'],
  ['$IPAddressHere', 'masked'],
  ['[removed]', 'masked'],
  ['GET', 'verb'],
  ['M-POST', 'verb'],
  ['RPC_IN_DATA', 'verb'],
  ['CCM_POST', 'verb'],
  ['/app/', 'path'],
  ['https://intranet.contoso.com/', 'url'],
  ['HTTP/1.1', 'version'],
  ['HTTP/3', 'version'],
  ['W3SVC1', 'site'],
  ['CONTOSO\\anna', 'account'],
  ['anna@contoso.com', 'account'],
  ['EX04$', 'account'],
  ['<domain>\\<account_name>', 'account'],
  ['Mozilla/5.0+(Windows+NT+10.0)', 'agent'],
  ['Microsoft+WinRM+Client', 'agent'],
  ['a=b&c=d', 'pairs'],
  ['web.contoso.com', 'host'],
  ['401', 'digits'],
  ['0x8009030E', 'code'],
  ['-2146893042', 'code'],
  ['2,14807E+09', 'code'],
  ['RequestLength', 'reason'],
  ['Timer_ConnectionIdle', 'reason'],
  ['WEB01', 'text'],
];

for (const [value, shape] of SHAPES) {
  test(`${value} looks like ${shape}`, () => {
    assert.equal(shapeOf(value), shape);
  });
}

test('cells: single spaces keep empty values, runs do not', () => {
  assert.deepEqual(values(splitSingle('a  b', 0, 4)), ['a', '', 'b']);
  assert.deepEqual(values(splitRuns(' a \t b ', 0, 7)), ['a', 'b']);
});

/** [text, values of quoted cells] */
const QUOTED: [string, string[]][] = [
  ['a "b c" d', ['a', 'b c', 'd']],
  ['404 " ""garbage"" w/ spaces " 0', ['404', ' ""garbage"" w/ spaces ', '0']],
  ['Session="{A}" next', ['Session="{A}"', 'next']],
  ['a "no end', ['a', '"no', 'end']],
  ['""', ['']],
];

for (const [text, cells] of QUOTED) {
  test(`quoted: ${text}`, () => {
    assert.deepEqual(values(splitQuoted(text, 0, text.length)), cells);
  });
}

/** [text, delimiter, values] */
const DELIMITED: [string, string, string[]][] = [
  ['a, b ,,c', ',', ['a', 'b', '', 'c']],
  ['"a, b","c"', ',', ['a, b', 'c']],
  ['a;b', ';', ['a', 'b']],
  ['a\t\tb', '\t', ['a', '', 'b']],
  ['"x"y,z', ',', ['"x"y', 'z']],
];

for (const [text, delimiter, cells] of DELIMITED) {
  test(`delimited by ${JSON.stringify(delimiter)}: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(values(splitDelimited(text, 0, text.length, delimiter)), cells);
  });
}

test('a Markdown link is the text between its brackets', () => {
  const link = { value: '[192.0.2.17](http://192.0.2.17)', start: 5, end: 36 };
  assert.deepEqual(unwrap(link), { value: '192.0.2.17', start: 6, end: 16 });
});

/** [date, time, ISO 8601] */
const CLOCKS: [string, string, string | undefined][] = [
  ['2026-03-02', '08:15:02', '2026-03-02T08:15:02Z'],
  ['2026-3-2', '08:15', '2026-03-02T08:15:00Z'],
  ['02.03.2026', '08:15:02', '2026-03-02T08:15:02Z'],
  ['3/2/26', '8:15:02 PM', '2026-03-02T20:15:02Z'],
  ['2026-03-02', '12:15:02 AM', '2026-03-02T00:15:02Z'],
  ['2026-03-02', '08:15:02.363', '2026-03-02T08:15:02.363Z'],
  ['2026-13-02', '08:15:02', undefined],
  ['2026-03-02', '25:15:02', undefined],
  ['DateTime', '08:15:02', undefined],
];

for (const [date, time, iso] of CLOCKS) {
  test(`${date} ${time} is ${iso ?? 'no time'}`, () => {
    const [day, clock] = [parseDate(date), parseTime(time)];
    const found = day === undefined || clock === undefined ? undefined : isoTime(day + clock);
    assert.equal(found, iso);
  });
}

test('an NCSA stamp is an instant and keeps its offset', () => {
  const found = parseNcsaTime('07/Apr/2004:17:39:04 -0800');
  assert.equal(found?.iso, '2004-04-07T17:39:04-08:00');
  assert.equal(isoTime(found.ms), '2004-04-08T01:39:04Z');
  assert.equal(parseNcsaTime('07/Abc/2004:17:39:04 -0800'), undefined);
});

/** [row, the triple found in it] */
const ANCHORS: [string, string | undefined][] = [
  ['GET / - 80 - 1.2.3.4 x - 401 2 5 140', '401 2 5'],
  ['GET / - 80 - 1.2.3.4 x - 200 0 0 123 456 789', '200 0 0'],
  ['GET / - 80 - 1.2.3.4 x - 200 0 0 404 200 15', '200 0 0'],
  ['GET / 401 2 5 80 - x - 401 1 2148074254', '401 1 2148074254'],
  ['x 401 1 -2146893042', '401 1 -2146893042'],
  ['x 401 1 0x8009030E 5', '401 1 0x8009030E'],
  ['x - 401 2 1849 220', '401 2'],
  ['x - 403 16 2148204809 453', '403 16 2148204809'],
  ['we saw 401 errors 2 times', undefined],
  ['over 401 2 the lazy dog', undefined],
  ['123 456 789', undefined],
  ['80 443', undefined],
];

for (const [text, triple] of ANCHORS) {
  test(`the status triple of: ${text}`, () => {
    const cells = splitRuns(text, 0, text.length);
    const found = findAnchor(cells);
    const shown = found && values(cells.slice(found.at, found.at + found.length)).join(' ');
    assert.equal(shown, triple);
  });
}

/** [line, what is left of it] */
const PREFIXES: [string, string][] = [
  ['2026-03-02 08:15:02 x', '2026-03-02 08:15:02 x'],
  ['> > 2026-03-02', '2026-03-02'],
  ['   2026-03-02', '2026-03-02'],
  ['\uFEFF#Software: x', '#Software: x'],
  ['12:2026-03-02 x', '2026-03-02 x'],
  ['12-2026-03-02 x', '2026-03-02 x'],
  ['u_ex260302.log:12:2026-03-02 x', '2026-03-02 x'],
  ['C:\\logs\\u_ex260302.log:2026-03-02 x', '2026-03-02 x'],
  ['/var/iis/u_ex260302.log:2026-03-02 x', '2026-03-02 x'],
  ['<134>Mar  2 08:15:02 WEB01 IIS: 2026-03-02 x', '2026-03-02 x'],
  ['<134>1 2026-03-02T08:15:02Z WEB01 IIS 12 - - 2026-03-02 x', '2026-03-02 x'],
  ['- 2026-03-02 x', '2026-03-02 x'],
  ['// 2026-03-02 x', '2026-03-02 x'],
  ['- 401 2 5', '- 401 2 5'],
  ['GET / - 80', 'GET / - 80'],
  ['08:15:02 1.2.3.4 GET', '08:15:02 1.2.3.4 GET'],
];

for (const [line, rest] of PREFIXES) {
  test(`prefix of ${JSON.stringify(line)}`, () => {
    assert.equal(line.slice(skipPrefix(line, 0, line.length)), rest);
  });
}

/** [line, its rows] */
const GLUED: [string, string[]][] = [
  ['2026-03-02 08:15:02 a 401 2 5', ['2026-03-02 08:15:02 a 401 2 5']],
  [
    '2026-03-02 08:15:02 a 401 2 21480742542026-03-02 08:15:03 b',
    ['2026-03-02 08:15:02 a 401 2 2148074254', '2026-03-02 08:15:03 b'],
  ],
  [
    '#Fields: date sc-win32-status2026-03-02 08:15:02 a',
    ['#Fields: date sc-win32-status', '2026-03-02 08:15:02 a'],
  ],
  [
    '#Version: 1.0#Date: 2026-03-02 00:00:00#Fields: date',
    ['#Version: 1.0', '#Date: 2026-03-02 00:00:00', '#Fields: date'],
  ],
  [
    'GET /?from=2026-03-01+08:00&to=2026-03-02+08:00',
    ['GET /?from=2026-03-01+08:00&to=2026-03-02+08:00'],
  ],
];

for (const [line, rows] of GLUED) {
  test(`glued: ${line}`, () => {
    const pieces = cutGlued(line, { line: 1, start: 0, end: line.length });
    assert.deepEqual(
      pieces.map(({ start, end }) => line.slice(start, end)),
      rows,
    );
  });
}

/** [line, its names or undefined, delimiter] */
const HEADERS: [string, string[] | undefined, string][] = [
  ['#Fields: date time sc-status', ['date', 'time', 'sc-status'], ' '],
  ['#Fields:   date-local  time-local sc-status', ['date', 'time', 'sc-status'], ' '],
  ['date,time,cs-method,sc-status', ['date', 'time', 'cs-method', 'sc-status'], ','],
  ['date;time;sc-status;x-extra', ['date', 'time', 'sc-status', 'x-extra'], ';'],
  ['| date | time | sc-status |', ['date', 'time', 'sc-status'], '|'],
  ['the date and time of the status', undefined, ' '],
  ['2026-03-02 08:15:02 GET /status', undefined, ' '],
];

for (const [line, names, delimiter] of HEADERS) {
  test(`header: ${line}`, () => {
    const header = readHeader(line, 0, line.length);
    assert.deepEqual(header?.names, names);
    if (names) assert.equal(header?.delimiter, delimiter);
  });
}

test('a header goes on over the next line, even inside a name', () => {
  const text = '#Fields: date time sc-\nsubstatus sc-win32-status\nGET /app/ 401';
  const header = readHeader(text, 0, 22);
  assert.ok(header);
  const longer = continueHeader(text, header, 23, 48);
  assert.deepEqual(longer?.names, ['date', 'time', 'sc-substatus', 'sc-win32-status']);
  assert.equal(continueHeader(text, header, 49, text.length), undefined);
});

test('lines end in CR LF, LF or CR, and keep their numbers', () => {
  const text = 'a\r\nb\nc\rd\r\n\r\ne';
  assert.deepEqual(
    Array.from(lines(text), ({ line, start, end }) => `${line}${text.slice(start, end)}`),
    ['1a', '2b', '3c', '4d', '5', '6e'],
  );
});

test('NULs are taken out, and places lead back', () => {
  const { text, original } = unpad('4\x000\x001\x00 \x002\x00');
  assert.equal(text, '401 2');
  assert.deepEqual(original({ start: 0, end: 3 }), { start: 0, end: 5 });
  assert.deepEqual(original({ start: 4, end: 5 }), { start: 8, end: 9 });
});

/** [value, number, plausible as a Win32 status] */
const NUMBERS: [string, number | undefined, boolean][] = [
  ['5', 5, true],
  ['0', 0, true],
  ['1326', 1326, true],
  ['2148074254', 2148074254, true],
  ['-2146893042', 2148074254, true],
  ['0x80070005', 2147942405, true],
  ['3221225581', 3221225581, true],
  ['1849', 1849, false],
  ['34018', 34018, false],
  ['214784354254', 214784354254, false],
  ['2,14807E+09', undefined, false],
  ['-', undefined, false],
  ['5x', undefined, false],
];

for (const [value, number, plausible] of NUMBERS) {
  test(`${value} as a Win32 status`, () => {
    assert.equal(win32Number(value), number);
    if (number !== undefined) assert.equal(isPlausibleWin32(number), plausible);
  });
}

/** [code, cause] */
const CAUSES: [number, ReturnType<typeof causeOf>][] = [
  [2148074254, 'handshake'],
  [2148074252, 'bad-credentials'],
  [2147943726, 'bad-credentials'],
  [3221225578, 'bad-credentials'],
  [2147944309, 'account-locked'],
  [5, undefined],
  [87, undefined],
];

for (const [code, cause] of CAUSES) {
  test(`${code} says ${cause ?? 'nothing'} about a logon`, () => {
    assert.equal(causeOf(code), cause);
  });
}
