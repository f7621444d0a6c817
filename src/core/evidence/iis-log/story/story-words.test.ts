/** The summary: exact numbers, right plurals, and nothing that the rows do not prove. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Outcome } from '../../../contract/decoded.ts';
import { storyOf } from './story.ts';
import { START, tableOf, type Made } from '../testing/story-help.ts';

const DAY = 86_400_000;

const ntlm: Made = { outcome: 'accepted-two-legs', rows: 3 };
const kerberos: Made = { outcome: 'accepted-one-leg', rows: 2 };
const typed: Made = { outcome: 'accepted-after-prompt', rows: 3, lasts: 12_000 };
const wrong: Made = { outcome: 'refused', substatus: 1, win32: 2148074252 };
const silent: Made = { outcome: 'never-answered', substatus: 2, win32: 5, rows: 1 };

/** [what it is, attempts, sentences] */
const CASES: [string, Made[], string[]][] = [
  [
    'one healthy 401',
    [kerberos],
    ['No logon failed: the only 401 belongs to a handshake that ended well.'],
  ],
  [
    'one healthy handshake',
    [ntlm],
    ['No logon failed: both 401s belong to a handshake that ended well.'],
  ],
  [
    'two of them',
    [ntlm, ntlm],
    ['No logon failed: all 4 401s belong to 2 handshakes that ended well.'],
  ],
  [
    'a password was typed',
    [typed],
    [
      'No logon failed: both 401s belong to a handshake that ended well.',
      'It ended well only after a pause or a refusal, within 12 s.',
    ],
  ],
  [
    'one of two was typed',
    [typed, ntlm],
    [
      'No logon failed: all 4 401s belong to 2 handshakes that ended well.',
      'One of these handshakes ended well only after a pause or a refusal, within 12 s.',
    ],
  ],
  [
    'three of four were typed',
    [typed, { ...typed, lasts: 30_000 }, { ...typed, lasts: 400_000 }, ntlm],
    [
      'No logon failed: all 8 401s belong to 4 handshakes that ended well.',
      '3 of these handshakes ended well only after a pause or a refusal, within 30 s for half of them and 7 minutes at most.',
    ],
  ],
  [
    'one wrong password among many handshakes',
    [...Array.from({ length: 6 }, () => ntlm), { ...wrong, user: 'CONTOSO\\alex' }],
    [
      'One of 7 attempts failed: name or password refused, 401.1 with 2148074252 (SEC_E_LOGON_DENIED), by 10.0.0.7 as CONTOSO\\alex at /app/, at 08:15:02 UTC.',
      '12 of 14 401s belong to 6 handshakes that ended well.',
    ],
  ],
  [
    'one 401 that nobody answered',
    [silent],
    [
      'The only attempt failed: offer never taken up, 401.2 with 5 (ERROR_ACCESS_DENIED), by 10.0.0.7 at /app/, at 08:15:02 UTC.',
    ],
  ],
  [
    'both',
    [kerberos, silent],
    [
      'One of 2 attempts failed: offer never taken up, 401.2 with 5 (ERROR_ACCESS_DENIED), by 10.0.0.7 at /app/, at 08:15:02 UTC.',
      '1 of 2 401s belongs to a handshake that ended well.',
    ],
  ],
  [
    'several ways to fail, on several days',
    [wrong, wrong, { ...silent, client: '10.0.0.8', ms: START + DAY }],
    [
      'One client of 2 fails: name or password refused, 401.1 with 2148074252 (SEC_E_LOGON_DENIED), by 10.0.0.7 at /app/, 2 attempts at 2026-03-02 08:15:02 UTC.',
      'One client of 2 fails: offer never taken up, 401.2 with 5 (ERROR_ACCESS_DENIED), by 10.0.0.8 at /app/, 1 attempt at 2026-03-03 08:15:02 UTC.',
    ],
  ],
  [
    'nothing but codes',
    [{ ...silent, client: '', resource: '', ms: NaN }],
    ['The only attempt failed: offer never taken up, 401.2 with 5 (ERROR_ACCESS_DENIED).'],
  ],
  [
    'a long attempt lasts until its last row',
    [{ ...wrong, outcome: 'prompt-loop', rows: 40, lasts: 2_400_000 }],
    [
      'The only attempt failed: refused again and again, 401.1 with 2148074252 (SEC_E_LOGON_DENIED), by 10.0.0.7 at /app/, from 08:15:02 to 08:55:02 UTC.',
    ],
  ],
];

for (const [name, attempts, sentences] of CASES) {
  test(name, () => {
    assert.deepEqual(storyOf(tableOf(attempts)).summary, sentences);
  });
}

const anyAttempt = fc.record({
  outcome: fc.constantFrom<Outcome>(
    ...(['accepted-one-leg', 'accepted-after-prompt', 'refused', 'never-answered'] as const),
    ...(['account-state', 'password-spray', 'preflight', 'broken-handshake'] as const),
  ),
  ms: fc.oneof(fc.constant(NaN), fc.integer({ min: START, max: START + 9_000_000 })),
  lasts: fc.nat(900_000),
  client: fc.constantFrom('', '10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4', '10.0.0.5'),
  user: fc.constantFrom('', 'anna', 'ben', 'eva'),
  agent: fc.constantFrom('', 'curl/8.1', 'feed/1.0'),
  resource: fc.constantFrom('', '/', '/app/'),
  rows: fc.integer({ min: 1, max: 40 }),
});

test('whatever the attempts are, the sentences are whole', () => {
  fc.assert(
    fc.property(fc.array(anyAttempt, { maxLength: 80 }), fc.boolean(), (attempts, isByName) => {
      const filter = isByName ? { clients: ['10.0.0.1', ''] } : {};
      for (const sentence of storyOf(tableOf(attempts), filter).summary) {
        assert.match(sentence, /^(?:[A-Z\d]|anna |ben |eva ).*[\w)/]\.$/);
        assert.doesNotMatch(sentence, /undefined|NaN|Infinity|Invalid| {2}| [,.;:]|,,|\(\)/);
      }
    }),
  );
});
