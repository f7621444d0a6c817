/** Several texts are one log: attempts go on from text to text, and each row knows its own. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { readLogText, readLogTexts } from './read-texts.ts';
import { FIELDS, logOf, outcomes, row } from './testing/help.ts';

const FIRST = logOf(row('401 2 5'), row('401 1 2148074254'));
const SECOND = logOf(row('200 0 0', { user: 'CONTOSO\\anna' }), row('401 2'));
const BOTH = [
  { text: FIRST, file: 'u_ex260301.log', source: '1' },
  { text: SECOND, file: 'u_ex260302.log', source: '2' },
];

test('an attempt that goes on in the next text is one attempt', () => {
  assert.deepEqual(outcomes(readLogTexts(BOTH)?.log), ['accepted-two-legs 1', 'never-answered 1']);
  assert.deepEqual(outcomes(readLogText(FIRST)?.log), ['abandoned 1']);
});

test('each row has its line, its file and spans in its own source', () => {
  const entries = readLogTexts(BOTH)?.log?.entries ?? [];
  assert.deepEqual(
    entries.map(({ line, file, at }) => [line, file, at.source]),
    [
      [2, 'u_ex260301.log', '1'],
      [3, 'u_ex260301.log', '1'],
      [2, 'u_ex260302.log', '2'],
      [3, 'u_ex260302.log', '2'],
    ],
  );
  for (const { fields } of entries) {
    for (const { value, at } of fields) {
      const text = at.source === '1' ? FIRST : SECOND;
      assert.equal(text.slice(at.start, at.end), value);
    }
  }
});

test('what a reader explains is claimed in each source', () => {
  const claimed = readLogTexts(BOTH)?.claimed ?? [];
  assert.deepEqual([...new Set(claimed.map(({ source }) => source))], ['1', '2']);
});

test('ranges that others have explained are left alone, in their own text only', () => {
  const end = FIRST.length;
  const log = readLogTexts([{ text: FIRST, claimed: [{ start: 0, end }] }, { text: SECOND }])?.log;
  assert.equal(log?.rows, 2);
});

test('texts without rows say nothing', () => {
  assert.equal(readLogTexts([]), undefined);
  assert.equal(readLogTexts([{ text: 'HTTP/1.1 401 Unauthorized' }, { text: '' }]), undefined);
});

/** [problem, text]; 20 cut rows are listed one by one, and the others are counted. */
const PROBLEMS: readonly (readonly [string, string])[] = [
  ['1 more row could not be read.', cutRows(21)],
  ['2 more rows could not be read.', cutRows(22)],
  ['The names of the columns are here, but no row follows them.', FIELDS],
  [
    '1 row of FTP, SMTP or NNTP was set aside: their replies are not HTTP statuses.',
    '2026-03-02 08:15:02 192.0.2.7 - 10.0.0.4 21 ControlChannelOpened - - 0 0',
  ],
];

for (const [message, text] of PROBLEMS) {
  test(message, () => {
    assert.equal(readLogText(text)?.problems?.at(-1)?.message, message);
  });
}

function cutRows(count: number): string {
  const cut = row('401 2 5').slice(0, 60);
  return logOf(row('401 2 5'), ...Array.from({ length: count }, () => cut));
}
