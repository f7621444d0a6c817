/** `content/asked.yaml`: the words in which people ask lead to articles that exist, each from one place. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { isArticle } from '../../../src/core/articles.ts';

const ASKED = Object.entries(
  parse(readFileSync('content/asked.yaml', 'utf8')) as Record<string, unknown>,
);

test('what people ask leads to articles that exist', () => {
  assert.deepEqual(
    ASKED.filter(([slug]) => !isArticle(slug)).map(([slug]) => slug),
    [],
  );
});

test('each article has phrases, and none leads to two articles', () => {
  const seen = new Map<string, string>();
  for (const [slug, phrases] of ASKED) {
    assert.ok(Array.isArray(phrases) && phrases.length > 0, slug);
    for (const phrase of phrases as unknown[]) {
      assert.ok(typeof phrase === 'string' && phrase.trim() !== '', slug);
      assert.equal(seen.get(phrase), undefined, phrase);
      seen.set(phrase, slug);
    }
  }
});
