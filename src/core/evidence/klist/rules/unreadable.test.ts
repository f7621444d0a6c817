import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unreadable } from './unreadable.ts';
import { fixture, saidBy } from '../testing/judged.ts';

/** [name, output, what the rule says: severity, article, sentence; '' for silence] */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    'WinRM',
    fixture('winrm-no-session'),
    'warning klist-guide: klist could not list what was asked for: this logon session has no Kerberos credentials (0xC000005F, STATUS_NO_SUCH_LOGON_SESSION).',
  ],
  [
    'not elevated',
    fixture('windows-sessions'),
    'info klist-guide: klist could not list what was asked for: klist may not read other sessions without elevation, which says nothing about Kerberos (0xC0000022, STATUS_ACCESS_DENIED).',
  ],
  [
    'Protected Users',
    fixture('tgt-no-credentials'),
    'warning client-no-credentials: klist could not list what was asked for: this session has no ticket-granting ticket and no credentials to get one (0x8009030E, SEC_E_NO_CREDENTIALS).',
  ],
  ['a refused ticket', fixture('get-no-spn'), ''],
];

for (const [name, text, said] of ROWS) {
  test(`unreadable: ${name}`, () => {
    assert.equal(saidBy(unreadable, text), said);
  });
}
