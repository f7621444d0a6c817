/** Every problem can be found by what a person sees. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isArticle } from '../../../src/core/articles.ts';
import { FIRST_SYMPTOMS, SYMPTOM_PLACES } from '../../../src/site/symptoms.ts';
import { ARTICLE_FILES } from './content.ts';

const ALL = SYMPTOM_PLACES.flatMap(({ symptoms }) => symptoms);

test('every problem article has a symptom', () => {
  const covered = new Set<string>(ALL.map(([, article]) => article));
  const missing = ARTICLE_FILES.filter(
    ({ shape, slug }) => shape === 'problem' && !covered.has(slug),
  );
  assert.deepEqual(
    missing.map(({ slug }) => slug),
    [],
  );
});

test('every symptom leads to an article, and is said once', () => {
  assert.deepEqual(
    ALL.filter(([, article]) => !isArticle(article)),
    [],
  );
  assert.equal(new Set(ALL.map(([says]) => says)).size, ALL.length);
});

test('each article of the first page has its symptom there, once', () => {
  assert.equal(FIRST_SYMPTOMS.length, 14);
  assert.equal(new Set(FIRST_SYMPTOMS.map(([, article]) => article)).size, 14);
});
