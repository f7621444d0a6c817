/** What the scanner is told of rows, and which it is not to read. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Header } from '../rows/header.ts';
import { readHeader } from '../rows/header.ts';
import { FIELDS } from '../testing/help.ts';
import { isSame, settingsOf } from './scan-settings.ts';

function headerOf(line: string): Header {
  const header = readHeader(line, 0, line.length);
  assert.ok(header);
  return header;
}

const HEADER = headerOf(FIELDS);
const SECTION = { header: HEADER, headerLine: 1 };

/** [what stands before a row, how the scanner looks for it: text, separator, number, space] */
const PREFIXES: [string, [string, boolean, boolean, boolean] | undefined][] = [
  ['', ['', false, false, false]],
  ['u_ex260302.log:', ['u_ex260302.log', true, false, false]],
  ['u_ex260302.log-', ['u_ex260302.log', true, false, false]],
  ['u_ex260302.log:12:', ['u_ex260302.log', true, true, false]],
  ['u_ex260302.log-12-', ['u_ex260302.log', true, true, false]],
  ['C:\\logs\\u_ex260302.log:12: ', ['C:\\logs\\u_ex260302.log', true, true, true]],
  ['12:', ['', false, true, false]],
  ['> ', ['> ', false, false, false]],
  ['    ', ['    ', false, false, false]],
  ['> u_ex260302.log:', ['> u_ex260302.log', true, false, false]],
  ['\t', undefined],
  ['caf\u00e9.log:', undefined],
  ['x'.repeat(600), undefined],
];

for (const [prefix, expected] of PREFIXES) {
  test(`a row behind ${JSON.stringify(prefix.slice(0, 40))}`, () => {
    const settings = settingsOf(SECTION, { header: HEADER, prefix, delimiter: ' ' });
    const found = settings?.prefix;
    assert.deepEqual(
      found && [found.text, found.isSeparated, found.isNumbered, found.isSpaced],
      expected,
    );
  });
}

test('behind a prefix, rows that begin with no date are read as text', () => {
  const header = headerOf('#Fields: cs-method cs-uri-stem sc-status');
  const last = { header, prefix: 'a.log:', delimiter: ' ' };
  assert.equal(settingsOf({ header, headerLine: 1 }, last), undefined);
  assert.ok(settingsOf({ header, headerLine: 1 }, { ...last, prefix: '' }));
});

/** [names, the character between the values of the last row, the one that is scanned for] */
const DELIMITERS: [string, string, string | undefined][] = [
  [FIELDS, ' ', ' '],
  [FIELDS, '\t', '\t'],
  [FIELDS.slice(9).replaceAll(' ', ','), ',', ','],
  [FIELDS.slice(9).replaceAll(' ', ';'), ';', ';'],
  [`| ${FIELDS.slice(9).replaceAll(' ', ' | ')} |`, '|', undefined],
];

for (const [names, delimiter, expected] of DELIMITERS) {
  test(`values between ${JSON.stringify(delimiter)} under ${names.slice(0, 20)}`, () => {
    const header = headerOf(names);
    const settings = settingsOf({ header, headerLine: 1 }, { header, prefix: '', delimiter });
    assert.equal(settings?.delimiter, expected);
  });
}

test('without a header, the columns that were learned; without these, text', () => {
  const learned: Header = { ...HEADER, by: 'set', set: 'IIS 8 to 10, default' };
  const last = { header: learned, prefix: '', delimiter: ' ' };
  assert.equal(settingsOf({ headerLine: -99 }, last)?.header, learned);
  assert.equal(settingsOf({ headerLine: -99 }, undefined), undefined);
});

test('the number of a line changes nothing, the name of its file does', () => {
  const of = (prefix: string) => settingsOf(SECTION, { header: HEADER, prefix, delimiter: ' ' });
  const first = of('a.log:1:');
  assert.ok(first);
  assert.equal(isSame(first, of('a.log:2:')), true);
  assert.equal(isSame(first, of('a.log-3-')), true);
  assert.equal(isSame(first, of('b.log:2:')), false);
  assert.equal(isSame(first, of('a.log:')), false);
  assert.equal(isSame(first, undefined), false);
});
