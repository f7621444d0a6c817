/** The table of slugs is the folder of articles, and problem articles keep their one shape. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARTICLES, articlePath } from '../../../src/core/articles.ts';
import { ARTICLE_FILES } from './content.ts';

const PROBLEM_HEADINGS = [
  'What you see',
  'What it means',
  'Why it happens',
  'How to confirm it',
  'How to fix it',
  'How to know that it is fixed',
  'What else looks like this',
];

test('every slug of the core is an article, and every article has its slug', () => {
  const files = ARTICLE_FILES.map(({ group, slug }) => `/${group}/${slug}/`);
  assert.deepEqual(ARTICLES.map(articlePath).sort(), files.sort());
});

test('no two articles share a slug, whatever their groups', () => {
  const slugs = ARTICLE_FILES.map(({ slug }) => slug);
  assert.equal(new Set(slugs).size, slugs.length);
});

for (const { slug, shape, body } of ARTICLE_FILES) {
  const headings = [...body.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading.trim());

  if (shape === 'problem') {
    test(`${slug} has the seven headings of a problem, in order`, () => {
      assert.deepEqual(headings, PROBLEM_HEADINGS);
    });
  } else {
    test(`${slug}, a guide, has headings of its own, each once`, () => {
      assert.ok(headings.length >= 2);
      assert.equal(new Set(headings).size, headings.length);
    });
  }

  test(`${slug} has no heading of the first level in its text`, () => {
    const prose = body.replaceAll(/^```[\s\S]*?^```/gm, '');
    assert.doesNotMatch(prose, /^# /m);
  });
}
