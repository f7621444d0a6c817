/** `#Fields` lines that stop in the middle, with and without a row behind them in their line. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { rowsOf } from '../testing/help.ts';
import { readHeader } from './header.ts';
import { isCutShort, mended } from './cut-header.ts';

const VALUES: Readonly<Record<string, string>> = {
  date: '2026-03-02',
  time: '08:15:02',
  's-sitename': 'W3SVC1',
  's-ip': '10.0.0.4',
  'cs-method': 'GET',
  'cs-uri-stem': '/app/',
  'cs-uri-query': '-',
  's-port': '443',
  'cs-username': 'CONTOSO\\anna',
  'c-ip': '192.0.2.17',
  'cs(User-Agent)': 'Mozilla/5.0+(Windows+NT+10.0)',
  'cs(Cookie)': '-',
  'cs(Referer)': '-',
  'cs-host': 'web.contoso.com',
  'sc-status': '401',
  'sc-substatus': '1',
  'sc-win32-status': '2148074254',
  'sc-bytes': '1293',
  'cs-bytes': '320',
  'time-taken': '6437',
};
const SETS = [
  'date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken',
  'date time s-sitename s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status',
  'date time s-sitename cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Cookie) cs(Referer) cs-host sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken',
  'date time cs-method cs-uri-stem cs-username c-ip sc-status sc-substatus sc-win32-status time-taken',
  'date time cs-method cs-uri-stem cs-username c-ip sc-status sc-substatus sc-win32-status',
];

test('a header cut anywhere, a row glued on: no row loses date, user, win32 or time-taken', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SETS),
      fc.nat(),
      fc.constantFrom('', ' '),
      fc.integer({ min: 1, max: 3 }),
      (names, seed, glue, count) => {
        const head = `#Fields: ${names}`;
        const cut = 10 + (seed % (head.length - 9));
        const row = names.split(' ').map((name) => VALUES[name]);
        const text = head.slice(0, cut) + glue + Array(count).fill(row.join(' ')).join('\n');
        const rows = rowsOf(text);
        assert.equal(rows.length, count, text);
        for (const { time, user, win32, timeTaken, clientIp } of rows) {
          assert.equal(time, '2026-03-02T08:15:02Z', text);
          assert.deepEqual(
            [user, clientIp, win32],
            ['CONTOSO\\anna', '192.0.2.17', 2148074254],
            text,
          );
          assert.equal(timeTaken, names.includes('time-taken') ? 6437 : undefined, text);
        }
      },
    ),
    { numRuns: 500 },
  );
});

/** [where the header stops, the names with the values of the row behind it] */
const CUT: [string, string, string][] = [
  ['sc-status sc-substatus sc-wi', '401 2 5', 'sc-status sc-substatus sc-win32-status'],
  ['sc-status sc-substatus sc-', '401 2 5', 'sc-status sc-substatus sc-win32-status'],
  ['sc-win32-status time', '5 30', 'sc-win32-status time-taken'],
  ['sc-status sc-substatus x-custom', '401 2 a', 'sc-status sc-substatus x-custom'],
];

for (const [head, values, names] of CUT) {
  test(`${head} before ${values}: ${names}`, () => {
    const text = `#Fields: date time ${head}\n2026-03-02 08:15:02 ${values}`;
    const end = text.indexOf('\n');
    const header = readHeader(text, 0, end);
    assert.ok(header);
    const { names: found } = mended(header, text, { line: 2, start: end + 1, end: text.length });
    assert.equal(found.join(' '), `date time ${names}`);
    assert.equal(isCutShort(header), head !== names);
  });
}

test('a name cut at the end of its line, rows below: the column is known', () => {
  const text =
    '#Fields: date time cs-method cs-uri-stem c-ip sc-status sc-substatus sc-win32-st\n' +
    '2026-03-02 08:15:02 GET /app/ 192.0.2.17 401 1 2148074252\n'.repeat(2);
  assert.deepEqual(
    rowsOf(text).map(({ win32, recovered }) => [win32, recovered]),
    [
      [2148074252, false],
      [2148074252, false],
    ],
  );
});

test('a row without its date, glued to half a name', () => {
  const text =
    '#Fields: s-ip cs-method cs-uri-stem c-ip sc-status sc-sub10.0.0.4 GET / 192.0.2.17 401 2';
  const [row] = rowsOf(text);
  assert.deepEqual(
    [row?.substatus, row?.clientIp, row?.cells[0]?.value],
    [2, '192.0.2.17', '10.0.0.4'],
  );
});
