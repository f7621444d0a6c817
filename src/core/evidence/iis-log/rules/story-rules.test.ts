/** Conclusions of a log's story where a person has to act: from real rows, with proof and steps. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { factBaseOf, findingsOf, lines } from '../../../case/testing/judge.ts';
import { readLogText } from '../read-texts.ts';
import { fixture, logOf, row } from '../testing/help.ts';
import { LOG_RULES } from './rules.ts';

const STORY_RULES = [
  'log.spray-succeeded',
  'log.changed-at',
  'log.keeps-trying',
  'log.shared-address',
];

function judged(text: string) {
  const reading = readLogText(text);
  const found = findingsOf(LOG_RULES, factBaseOf(text, reading?.log && { log: reading.log }));
  return found.map((finding) => ({
    ...finding,
    proof: finding.evidence.map(({ start, end }) => text.slice(start, end)),
    steps: lines(finding.next),
  }));
}

const story = (name: string) => judged(fixture(`logs/stories/${name}.log`));

/** [log, the findings of its story with their articles, in the order in which they are shown] */
const FOUND: [string, string[][]][] = [
  ['01-spray-then-success', [['log.spray-succeeded', 'account-lockout-from-iis']]],
  ['02-service-password-changed', [['log.keeps-trying', 'prompt-loop-401']]],
  ['03-spn-broken-since-10', [['log.changed-at', 'prompt-loop-401']]],
  ['04-one-firefox-never-answers', []],
  ['05-probe-hides-acl', []],
  ['06-epa-everyone', []],
  ['07-proxy-split-every-6th', [['log.shared-address', 'reverse-proxy-load-balancer']]],
  ['08-preflight', []],
  ['09-healthy', []],
  ['10-lockout-two-devices', [['log.keeps-trying', 'account-lockout-from-iis']]],
];

for (const [name, ids] of FOUND) {
  test(`${name}: ${ids.join(' ') || 'none'}`, () => {
    const found = story(name).filter(({ id }) => STORY_RULES.includes(id));
    assert.deepEqual(
      found.map(({ id, article }) => [id, article]),
      ids,
    );
    for (const { title, proof, steps, severity } of found) {
      assert.match(title, /^[A-Z\d].*\.$/);
      assert.ok(proof.length > 0);
      assert.ok(steps.length > 0);
      if (severity === 'error') assert.ok(ids.length > 0);
    }
  });
}

test('the account that was found out is named first, with the row that proves it', () => {
  const [first, second] = story('01-spray-then-success');
  assert.equal(first?.id, 'log.spray-succeeded');
  assert.equal(
    first.title,
    '203.0.113.7 tried 90 user names and logged on as CONTOSO\\u57: treat that account as compromised.',
  );
  assert.deepEqual(first.proof, ['401 1 1326', 'CONTOSO\\u57', '200 0 0']);
  assert.ok(first.steps.some((step) => step.includes("-match '203.0.113.7'")));
  assert.equal(second?.id, 'log.password-spray');
});

test('a change comes before the outcome that it led to, and is asked of the directory', () => {
  const [first, second] = story('03-spn-broken-since-10');
  assert.match(first?.title ?? '', /^All 60 clients were accepted until 09:59:10 UTC/);
  assert.equal(second?.id, 'log.prompt-loop');
  assert.deepEqual(first?.proof.slice(0, 3), ['CONTOSO\\a59', '200 0 0', '401 1 2148074252']);
  assert.ok(first.steps.some((step) => step.includes('(whenChanged>=20260901095910.0Z)')));
});

test('a shared address is told after what failed', () => {
  const found = story('07-proxy-split-every-6th').map(({ id }) => id);
  assert.ok(found.indexOf('log.broken-handshake') < found.indexOf('log.shared-address'));
});

test('nobody is to be told apart where nothing failed', () => {
  const rows = Array.from({ length: 12 }, (_, i) => [
    row('401 2 5', { time: `08:${15 + i}:00` }),
    row('401 1 2148074254', { time: `08:${15 + i}:00` }),
    row('200 0 0', { time: `08:${15 + i}:00`, user: `CONTOSO\\u${i}` }),
  ]).flat();
  assert.deepEqual(
    judged(logOf(...rows)).map(({ id }) => id),
    ['log.normal-ntlm-handshake'],
  );
});
