/** Events that a person names, typed into the page or in a sentence. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { readCodes } from './find-codes.ts';
import { assertLinear } from '../../../../tests/unit/linear.ts';

const NAMED: [string, string[]][] = [
  ['Event 4625', ['Event 4625']],
  ['we see event id 4769 all day', ['Event 4769']],
  ['Event ID: 4625', ['Event 4625']],
  ['Event ID          :          4625', ['Event 4625']],
  ['Event ID 7 of Security-Kerberos', ['Event 7']],
  ['the process ID 4724', []],
  ['Name : w3wp\nId   : 4625', []],
  ['version 10.0, event 4625.1', []],
];

for (const [text, expected] of NAMED) {
  void test(`the events of ${JSON.stringify(text)}`, () => {
    const { codes = [] } = readCodes(text, []) ?? {};
    const events = codes.filter(({ space }) => space === 'event');
    assert.deepEqual(
      events.map(({ name }) => name),
      expected,
    );
  });
}

void test('the provider that is named decides between two events of one number', () => {
  const { codes = [] } = readCodes('Event ID 7 of Security-Kerberos', []) ?? {};
  assert.deepEqual(
    codes.map(({ reference }) => reference?.replace(/.*#/, '')),
    ['event-security-kerberos-7'],
  );
});

void test('a part of a security identifier is no code', () => {
  const text = 'Security ID: S-1-5-21-3221225581-2148074254-2148074252-1104';
  assert.equal(readCodes(text, []), undefined);
});

for (const piece of [
  `Event ID${' '.repeat(70)}`,
  'Event ID 7 ',
  'Event ID: 7 Security-Kerberos Kerberos-Key-Distribution-Center\n',
  `Failure Code${'\t'.repeat(70)}`,
  'Sub Status:  0xC000006A\n',
  'S-1-5-21-',
]) {
  void test(`${JSON.stringify(piece.slice(0, 30))} again and again is read in linear time`, () =>
    assertLinear(piece, (text) => readCodes(text, [])));
}
