/**
 * The reader never runs away: for texts that were made to be slow, twice the text takes about twice
 * the time, and no text takes much longer for a kilobyte than the slowest known one.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { readLogText } from './read-texts.ts';
import { seenIisLog } from './seen.ts';
import { FIELDS, row } from './testing/help.ts';
import { fastest } from '../../../../tests/unit/cpu-time.ts';

const SIZE = 256 * 1024;
/** Four times the text may take this many times as long; the square would be 16 times. */
const GROWTH = 9;
/** Milliseconds for a kilobyte; the slowest known text takes a tenth of it on an idle machine. */
const SLOWEST = 12;

const plain = row('401 2 5');
const tabs = plain.replaceAll(' ', '\t');
const json = '{"sc-status": 401, "sc-substatus": "2", "cs-method": "GET"}\n';

/** What is written first, and what is repeated after it. */
const TEXTS: Readonly<Record<string, readonly [head: string, part: string]>> = {
  'rows under their header': [`${FIELDS}\n`, `${plain}\n`],
  'rows without a header': ['', `${plain}\n`],
  'rows as grep prints them': ['', `C:\\logs\\u_ex260302.log:12:${plain}\n`],
  'rows with tabs under a header with spaces': [`${FIELDS}\n`, `${tabs}\n`],
  'rows with tabs, no header': ['', `${tabs}\n`],
  'a header of a CSV, rows without commas': [
    `${FIELDS.slice(9).replaceAll(' ', ',')}\n`,
    `${plain}\n`,
  ],
  'rows that are not as their header says': [`${FIELDS}\n`, `${plain.slice(0, 90)}\n`],
  'rows in one line': [`${FIELDS}\n`, `${plain} `],
  'rows in one line, quoted': ['', `\u201c${plain} `],
  'dates in one line': ['', '#Date: 2026-03-02 08:15:02 '],
  'rows broken over many lines': ['', `${plain.replaceAll(' ', '\n')}\n`],
  'rows of many values': ['', `2026-03-02 08:15:02 ${'401 2 5 '.repeat(60)}\n`],
  'NCSA rows': ['', '10.0.0.5 - - [07/Apr/2026:17:39:04 -0800] "GET / HTTP/1.1" 401 34\n'],
  'NCSA rows in one line': [
    '',
    '10.0.0.5 - - [07/Apr/2026:17:39:04 -0800] "GET / HTTP/1.1" 401 34 ',
  ],
  'NCSA rows without an end': ['', '10.0.0.5 - - [07/Apr/2026:17:39:04 -0800] "GET /\n'],
  'native rows': [
    '',
    '192.0.2.7, a, 3/20/2026, 7:55:20, W3SVC2, WEB01, 10.0.0.4, 4, 1, 3, 401, 5, GET, /, -,\n',
  ],
  'native rows without an end': ['', '192.0.2.7, a, 3/20/2026, 7:55:20, W3SVC2,\n'],
  'JSON, a line each': ['', json],
  'JSON with backslashes': [json, '\\'],
  'JSON with quotes': [json, '"'],
  'JSON with braces': [json, '{'],
  'names and values': ['', 'sc-status       : 401\nsc-substatus    : 2\n\n'],
  'a list with spaces': ['sc-status: 401\n', `a:${' '.repeat(60_000)}b\n`],
  'XML without an end': ['<sc-status>401</sc-status>', `<a>${' '.repeat(60_000)}<b>`],
  assignments: ['', 'sc_status=401 sc_substatus=2\n'],
  'assignments in one line': ['', 'sc_status=401 '],
  'assignments with an open quote': ['sc_status=401 sc_substatus=2\n', 'a="b '],
  'codes alone': ['', '401 2 5 '],
  'codes alone, a line each': ['', '401 2 5\n'],
  'brackets and quotes in a CSV': [`${FIELDS.slice(9).replaceAll(' ', ',')}\n`, '"(,'],
  quotes: [`${FIELDS}\n`, '"'],
  spaces: [`${FIELDS}\n`, ' '],
  tabs: [`${FIELDS}\n`, '\t'],
  NULs: [`${FIELDS}\n`, '\0'],
  hashes: ['', '#Fields: '],
  'headers that go on': [`${FIELDS}\n`, 'sc-bytes\n'],
  'headers again and again': ['', `${FIELDS}\n`],
  prose: ['', 'The status was 401 2 5 and the reason is not known. '],
  'quote marks of mail': ['', '> '],
  links: ['', '[401](https://a) '],
  escapes: [`"${plain}",\n`, '\\n\\"'],
};

for (const [name, [head, part]] of Object.entries(TEXTS)) {
  const textOf = (size: number) => head + part.repeat(Math.ceil(size / part.length));
  for (const [what, run] of [
    ['read', readLogText],
    ['recognised', seenIisLog],
  ] as const) {
    test(`${name}: ${what} in linear time`, async () => {
      const small = textOf(SIZE / 4);
      const large = textOf(SIZE);
      run(small);
      const before = await fastest(() => run(small), 2);
      const after = await fastest(() => run(large), 2);
      const told = `${before.toFixed(1)} ms, then ${after.toFixed(1)} ms`;
      // Short times say nothing about growth.
      assert.ok(after < 100 || after < GROWTH * before, told);
      assert.ok(after / (SIZE / 1024) < SLOWEST, told);
    });
  }
}
