/** Which way each row was read, in numbers and in words, and the reader's own columns. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { decode } from '../../index.ts';
import { LOG_READINGS } from '../../limits.ts';
import { readingWords } from './rows/reading-words.ts';
import { readLogText } from './read-texts.ts';
import { BY_HAND } from './testing/mutations/by-hand.ts';
import { BY_TOOLS } from './testing/mutations/by-tools.ts';
import { anyTable, random } from './testing/mutations/tables.ts';
import { column, FIELDS, fixture, logOf, read, row } from './testing/help.ts';

const names = FIELDS.replace('#Fields: ', '').split(' ');
const ROWS = [row('401 2 5'), row('401 1 2148074254'), row('200 0 0', { user: 'CONTOSO\\anna' })];
/** A row that lost a column. */
const SHORT = row('401 3 5').replace(' 192.0.2.17', '');
const csv = [names.join(','), ...ROWS.map((line) => line.replaceAll(' ', ','))].join('\n');

/** [paste, sentences] */
const WORDS: [string, string, string[]][] = [
  ['a whole log', logOf(...ROWS), ['Read by its #Fields line: 15 columns, 3 rows.']],
  [
    'a damaged row',
    logOf(...ROWS, SHORT),
    [
      'Read by its #Fields line: 15 columns, 3 rows.',
      '1 row did not fit and was read by what its values look like (line 5).',
    ],
  ],
  [
    'no header',
    ROWS.join('\n'),
    ['No line names the columns; they are those of IIS 8 to 10, default: 15 columns, 3 rows.'],
  ],
  ['no header and a column gone', SHORT, ['Each value was read by what it looks like: 1 row.']],
  ['CSV', csv, ['Read by the line that names its columns: 15 columns, 3 rows.']],
  [
    'two headers',
    `${logOf(...ROWS)}\n${logOf(...ROWS)
      .replaceAll(' 10.0.0.4', '')
      .replace(' s-ip', '')}`,
    ['Read by its #Fields line: 2 sets of columns, 6 rows.'],
  ],
  [
    'rows run together',
    logOf(ROWS.join('')),
    [
      'Read by its #Fields line: 15 columns, 3 rows. 3 of them were broken or run together and put right first.',
    ],
  ],
  ['codes alone', '401 2 5\n401 1 2148074254', ['Read as codes that stand alone: 2 rows.']],
  [
    'JSON',
    fixture('logs/elastic-document-401.3.json'),
    ['Read by the names beside the values: 1 row.'],
  ],
  [
    'IIS native',
    fixture('logs/msdocs-iis-native-wrapped.txt'),
    [
      'Read as the IIS native format, whose columns are fixed: 1 row. 1 of them was broken or run together and put right first.',
    ],
  ],
];

for (const [name, text, words] of WORDS) {
  test(`${name}: ${words.join(' ')}`, () => {
    assert.deepEqual(readingWords(read(text).reading), words);
  });
}

test('the rows of all readings add up to the rows of the log, and the list is bounded', () => {
  const mutations = Object.values({ ...BY_HAND, ...BY_TOOLS });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(mutations.length - 1), (seed, which) => {
      const next = random(seed);
      const written = mutations[which]?.(anyTable(next), next) ?? '';
      const log = readLogText(typeof written === 'string' ? written : written.text)?.log;
      const rows = log?.reading.reduce((sum, reading) => sum + reading.rows, 0) ?? 0;
      assert.equal(rows, log?.rows ?? 0);
    }),
  );
  const many = Array.from({ length: 300 }, (_, i) => `${FIELDS} x-${i}\n${row('401 2 5')} ${i}`);
  const log = read(many.join('\n'));
  assert.ok(log.reading.length <= LOG_READINGS + 9);
  assert.equal(log.rows, 300);
  assert.equal(
    log.reading.reduce((sum, reading) => sum + reading.rows, 0),
    300,
  );
});

const SWAPPED = FIELDS.replace(
  'cs-uri-query s-port cs-username',
  'cs-username s-port cs-uri-query',
);

test('columns given by the reader go before a header that lies', async () => {
  const text = [SWAPPED, ...ROWS, SHORT].join('\n');
  assert.equal(column(read(text).entries[2], 'cs-username'), '-');
  const { log } = await decode(text, { columns: names });
  assert.equal(log?.entries[2]?.user, 'CONTOSO\\anna');
  assert.deepEqual(
    log.reading.map(({ by, rows }) => [by, rows]),
    [
      ['columns', 3],
      ['types', 1],
    ],
  );
});

for (const [name, text] of [
  ['commas', ROWS.map((line) => line.replaceAll(' ', ',')).join('\n')],
  ['tabs', ROWS.map((line) => line.replaceAll(' ', '\t')).join('\n')],
  ['bars', ROWS.map((line) => `| ${line.replaceAll(' ', ' | ')} |`).join('\n')],
  ['quotes', ROWS.map((line) => line.replace(/\S+/g, '"$&"')).join('\n')],
  ['a mail', ROWS.map((line) => `> ${line}`).join('\n')],
] as const) {
  test(`columns given by the reader, values between ${name}`, () => {
    const columns = names.map((column) => (column === 'cs(User-Agent)' ? '-' : column));
    const log = readLogText(text, [], { columns })?.log;
    assert.deepEqual(
      log?.reading.map(({ by, rows }) => [by, rows]),
      [['columns', 3]],
    );
    // What is left out is not shown, and the count of values stays.
    assert.equal(log.entries[0]?.fields.length, 14);
    assert.equal(log.reading[0]?.values.length, 15);
  });
}

test('columns that fit no row are not used, and that is said', () => {
  for (const columns of [
    ['sc-status', 'x'],
    ['date', 'time'],
  ]) {
    const found = readLogText(logOf(...ROWS), [], { columns });
    assert.equal(found?.log?.rows, 3);
    assert.match(found.problems?.at(-1)?.message ?? '', /not used/);
  }
});

test('any columns on any text: no exception, and no row without a status', () => {
  const column = fc.oneof(fc.constantFrom(...names, '-', 'sc-status', 's-reason'), fc.string());
  fc.assert(
    fc.property(
      fc.array(column, { maxLength: 20 }),
      fc.array(fc.constantFrom(...ROWS, SHORT, FIELDS, ',;|"')),
      (columns, lines) => {
        for (const { status } of readLogText(lines.join('\n'), [], { columns })?.log?.entries ?? [])
          assert.ok(status >= 100 || status === 0);
      },
    ),
  );
});
