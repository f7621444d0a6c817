/** Which texts are nothing but rows, without looking for anything else in them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { bigLog } from '../../../../tests/logs/big-log.ts';
import { areLarge } from './file/is-large.ts';
import { isRowsOnly } from './is-rows-only.ts';
import { logOf, row } from './testing/help.ts';

const ROW = row('401 2 5');
const LOG = [...bigLog({ seed: 61, bytes: 20_000, refused: 0.2 })].join('');

/** [text, is it rows only, what it is] */
const TEXTS: [string, boolean, string][] = [
  [logOf(ROW), true, 'a row under its header'],
  [ROW, true, 'a row'],
  [`${ROW}\r\n\r\n${ROW}`, true, 'rows and an empty line'],
  [ROW.replaceAll(' ', ','), true, 'a row between commas'],
  [LOG, true, 'a log'],
  [LOG.slice(LOG.indexOf('\n2026') + 1), true, 'a log without its header'],
  [`${LOG}HTTP/1.1 401 Unauthorized`, false, 'a log and an answer'],
  [`${LOG.slice(0, 10_000)}\n#0>\tClient: anna\n\tServer: x\n${LOG}`, false, 'a ticket among rows'],
  [`u_ex1.log:${ROW}`, false, 'a row out of grep'],
  ['2026-03-02 08:15:02 INFO worker started\n'.repeat(90), false, 'another log'],
  ['', false, 'nothing'],
];

for (const [text, expected, what] of TEXTS) {
  test(`${what}: ${expected ? 'rows only' : 'perhaps not rows only'}`, () => {
    assert.equal(isRowsOnly(text), expected);
  });
}

const MB = 1024 * 1024;
const ofSize = (size: number, name = 'u_ex1.log') => ({ name, size });

/** [files, are they large together] */
const SIZES: [ReturnType<typeof ofSize>[], boolean][] = [
  [[], false],
  [[ofSize(MB)], false],
  [[ofSize(9 * MB)], true],
  [[ofSize(MB), ofSize(2 * MB)], false],
  [Array.from({ length: 100 }, () => ofSize(MB / 4)), true],
  [[ofSize(100, 'a.zip'), ofSize(100)], true],
];

for (const [files, expected] of SIZES) {
  test(`${files.length} files, ${files[0]?.size ?? 0} bytes first: ${expected ? 'large' : 'not large'}`, () => {
    assert.equal(areLarge(files), expected);
  });
}
