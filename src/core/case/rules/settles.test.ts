/** What the rules on tokens, messages, rows and codes say they settle: checks and articles that exist. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { isArticle } from '../../articles.ts';
import { CHECKS } from '../../checklist/checks.ts';
import { CODE_RULES } from '../../evidence/code/rules/rules.ts';
import { HTTP_RULES } from '../../evidence/http/rules/rules.ts';
import { OUTCOME_ROWS } from '../../evidence/iis-log/attempts/outcome-table.ts';
import { LOG_RULES } from '../../evidence/iis-log/rules/rules.ts';
import { TOKEN_RULES } from '../../evidence/token/rules/rules.ts';
import { rankOf } from '../order.ts';
import { EXCHANGE_RULES } from './exchange-rules.ts';
import { KRB_ERROR_ROWS } from './krb-error-causes.ts';

const RULES = [...EXCHANGE_RULES, ...TOKEN_RULES, ...HTTP_RULES, ...LOG_RULES, ...CODE_RULES];
const OF_OUTCOMES = OUTCOME_ROWS.flatMap(({ findings }) => findings.map(({ id }) => id));

for (const { id, says, needs, settles = [] } of RULES) {
  test(`${id} says what it would say, in a sentence`, () => {
    assert.match(says, /^[A-Z].*\.$/);
    assert.ok(needs.length > 0 || id === 'code.rounded');
  });

  for (const { check, finding = id, article, says: proof } of settles) {
    test(`${finding} ${article ?? ''} settles ${check}`, () => {
      assert.ok(CHECKS.some((one) => one.id === check));
      assert.ok(finding === id || OF_OUTCOMES.includes(finding), finding);
      if (article !== undefined) {
        assert.ok(isArticle(article));
        assert.ok(
          KRB_ERROR_ROWS.some((row) => row.article === article),
          'a cause leads there',
        );
      }
      assert.match(proof, /^[A-Z].*\.$/);
    });
  }
}

test('each id belongs to one rule', () => {
  const ids = RULES.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('what the exchange proves goes before rows, listings and codes', () => {
  const ranks = [
    'case.other-account-decrypts',
    'token.krb-error',
    'http.offer',
    'log.keeps-closing',
    'log.refused',
    'log.no-401',
    'setspn.duplicate',
    'code.rounded',
    'code.meaning',
  ].map(rankOf);
  assert.deepEqual(
    ranks,
    [...new Set(ranks)].sort((a, b) => a - b),
  );
});

test('outcomes share a rank: the most frequent goes first', () => {
  assert.equal(new Set(OF_OUTCOMES.map(rankOf)).size, 1);
  assert.equal(rankOf('code.unknown'), rankOf('code.meaning'));
});
