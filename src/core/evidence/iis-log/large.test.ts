/**
 * No paste hangs, honest or hostile: each of these is read whole, at sizes where work that grows
 * with the square of the length would run for hours and meet the runner's own time limit.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { readLogText } from './read-texts.ts';
import { FIELDS, row } from './testing/help.ts';

const MB = 1_000_000;

const repeat = (text: string, length: number) => text.repeat(Math.ceil(length / text.length));
const rows = `${row('401 2 5')}\n${row('401 1 2148074254')}\n${row('200 0 0', { user: 'CONTOSO\\anna' })}\n`;

/** [what it is, text] */
const TEXTS: [string, string][] = [
  ['5 MB of rows under a header', `${FIELDS}\n${repeat(rows, 5 * MB)}`],
  ['5 MB of rows without a header', repeat(rows, 5 * MB)],
  ['2 MB of rows in one line', repeat(rows.replaceAll('\n', ''), 2 * MB)],
  [
    '1 MB of rows that all lack a column',
    `${FIELDS}\n${repeat(rows.replaceAll(' 192.0.2.17', ''), MB)}`,
  ],
  ['1 MB of rows wrapped at 70', repeat(rows.replace(/(.{70})/g, '$1\n'), MB)],
  ['unanswered challenges without a time', repeat('401 2 5\n', MB)],
  ['dates and nothing else', repeat('2026-03-02 08:15:02 x\n', MB)],
  ['one word', 'a'.repeat(5 * MB)],
  ['one line of short words', repeat('a ', 5 * MB)],
  ['spaces', ' '.repeat(5 * MB)],
  ['quotes', repeat('2026-03-02 08:15:02 "', 2 * MB)],
  ['quotes under a header', `${FIELDS}\n${repeat('" ', 2 * MB)}`],
  ['lone CRs', '\r'.repeat(3 * MB)],
  ['quote marks', repeat('> ', 3 * MB)],
  ['commas', `${FIELDS}\n${repeat('2026-03-02,', 2 * MB)}`],
  ['NULs', `${rows}${'\0'.repeat(4 * MB)}`],
  ['JSON that never closes', repeat('"ScStatus": ', 2 * MB)],
  ['key=value without end', repeat('x sc_status=401 ', 2 * MB)],
  ['digits', '4'.repeat(2 * MB)],
  ['a status again and again', repeat('401 ', 2 * MB)],
  ['codes again and again', repeat('401 2 5 ', 2 * MB)],
  ['a row of a megabyte', `${row('401 2 5', { query: 'a'.repeat(MB) })}\n${rows}`],
  ['a row of a million values', `${FIELDS}\n${rows}2026-03-02 08:15:02 ${'x '.repeat(MB)}401 2 5`],
  ['a header of a million names', `#Fields: ${'cs-host '.repeat(MB)}\n${rows}`],
  ['a header that goes on and on', `#Fields: date\n${repeat('time sc-status\n', MB)}`],
  ['JSON in JSON in JSON', repeat('{"a":"{\\"ScStatus\\":401,', MB)],
  ['backslashes and quotes', `"ScStatus": 401 ${repeat('\\\\\\"', MB)}`],
  ['brackets of JSON', `"ScStatus": 401 ${'{['.repeat(MB)}`],
  ['tags', `<sc-status>401 ${repeat('<a>', 2 * MB)}`],
  ['names without values', `sc-status : 401\n${repeat('a: b\n', 2 * MB)}`],
  ['colours', repeat('\u001b[0m', 2 * MB)],
  ['stamps of NCSA', repeat('a - - [07/Mar/2026:17:39:04 -0800] ', 2 * MB)],
  ['native rows in one line', repeat('192.0.2.7, -, 3/20/2026, 7:55:20, W3SVC2, ', MB)],
  ['rows in strings', repeat(`"${row('401 2 5')}\\\\", `, MB)],
  ['commas and brackets', `${FIELDS.replaceAll(' ', ',')}\n${repeat('(,+', MB)}`],
  ['square brackets', '['.repeat(3 * MB)],
];

for (const [name, text] of TEXTS) {
  test(`${name}: read to the end`, { timeout: 120_000 }, () => {
    readLogText(text.slice(0, MB / 5), [], { columns: FIELDS.split(' ').slice(1) });
    const reading = readLogText(text);
    for (const { start, end } of reading?.claimed ?? []) {
      assert.ok(0 <= start && start <= end && end <= text.length);
    }
  });
}
