/** `content/checks.json`: ids, articles and references that exist, each once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isArticle } from '../../../../src/core/articles.ts';
import { CHECKS, numberOf } from '../../../../src/core/checklist/checks.ts';
import { piecesOf } from '../../../../src/core/checklist/inline.ts';
import { stepsOf } from '../../../../src/core/checklist/steps.ts';
import { settledBy } from '../../../../src/core/checklist/proofs.ts';
import { decode } from '../../../../src/core/index.ts';
import { SAMPLE_FILES } from '../../site/content.ts';

const DECODED = await Promise.all(
  SAMPLE_FILES.map(async ({ id, paste }) => [id, await decode(paste.trimEnd())] as const),
);

test('the order of the checks is the guide’s', () => {
  assert.equal(CHECKS.length, 17);
  assert.equal(new Set(CHECKS.map(({ id }) => id)).size, 17);
  const places = ['client-sent', 'browser-answers', 'clocks', 'one-owner', 'decrypting-account'];
  assert.deepEqual(places.map(numberOf), [1, 3, 7, 12, 13]);
});

for (const check of CHECKS) {
  const { id, question, article, then = {} } = check;
  const { how, passed, failed, commands = [] } = stepsOf(check);

  test(`${id} asks, says how, and what good and bad look like`, () => {
    assert.match(question, /\?$/);
    for (const text of [how, passed, failed]) assert.match(text, /[.]$/);
    for (const command of commands) assert.match(command, /^\S.*\S$/);
    assert.ok(isArticle(article), `${article} is no article`);
  });

  test(`${id} links articles and checks that exist`, () => {
    for (const piece of [how, passed, failed].flatMap(piecesOf)) {
      if (piece.kind !== 'link') continue;
      const [, scheme, name = ''] =
        /^(article|check):([\w-]+)(?:#[\w-]+)?$/.exec(piece.target) ?? [];
      assert.ok(scheme === 'article' ? isArticle(name) : numberOf(name) > 0, piece.target);
    }
  });

  test(`${id} leads onward only`, () => {
    for (const to of Object.values(then)) assert.ok(numberOf(to) > numberOf(id), to);
  });
}

const SETTLED: readonly (readonly [sample: string, checks: readonly string[]])[] = [
  ['negotiate-kerberos', ['client-sent passed', 'ticket-issued passed']],
  ['negotiate-spnego-ntlm', ['client-sent failed']],
  ['normal-ntlm', ['client-sent failed']],
  ['never-answered', ['client-sent failed']],
  ['offer-only-ntlm', ['negotiate-offered failed']],
  ['no-dc-1311', ['domain-controller failed']],
  ['clock-skew-2148074276', ['clocks failed']],
  [
    'krb-error-skew',
    // The answer goes on under Negotiate, which a server that does not offer it cannot do.
    ['client-sent passed', 'negotiate-offered passed', 'clocks failed', 'ticket-issued passed'],
  ],
  [
    'krb-error-modified',
    [
      'client-sent passed',
      'negotiate-offered passed',
      'ticket-issued passed',
      'decrypting-account failed',
    ],
  ],
  ['kerberos-modified-2148074274', ['decrypting-account failed']],
  ['kerberos-rc4-ticket', ['client-sent passed', 'ticket-issued passed', 'encryption-type failed']],
  ['httperr-field-length', ['header-size failed']],
  ['split-2148074248', ['client-sent failed', 'nothing-between failed']],
  ['acl-401-3', []],
  ['refused-1326-basic', []],
  ['normal-kerberos', []],
  ['code-principal-not-unique', []],
];

for (const [sample, expected] of SETTLED) {
  test(`the sample ${sample} settles ${expected.join(', ') || 'nothing'}`, () => {
    const decoded = DECODED.find(([id]) => id === sample)?.[1];
    assert.ok(decoded && decoded.findings.length > 0, 'no such sample');
    const settled = settledBy(CHECKS, decoded.checks, decoded.findings);
    assert.deepEqual(
      settled.map(({ check, state }) => `${check.id} ${state}`),
      expected,
    );
  });
}
