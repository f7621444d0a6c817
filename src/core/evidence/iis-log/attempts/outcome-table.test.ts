/** content/outcomes.json: every outcome and verdict is worded, with articles that exist and places that are filled in. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { isArticle } from '../../../articles.ts';
import type { LogEntry, Outcome, Sequence } from '../../../contract/decoded.ts';
import { placesIn } from '../../../text/escape/command-template.ts';
import { sentenceOf, valuesIn } from '../../../text/sentence-template.ts';
import { namesOf, valuesOf } from '../rules/outcome-values.ts';
import { OUTCOME_ROWS } from './outcome-table.ts';
import { OUTCOME_WORDS } from './outcome-words.ts';
import { VERDICTS } from './outcomes.ts';

const SEQUENCE: Sequence = {
  ...{ outcome: 'refused', count: 1, rows: 3, clients: 1, article: '', example: [], others: [] },
  ...{ clientNames: [], userNames: [], uris: [], users: 0, resources: 0 },
};
const ROWS: readonly LogEntry[] = [
  { ...{ line: 1, status: 401, substatus: 2 }, at: { start: 0, end: 9 }, fields: [] },
  { ...{ line: 2, status: 200 }, at: { start: 10, end: 19 }, fields: [] },
];
const VALUES = Object.keys(valuesOf(SEQUENCE, []));
const NAMES = Object.keys(namesOf(SEQUENCE, []));
const MACHINES = ['client', 'server', 'domain-controller', 'anywhere'];
const SEVERITIES = ['ok', 'info', 'warning', 'error'];

/** Every outcome of the contract; the compiler says when one is missing. */
const OUTCOMES = Object.keys({
  'accepted-one-leg': 0,
  'accepted-two-legs': 0,
  'accepted-after-prompt': 0,
  'never-answered': 0,
  abandoned: 0,
  refused: 0,
  'prompt-loop': 0,
  'account-state': 0,
  'logon-right': 0,
  'channel-binding': 0,
  'broken-handshake': 0,
  'acl-denied': 0,
  preauthenticated: 0,
  application: 0,
  'filter-or-handler': 0,
  'authorization-rule': 0,
  'password-spray': 0,
  preflight: 0,
  'proxy-asks': 0,
  unclassified: 0,
} satisfies Record<Outcome, 0>);

test('each outcome has one row', () => {
  assert.deepEqual(OUTCOME_ROWS.map(({ outcome }) => outcome).sort(), OUTCOMES.sort());
  assert.deepEqual(Object.keys(OUTCOME_WORDS).sort(), OUTCOMES);
});

for (const { outcome, words, severity, findings } of OUTCOME_ROWS) {
  test(`${outcome} has short words and at least one finding`, () => {
    assert.ok(words.length > 0 && words.length < 40, words);
    assert.ok(SEVERITIES.includes(severity), severity);
    assert.ok(findings.length > 0);
    const articles = findings.map(({ article }) => article);
    assert.equal(new Set(articles).size, articles.length, 'one finding for each article');
  });

  for (const { id, article, title, one = title, caveat, next = [], ...more } of findings) {
    test(`${outcome}, ${article}`, () => {
      assert.match(id, /^log\.[a-z-]+$/);
      assert.ok(isArticle(article), article);
      assert.ok(SEVERITIES.includes(more.severity ?? severity));
      for (const sentence of [title, one]) {
        for (const value of valuesIn(sentence)) assert.ok(VALUES.includes(value), value);
        for (const count of [1, 2]) {
          const said = sentenceOf(sentence, count, valuesOf({ ...SEQUENCE, count }, ROWS));
          assert.match(said, /^[A-Z\d].*\.$/);
          assert.doesNotMatch(said, /[{}|]|undefined| {2}| [,:.]/);
        }
      }
      if (caveat !== undefined) assert.match(caveat, /\.$/);
      for (const step of next) {
        if ('say' in step) {
          assert.match(step.say, /\.$/);
          continue;
        }
        assert.ok(MACHINES.includes(step.on), step.on);
        for (const line of [step.run, step.otherwise ?? '']) {
          for (const place of placesIn(line)) assert.ok(NAMES.includes(place), place);
        }
      }
    });
  }
}

for (const { outcome, article } of VERDICTS) {
  test(`the verdict ${outcome}, ${article} has its own finding`, () => {
    const row = OUTCOME_ROWS.find((one) => one.outcome === outcome);
    assert.ok(row?.findings.some((finding) => finding.article === article));
  });
}
