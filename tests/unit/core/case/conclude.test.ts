/** What becomes of rules: found, ruled out, undecided, waiting; and what the checklist makes of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asksOf } from '../../../../src/core/case/asks.ts';
import { checkResults } from '../../../../src/core/case/check-results.ts';
import { conclude } from '../../../../src/core/case/conclude.ts';
import { nothingDecided } from '../../../../src/core/case/nothing-decided.ts';
import type { Rule } from '../../../../src/core/case/rule.ts';
import { run, say } from '../../../../src/core/contract/step.ts';
import { command } from '../../../../src/core/text/escape/command.ts';
import { FactBase } from '../../../../src/core/facts/fact-base.ts';
import type { Fact } from '../../../../src/core/facts/fact.ts';
import { accountOf, spnOf } from '../../../../src/core/facts/names.ts';

const AT = { start: 0, end: 4, source: '1' };
const SPN = spnOf('HTTP/portal.contoso.com');
assert.ok(SPN);
const CODE: Fact = { kind: 'errorText', at: AT, sentence: 'x', text: 'four' };
const OWNER: Fact = {
  kind: 'spnOwner',
  at: { ...AT, source: '2' },
  spn: SPN,
  account: accountOf('CN=svc-a,DC=contoso,DC=com'),
};

const base = (...facts: Fact[]) =>
  new FactBase(
    [
      { id: '1', text: 'four' },
      { id: '2', text: 'five' },
    ],
    { kinds: ['sentence'], tokens: [], facts },
  );

const RULE: Rule = {
  id: 'test.rule',
  says: 'Something is wrong.',
  needs: ['errorText', 'spnOwner'],
  asks: {
    spnOwner: () => ({
      wants: 'setspn',
      why: 'Shows who holds the SPN.',
      step: run('anywhere', command`setspn -Q ${['HTTP/portal', 'SPN']}`),
    }),
  },
  settles: [
    { check: 'one-owner', state: 'failed', says: 'Two accounts hold it.' },
    { check: 'alias', state: 'passed', when: 'ruled-out', says: 'It is no alias.' },
    { check: 'port', state: 'known', says: 'The port is not in the SPN.' },
  ],
  judge: (facts) => [
    {
      severity: 'error',
      title: 'Something is wrong.',
      article: 'spn-duplicate',
      evidence: [...facts.all('errorText'), ...facts.all('spnOwner')].map(({ at }) => at),
    },
  ],
};

test('a rule with all it needs is judged, and settles its checks with the sources of its proof', async () => {
  const { findings, checks } = await conclude(base(CODE, OWNER), [RULE]);
  const own = findings.find(({ id }) => id === 'test.rule');
  assert.equal(own?.article, '/kerberos/spn-duplicate/');
  assert.deepEqual(
    checks.find(({ id }) => id === 'one-owner'),
    {
      id: 'one-owner',
      state: 'failed',
      by: 'test.rule',
      says: 'Two accounts hold it.',
      sources: ['1', '2'],
    },
  );
  const port = checks.find(({ id }) => id === 'port');
  assert.deepEqual([port?.state, port?.known], ['unknown', 'The port is not in the SPN.']);
  assert.equal(checks.find(({ id }) => id === 'alias')?.state, 'unknown');
  assert.equal(checks.length, 17);
});

test('a rule with one need missing is not judged: it waits, and the need is asked for', () => {
  const { asks, waiting } = asksOf([RULE], base(CODE), checkResults([], base(CODE)));
  assert.deepEqual(
    asks.map(({ wants, checks }) => [wants, checks]),
    [['setspn', ['one-owner', 'alias', 'port']]],
  );
  assert.deepEqual(waiting, [
    { rule: 'test.rule', says: 'Something is wrong.', evidence: [AT], missing: ['setspn'] },
  ]);
});

test('a rule that has none of its needs asks for nothing', () => {
  assert.deepEqual(asksOf([RULE], base(), checkResults([], base())), { asks: [], waiting: [] });
});

test('two rules that ask for the same ask once, for the checks of both; five at most', () => {
  const other = (check: string, wanted: string): Rule => ({
    ...RULE,
    id: `test.${check}`,
    settles: [{ check, state: 'failed', says: 'x' }],
    asks: {
      spnOwner: () => ({
        wants: 'setspn',
        why: 'x',
        step: run('anywhere', command`setspn -Q ${[wanted, 'SPN']}`),
      }),
    },
  });
  const same = asksOf([RULE, other('clocks', 'HTTP/portal')], base(CODE), checkResults([], base()));
  assert.deepEqual(
    same.asks.map(({ checks }) => checks),
    [['one-owner', 'alias', 'port', 'clocks']],
  );
  const many = Array.from({ length: 9 }, (_, i) => other('clocks', `HTTP/web${i}`));
  assert.equal(asksOf(many, base(CODE), checkResults([], base())).asks.length, 5);
});

test('what is settled is not asked for', () => {
  const settled = checkResults([], base()).map((check) => ({ ...check, state: 'passed' as const }));
  assert.deepEqual(asksOf([RULE], base(CODE), settled).asks, []);
});

test('a cause that is ruled out is told, and may settle a check', async () => {
  const rule: Rule = { ...RULE, judge: () => ({ ruledOut: [AT] }) };
  const { ruledOut, checks } = await conclude(base(CODE, OWNER), [rule]);
  assert.ok(ruledOut.some((one) => one.rule === 'test.rule'));
  const alias = checks.find(({ id }) => id === 'alias');
  assert.deepEqual([alias?.state, alias?.by, alias?.sources], ['passed', 'test.rule', ['1']]);
});

test('an undecided rule names what is missing, and settles nothing', async () => {
  const rule: Rule = { ...RULE, judge: () => ({ undecided: [AT], missing: ['config'] }) };
  const { undecided, checks, findings } = await conclude(base(CODE, OWNER), [rule]);
  const own = undecided.find((one) => one.rule === 'test.rule');
  assert.deepEqual(own?.missing, ['config']);
  assert.equal(checks.find(({ id }) => id === 'one-owner')?.state, 'unknown');
  assert.ok(!findings.some(({ id }) => id === 'test.rule'));
});

test('a failure goes before a pass', () => {
  const passed: Rule = {
    ...RULE,
    id: 'test.passed',
    settles: [{ check: 'one-owner', state: 'passed', says: 'One owner.' }],
  };
  const finding = (id: string) => ({
    id,
    severity: 'info' as const,
    title: 'x',
    article: '/kerberos/spn-duplicate/',
    evidence: [AT],
  });
  const judged = [passed, RULE].map((rule) => ({ rule, findings: [finding(rule.id)] }));
  const result = checkResults(judged, base()).find(({ id }) => id === 'one-owner');
  assert.equal(result?.state, 'failed');
});

test('what was read without a conclusion is named, with what would tell more', () => {
  const [finding] = nothingDecided(base(CODE), [
    { wants: 'log', why: 'x', step: say('Add rows.'), checks: [] },
  ]);
  assert.match(finding?.title ?? '', /^This contains an error message, which on/);
  assert.deepEqual(finding?.next, [{ say: 'Add rows.' }]);
  const unknown = new FactBase([], { kinds: ['unknown'], tokens: [], facts: [] });
  assert.deepEqual(nothingDecided(unknown, []), []);
});
