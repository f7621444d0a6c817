/** Marks: kept as text, changed one at a time, and what comes next. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CHECKS } from '../../../../src/core/checklist/checks.ts';
import type { Mark, Marks, State } from '../../../../src/core/checklist/check.ts';
import { keepable, readKept, withMark, writeKept } from '../../../../src/core/checklist/marks.ts';
import { nextCheck, progress } from '../../../../src/core/checklist/next.ts';
import { settledBy, withSettled } from '../../../../src/core/checklist/proofs.ts';
import type { CheckResult, Finding } from '../../../../src/core/index.ts';

const AT = '2026-11-21T06:40:12.000Z';
const LATER = '2026-11-22T09:00:00.000Z';

/** `{ clocks: 'failed' }` as marks. */
function marked(states: Readonly<Record<string, State>>): Marks {
  return Object.fromEntries(Object.entries(states).map(([id, state]) => [id, { state, at: AT }]));
}

test('what is written is read back', () => {
  const kept = { marks: marked({ clocks: 'failed', alias: 'not-applicable' }) };
  assert.deepEqual(readKept(writeKept(kept)), kept);
});

for (const text of [
  null,
  '',
  'null',
  '[]',
  '7',
  '{"marks":[]}',
  '{"marks":{"clocks":null}}',
  '{"marks":{"clocks":{"state":"good","at":"2026-11-21"}}}',
  '{"marks":{"clocks":{"state":"passed","at":"yesterday"}}}',
  '{"marks":{"clocks":{"state":"passed"}}}',
]) {
  test(`${String(text)} is read as no marks`, () => {
    assert.deepEqual(readKept(text), { marks: {} });
  });
}

test('whatever is kept, reading it never throws and yields what can be written', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const kept = readKept(text);
      assert.deepEqual(readKept(writeKept(kept)), kept);
    }),
  );
});

test('a mark replaces the one before; undefined opens the check', () => {
  const mark: Mark = { state: 'passed', at: LATER };
  const marks = withMark(marked({ clocks: 'failed' }), 'clocks', mark);
  assert.deepEqual(marks, { clocks: mark });
  assert.deepEqual(withMark(marks, 'clocks', undefined), {});
});

test('a sentence that is kept is one line of at most 300 characters', () => {
  assert.equal(keepable(' a\n b '), 'a b');
  assert.equal(keepable('x'.repeat(900)).length, 300);
});

const NEXT: readonly (readonly [
  name: string,
  states: Readonly<Record<string, State>>,
  expected: string,
])[] = [
  ['nothing is marked', {}, 'check client-sent'],
  ['a ticket was sent', { 'client-sent': 'passed' }, 'check decrypting-account'],
  ['NTLM was sent', { 'client-sent': 'failed' }, 'check negotiate-offered'],
  ['a check does not apply', { 'client-sent': 'not-applicable' }, 'check negotiate-offered'],
  [
    'NTLM was sent and Negotiate is offered',
    { 'client-sent': 'failed', 'negotiate-offered': 'passed' },
    'check browser-answers',
  ],
  ['a later check failed', { clocks: 'failed' }, 'repair clocks'],
  ['two failed', { 'one-owner': 'failed', clocks: 'failed' }, 'repair clocks'],
  ['a mark of no check', { 'no-such-check': 'failed' }, 'check client-sent'],
];

for (const [name, states, expected] of NEXT) {
  test(`when ${name}, next is: ${expected}`, () => {
    const next = nextCheck(CHECKS, marked(states));
    assert.equal(next.do === 'nothing' ? 'nothing' : `${next.do} ${next.check.id}`, expected);
  });
}

test('when all have passed or do not apply, nothing is next', () => {
  const states = CHECKS.map(({ id }, place) => [id, place % 2 ? 'passed' : 'not-applicable']);
  assert.deepEqual(nextCheck(CHECKS, marked(Object.fromEntries(states) as Record<string, State>)), {
    do: 'nothing',
  });
});

test('progress is said in words', () => {
  assert.equal(progress(CHECKS, {}), '0 of 17 checks marked.');
  const states = { clocks: 'failed', alias: 'not-applicable', port: 'not-applicable' } as const;
  assert.equal(
    progress(CHECKS, marked(states)),
    '3 of 17 checks marked: 1 failed, 2 do not apply.',
  );
});

const finding = (id: string, article: string): Finding => ({
  id,
  severity: 'error',
  title: 'CONTOSO\\anna was refused at portal.contoso.com.',
  article,
  evidence: [],
});
const MODIFIED = finding('token.krb-error', '/kerberos/krb-ap-err-modified/');
const FAILED: CheckResult = {
  id: 'decrypting-account',
  state: 'failed',
  by: 'token.krb-error',
  says: 'The server could not decrypt the ticket.',
  sources: ['1'],
};
const SETTLED = settledBy(CHECKS, [FAILED], [MODIFIED]);

test('evidence marks with its finding, the time and our words, and with none of its names', () => {
  assert.deepEqual(withSettled({}, SETTLED, AT), {
    'decrypting-account': {
      state: 'failed',
      at: AT,
      finding: 'token.krb-error',
      says: 'The server could not decrypt the ticket.',
    },
  });
});

test('the same finding again keeps its time, a different one or a mark by hand is replaced', () => {
  const first = withSettled({}, SETTLED, AT);
  assert.deepEqual(withSettled(first, SETTLED, LATER), first);
  const byHand = withSettled(marked({ 'decrypting-account': 'passed' }), SETTLED, LATER);
  assert.equal(byHand['decrypting-account']?.state, 'failed');
  assert.equal(byHand['decrypting-account'].at, LATER);
});

const OPEN: readonly (readonly [name: string, result: CheckResult])[] = [
  ['nothing decides', { id: 'clocks', state: 'unknown' }],
  ['is half known', { id: 'clocks', state: 'unknown', known: 'One clock is known.' }],
  ['is not in the list', { id: 'no-such-check', state: 'failed', by: 'x' }],
];
for (const [name, result] of OPEN) {
  test(`a check that ${name} is not marked`, () => {
    assert.deepEqual(settledBy(CHECKS, [result], []), []);
  });
}

test('a cause that was ruled out settles a check without a finding', () => {
  const result: CheckResult = { id: 'alias', state: 'passed', by: 'case.alias', says: 'No alias.' };
  const [settled] = settledBy(CHECKS, [result], [MODIFIED]);
  assert.equal(settled?.finding, undefined);
  assert.equal(settled?.by, 'case.alias');
});
