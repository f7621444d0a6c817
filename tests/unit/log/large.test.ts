/**
 * No paste hangs, honest or hostile: each of these is read whole, at sizes where work that grows
 * with the square of the length would run for hours and meet the runner's own time limit.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { readLogText } from '../../../src/core/log/reader.ts';
import { FIELDS, row } from './help.ts';

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
  ['square brackets', '['.repeat(3 * MB)],
];

for (const [name, text] of TEXTS) {
  test(`${name}: read to the end`, { timeout: 120_000 }, () => {
    const reading = readLogText(text);
    for (const { start, end } of reading?.claimed ?? []) {
      assert.ok(0 <= start && start <= end && end <= text.length);
    }
  });
}
