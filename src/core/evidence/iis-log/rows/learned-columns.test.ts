/** What is learned of rows without a header, when, and what it changes. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { readLogText, readLogTexts } from '../read-texts.ts';
import { FIELDS, row, rowsOf } from '../testing/help.ts';
import { ColumnProfile } from './column-profile.ts';
import { readingWords } from './reading-words.ts';

const USERS = ['-', 'CONTOSO\\anna', 'ben@contoso.com'];
const CODES = ['401 2 5', '401 1 2148074254', '200 0 0', '304 0 0', '404 0 2'];
/** Rows of the default columns, the `i`-th of them. */
const rowAt = (i: number, query = '-') =>
  row(CODES[i % 5] ?? '', { user: USERS[i % 3] ?? '', taken: (i * 37) % 900, query });
const many = (count: number, write = (i: number) => rowAt(i)) =>
  Array.from({ length: count }, (_, i) => write(i));
/** Without the query, the port and the referer: columns of no known set. */
const own = (line: string) =>
  line
    .split(' ')
    .filter((_, i) => i !== 5 && i !== 6 && i !== 10)
    .join(' ');

/** A query that by its looks alone is no query. */
const ODD = 'GET';

test('a row with an odd value is read by type at first, and like its neighbours after many rows', () => {
  const found = (before: number) => rowsOf([...many(before), rowAt(0, ODD)].join('\n')).at(-1);
  assert.equal(found(10)?.by, 'types');
  const known = found(40);
  assert.deepEqual([known?.by, known?.recovered], ['set', false]);
  assert.equal(known?.cells[known.names.indexOf('cs-uri-query')]?.value, ODD);
});

test('columns of no known set: each row by type at first, then by what all rows look like', () => {
  const rows = rowsOf(many(80, (i) => own(rowAt(i))).join('\n'));
  assert.deepEqual([...new Set(rows.slice(0, 32).map(({ by }) => by))], ['types']);
  assert.deepEqual([...new Set(rows.slice(33).map(({ by }) => by))], ['rows']);
  for (const [i, { user, names, win32 }] of rows.slice(33).entries()) {
    assert.equal(
      names.join(' '),
      'date time s-ip cs-method cs-uri-stem cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken',
    );
    const expected = USERS[(i + 33) % 3];
    assert.equal(user, expected === '-' ? '' : expected);
    assert.equal(typeof win32, 'number');
  }
});

test('rows with spaces in their agents between tabs and commas are learned, too', () => {
  for (const delimiter of ['\t', ',', ';']) {
    const write = (i: number) => rowAt(i).replaceAll(' ', delimiter).replaceAll('+', ' ');
    const rows = rowsOf(many(60, write).join('\n'));
    assert.deepEqual([...new Set(rows.map(({ by }) => by))], ['set'], JSON.stringify(delimiter));
    assert.equal(rows.length, 60);
  }
});

test('two logs without headers in one text: both are learned by their number of values', () => {
  const other = (i: number) => rowAt(i).replace(/ - (\d{3} \d+ \d+ \d+)$/, ' $1');
  const rows = rowsOf([...many(40), ...many(40, other), rowAt(1, ODD), other(1)].join('\n'));
  assert.equal(rows.length, 82);
  assert.deepEqual(
    [...new Set(rows.map(({ set }) => set))],
    ['IIS 8 to 10, default', 'IIS 7, default'],
  );
});

test('prose, cut rows and other logs are read as before, however much is learned', () => {
  const lines = [
    'The status was 401 2 5 and the reason is not known to anybody here, so far as we see it.',
    row('401 2 5').slice(0, 80),
    '2026-03-02 08:15:02 INFO worker 17 started the job 401 of 500 in 3 ms for user anna again',
  ];
  const after = rowsOf([...many(60), ...lines].join('\n')).slice(60);
  assert.deepEqual(after, rowsOf(lines.join('\n')).slice(60));
});

test('a win32 column that is sometimes a plain number is not learned as one', () => {
  const profile = new ColumnProfile(6);
  const names = ['cs-method', 'cs-uri-stem', 'c-ip', 'sc-status', 'sc-substatus', 'time-taken'];
  for (let i = 0; i < 40; i++) {
    const values = ['GET', '/app/', '10.0.0.5', '401', '2', String(i % 5 === 0 ? 0 : 1_000 + i)];
    profile.add(
      values.map((value) => ({ value, start: 0, end: 0 })),
      names,
    );
  }
  assert.equal(profile.fields()?.at(-1)?.name, 'time-taken');
  const undecided = new ColumnProfile(6);
  for (let i = 0; i < 40; i++) {
    const values = ['GET', '/app/', '10.0.0.5', '401', '2', String(i % 3 === 0 ? 1_849 : 5)];
    undecided.add(
      values.map((value) => ({ value, start: 0, end: 0 })),
      names,
    );
  }
  assert.equal(undecided.fields(), undefined);
});

const SWAPPED = FIELDS.replace('cs(User-Agent) cs(Referer)', 'cs(Referer) cs(User-Agent)');
const swapped = (i: number) => rowAt(i).replace(/(Mozilla\S+) (-)/, '$2 $1');

test('the header of an earlier text holds for rows that it fits', () => {
  const first = { text: [SWAPPED, ...many(3, swapped)].join('\n'), file: 'u_ex1.log' };
  const second = { text: many(4, swapped).join('\n'), file: 'u_ex2.log' };
  const { log } = readLogTexts([first, second]) ?? {};
  assert.deepEqual(
    log?.reading.map(({ by, rows }) => [by, rows]),
    [
      ['fields', 3],
      ['earlier', 4],
    ],
  );
  assert.deepEqual(readingWords(log.reading), [
    'Read by the names of columns in an earlier file, which fit: 15 columns, 4 rows.',
    'Read by its #Fields line: 15 columns, 3 rows.',
  ]);
});

test('the header of an earlier text is not used for rows that it does not fit', () => {
  const first = { text: [SWAPPED, ...many(3, swapped)].join('\n') };
  const iis6 = (i: number) =>
    rowAt(i)
      .replace(' 10.0.0.4', ' W3SVC1 10.0.0.4')
      .replace(/ - (\d{3} \d+ \d+ \d+)$/, ' $1');
  for (const write of [iis6, (i: number) => own(rowAt(i))]) {
    const { log } = readLogTexts([first, { text: many(4, write).join('\n') }]) ?? {};
    assert.equal(log?.rows, 7);
    assert.equal(
      log.reading.some(({ by }) => by === 'earlier'),
      false,
    );
  }
});

test('in words: what all rows look like', () => {
  const { log } = readLogText(many(60, (i) => own(rowAt(i))).join('\n')) ?? {};
  assert.equal(
    readingWords(log?.reading ?? []).join(' '),
    '32 rows did not fit and were read by what their values look like (lines 1, 2, 3, 4, 5 and more). ' +
      'No line names the columns; what all rows look like tells them: 12 columns, 28 rows.',
  );
});
