/** Rows in quotes, or with what code and prose leave at their ends. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { FIELDS, logOf, row, rowsOf } from '../testing/help.ts';

const FIRST = row('401 2 5', { taken: 6437 });
const SECOND = row('401 1 2148074254', { taken: 12, user: 'CONTOSO\\anna' });
const [BEFORE, AFTER] = [FIRST.slice(0, 19), FIRST.slice(19)];

/** [what stands around a row, the row] */
const AROUND: [string, (row: string) => string][] = [
  ['quotes', (line) => `"${line}"`],
  ['a quote before the date', (line) => `"${line}`],
  ['single quotes', (line) => `'${line}'`],
  ['curly quotes', (line) => `\u201c${line}\u201d`],
  ['escaped quotes', (line) => `\\"${line}\\"`],
  ['a string in code', (line) => `const text = "${line}";`],
  ['an element of a list', (line) => `  "${line}",`],
  ['the end of a string', (line) => `${line}";`],
  ['the end of a call', (line) => `${line}");`],
  ['a quote at the end', (line) => `${line}"`],
  ['a comma', (line) => `${line},`],
  ['a semicolon', (line) => `${line};`],
  ['a full stop', (line) => `${line}.`],
  ['a quoted date and time', (line) => `"${line.slice(0, 19)}"${line.slice(19)}`],
  [
    'a date and a time in quotes',
    (line) => `"${line.replace(' ', '" "').replace(' 10.', '" 10.')}`,
  ],
];

for (const [what, write] of AROUND) {
  for (const [where, head] of [
    ['under a header', `${FIELDS}\n`],
    ['alone', ''],
  ] as const) {
    test(`${what}, ${where}: every value is read`, () => {
      const rows = rowsOf(head + [FIRST, SECOND].map(write).join('\n'));
      const found = rows.map(({ time, win32, timeTaken, user }) => [time, win32, timeTaken, user]);
      assert.deepEqual(found, [
        ['2026-03-02T08:15:02Z', 5, 6437, ''],
        ['2026-03-02T08:15:02Z', 2148074254, 12, 'CONTOSO\\anna'],
      ]);
    });
  }
}

test('an address in the last column loses the quote behind it', () => {
  const fields = `${FIELDS} X-Forwarded-For`;
  const [found] = rowsOf(`${fields}\n"${FIRST} 203.0.113.9";`);
  assert.equal(found?.client, '203.0.113.9');
});

test('places are those of the bare values', () => {
  const text = `${FIELDS}\n"${FIRST}";`;
  const [found] = rowsOf(text);
  for (const { value, start, end } of found?.cells ?? [])
    assert.equal(text.slice(start, end), value);
  assert.equal(found?.cells.at(-1)?.value, '6437');
});

test('quotes of a value remain: a probe, a cookie, an agent', () => {
  const query = `id=1'`;
  const cookie = 'Session="{A}"';
  const [found] = rowsOf(logOf(row('401 2 5', { query, agent: cookie, stem: "/o'brien" })));
  const values = found?.cells.map(({ value }) => value) ?? [];
  for (const value of [query, cookie, "/o'brien"]) assert.ok(values.includes(value));
});

test('a date in the middle of a first value is no date', () => {
  const [found] = rowsOf(`${FIELDS}\nu_ex260302.log:${BEFORE}${AFTER}`);
  assert.equal(found?.time, '2026-03-02T08:15:02Z');
  assert.equal(found.cells[0]?.value, '2026-03-02');
});
