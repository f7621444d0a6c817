/** Which articles are related, and in which order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkedSlugs, relatedArticles, type Linked } from '../../../src/site/related.ts';

function article(slug: string, signals: string[] = [], links: string[] = []): Linked {
  return { slug, signals, links };
}

test('a shared signal relates both ways, whatever its case', () => {
  const related = relatedArticles([article('a', ['krb:41']), article('b', ['KRB:41'])]);
  assert.deepEqual([related.get('a'), related.get('b')], [['b'], ['a']]);
});

test('a link relates both ways', () => {
  const related = relatedArticles([article('a', [], ['b']), article('b')]);
  assert.deepEqual([related.get('a'), related.get('b')], [['b'], ['a']]);
});

test('a signal that few share counts more than one that many share', () => {
  const related = relatedArticles([
    article('a', ['common', 'rare']),
    article('b', ['common']),
    article('c', ['common']),
    article('d', ['rare']),
  ]);
  assert.deepEqual(related.get('a'), ['d', 'b', 'c']);
});

test('a link to an article that everybody links counts less', () => {
  const related = relatedArticles([
    article('a', [], ['hub', 'b']),
    article('b'),
    article('c', [], ['hub']),
    article('d', [], ['hub']),
    article('hub'),
  ]);
  assert.deepEqual(related.get('a'), ['b', 'hub']);
});

test('links in both directions count more than one', () => {
  const related = relatedArticles([
    article('a', [], ['b', 'c']),
    article('b'),
    article('c', [], ['a']),
  ]);
  assert.deepEqual(related.get('a'), ['c', 'b']);
});

test('equals stay in the order of the articles, and five are enough', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((slug) => article(slug, ['same']));
  assert.deepEqual(relatedArticles(many).get('d'), ['a', 'b', 'c', 'e', 'f']);
});

test('an article is not related to itself, nor to what does not exist', () => {
  const related = relatedArticles([article('a', ['x', 'x'], ['a', 'gone'])]);
  assert.deepEqual(related.get('a'), []);
});

test('links are read from Markdown, each once and without its fragment', () => {
  const body = '[a](article:spn-missing) [b](article:spn-missing#why) [c](code:401.2) article:none';
  assert.deepEqual(linkedSlugs(body), ['spn-missing']);
});
