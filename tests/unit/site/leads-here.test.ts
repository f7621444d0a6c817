/** What leads to an article, and how much of a long list is shown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleAt } from '../../../src/core/articles.ts';
import { ROWS } from '../../../src/core/codes/table.ts';
import { decode } from '../../../src/core/index.ts';
import {
  codesLeadingTo,
  outcomesLeadingTo,
  samplesByArticle,
} from '../../../src/site/leads-here.ts';
import { neighbours } from '../../../src/site/neighbours.ts';
import { codesOf, isPhrase } from '../../../src/site/signals.ts';
import { ARTICLE_FILES, SAMPLE_FILES } from './content.ts';

const SIGNALS: readonly (readonly [signal: string, codes: readonly (number | string)[]])[] = [
  ['krb:41', [41]],
  ['win32:0x80090322', [2148074274]],
  ['log:401.1+1326', ['401.1', 1326]],
  ['evt:KDC/11', [11]],
  ['log:401.1+*', ['401.1']],
  ['first 401 of the day', []],
];

for (const [signal, codes] of SIGNALS) {
  test(`${signal} names ${codes.length > 0 ? codes.join(' and ') : 'no code'}`, () => {
    assert.deepEqual(codesOf(signal), codes);
    assert.equal(isPhrase(signal), codes.length === 0);
  });
}

test('codes that the signals name come first, and the rest is counted', () => {
  const { shown, more } = codesLeadingTo('krb-ap-err-modified', ['krb:41']);
  const all = ROWS.filter(({ article }) => article === 'krb-ap-err-modified');
  assert.equal(shown[0]?.code, 41);
  assert.equal(shown.length + more, all.length);
  assert.notEqual(more, 1);
});

test('every code that is shown has the article as its own', () => {
  for (const { slug } of ARTICLE_FILES) {
    const { shown } = codesLeadingTo(slug, []);
    assert.ok(shown.length <= 9);
    assert.deepEqual([...new Set(shown.map(({ article }) => article))], shown.length ? [slug] : []);
  }
});

test('outcomes are those of the log rules, each once', () => {
  assert.deepEqual(outcomesLeadingTo('normal-401-sequence'), [
    'accepted-after-prompt',
    'accepted-two-legs',
    'accepted-one-leg',
  ]);
  assert.deepEqual(outcomesLeadingTo('glossary'), []);
});

test('a sample stands at every article that its findings name', async () => {
  const leading = await samplesByArticle(SAMPLE_FILES.map((one) => ({ ...one, title: one.id })));
  const sample = SAMPLE_FILES.find(({ id }) => id === 'krb-error-modified');
  const { findings } = await decode(sample?.paste.trimEnd() ?? '');
  const slugs = findings.map(({ article }) => articleAt(article) ?? '');
  assert.ok(slugs.length > 0);
  for (const slug of slugs) {
    const { shown = [], more = 0 } = leading.get(slug) ?? {};
    assert.ok(more > 0 || shown.some(({ id }) => id === 'krb-error-modified'), slug);
  }
});

test('around an article stand two on each side, at the ends more on the other', () => {
  const list = Array.from({ length: 21 }, (_, place) => place);
  assert.deepEqual(neighbours(list, 10).shown, [8, 9, 10, 11, 12]);
  assert.deepEqual(neighbours(list, 0).shown, [0, 1, 2, 3, 4]);
  assert.deepEqual(neighbours(list, 20).shown, [16, 17, 18, 19, 20]);
  assert.equal(neighbours(list, 10).whole, false);
});

test('a short list is shown whole', () => {
  const list = [0, 1, 2, 3, 4, 5, 6];
  assert.deepEqual(neighbours(list, 0), { shown: list, whole: true });
});
