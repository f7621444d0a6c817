import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sessions } from './sessions.ts';
import { fixture, saidBy } from '../testing/judged.ts';

/** [name, output, what the rule says: severity, article, sentence; '' for silence] */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    'Kerberos',
    fixture('windows-sessions'),
    'info klist-guide: klist ran in session 0x977a31 of MIST\\Brandon.Keywarp, which was signed in with Kerberos.',
  ],
  [
    'NTLM',
    fixture('windows-sessions').replace('Kerberos:', 'NTLM:'),
    'warning ntlm-fallback-reasons: klist ran in session 0x977a31 of MIST\\Brandon.Keywarp, which was signed in with NTLM and so has no Kerberos tickets.',
  ],
  [
    'another session',
    fixture('windows-sessions').replace('0:0x977a31 MIST', '0:0x977a32 MIST'),
    '',
  ],
];

for (const [name, text, said] of ROWS) {
  test(`sessions: ${name}`, () => {
    assert.equal(saidBy(sessions, text), said);
  });
}
