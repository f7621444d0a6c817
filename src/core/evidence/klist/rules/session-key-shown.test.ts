import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sessionKeyShown } from './session-key-shown.ts';
import { fixture, saidBy } from '../testing/judged.ts';

/** [name, output, what the rule says: severity, article, sentence; '' for silence] */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    'elevated',
    fixture('windows-tgt'),
    'warning klist-guide: The paste contains the session key of the ticket-granting ticket of Administrator. Do not pass it on.',
  ],
  [
    'not elevated: zeros',
    fixture('windows-tgt').replace(/(?<=KeyLength 32 - ).*/, '00 '.repeat(32)),
    '',
  ],
];

for (const [name, text, said] of ROWS) {
  test(`sessionKeyShown: ${name}`, () => {
    assert.equal(saidBy(sessionKeyShown, text), said);
  });
}
