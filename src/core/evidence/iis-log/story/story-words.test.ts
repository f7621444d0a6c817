/** The summary: exact numbers, right plurals, and nothing that the rows do not prove. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { storyOf } from './story.ts';
import { START, tableOf, type Made } from '../testing/story-help.ts';

const DAY = 86_400_000;

const ntlm: Made = { outcome: 'accepted-two-legs', rows: 3 };
const kerberos: Made = { outcome: 'accepted-one-leg', rows: 2 };
const typed: Made = { outcome: 'accepted-after-prompt', rows: 3 };
const wrong: Made = { outcome: 'refused', substatus: 1, win32: 2148074252 };
const silent: Made = { outcome: 'never-answered', substatus: 2, win32: 5, rows: 1 };

/** [what it is, attempts, sentences] */
const CASES: [string, Made[], string[]][] = [
  ['one healthy 401', [kerberos], ['The only 401 belongs to a handshake that ended well.']],
  ['one healthy handshake', [ntlm], ['Both 401s belong to a handshake that ended well.']],
  ['two of them', [ntlm, ntlm], ['All 4 401s belong to 2 handshakes that ended well.']],
  [
    'a password was typed',
    [typed],
    [
      'Both 401s belong to a handshake that ended well.',
      'It ended well only after a pause or a refusal.',
    ],
  ],
  [
    'one of two was typed',
    [typed, ntlm],
    [
      'All 4 401s belong to 2 handshakes that ended well.',
      'One of these handshakes ended well only after a pause or a refusal.',
    ],
  ],
  [
    'one wrong password among many handshakes',
    [...Array.from({ length: 6 }, () => ntlm), { ...wrong, user: 'CONTOSO\\alex' }],
    [
      '12 of 14 401s belong to 6 handshakes that ended well.',
      'The other 2 belong to an attempt that was not accepted: name or password refused, 401.1 with 2148074252 (SEC_E_LOGON_DENIED), by 10.0.0.7 as CONTOSO\\alex at /app/, at 08:15:02 UTC.',
    ],
  ],
  [
    'one 401 that nobody answered',
    [silent],
    [
      'The only 401 belongs to an attempt that was not accepted: offer never taken up, 401.2 with 5 (ERROR_ACCESS_DENIED), by 10.0.0.7 at /app/, at 08:15:02 UTC.',
    ],
  ],
  [
    'one left over',
    [kerberos, silent],
    [
      '1 of 2 401s belongs to a handshake that ended well.',
      'The other one belongs to an attempt that was not accepted: offer never taken up, 401.2 with 5 (ERROR_ACCESS_DENIED), by 10.0.0.7 at /app/, at 08:15:02 UTC.',
    ],
  ],
  [
    'several ways to fail, on several days',
    [wrong, wrong, { ...silent, client: '10.0.0.8', ms: START + DAY }],
    [
      'All 5 401s belong to 3 attempts that were not accepted, by 2 clients at /app/, first at 2026-03-02 08:15:02 UTC, last at 2026-03-03 08:15:02 UTC.',
      '2 of them: name or password refused, 401.1 with 2148074252 (SEC_E_LOGON_DENIED), by 10.0.0.7 at /app/.',
      'One of them: offer never taken up, 401.2 with 5 (ERROR_ACCESS_DENIED), by 10.0.0.8 at /app/.',
    ],
  ],
  [
    'more ways than are told',
    [1, 2, 3, 4, 5].map((win32) => ({ ...wrong, win32: 4_000_000_000 + win32, ms: NaN })),
    [
      'All 10 401s belong to 5 attempts that were not accepted, by 10.0.0.7 at /app/.',
      ...[1, 2, 3].map(
        (n) =>
          `One of them: name or password refused, 401.1 with ${4_000_000_000 + n}, by 10.0.0.7 at /app/.`,
      ),
      'The other 2 ended in 2 other ways.',
    ],
  ],
  [
    'nothing but codes',
    [{ ...silent, client: '', resource: '', ms: NaN }],
    [
      'The only 401 belongs to an attempt that was not accepted: offer never taken up, 401.2 with 5 (ERROR_ACCESS_DENIED).',
    ],
  ],
];

for (const [name, attempts, sentences] of CASES) {
  test(name, () => {
    assert.deepEqual(storyOf(tableOf(attempts)).summary, sentences);
  });
}
