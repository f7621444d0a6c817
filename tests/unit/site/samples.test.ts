/** Every sample decodes to the finding it declares, and every article's samples lead to it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articlePath, isArticle } from '../../../src/core/articles.ts';
import { decode } from '../../../src/core/index.ts';
import { ARTICLE_FILES, SAMPLE_FILES, shownSamples } from './content.ts';

const SAMPLES = new Map(SAMPLE_FILES.map((sample) => [sample.id, sample]));

test('there are samples to try', () => {
  assert.ok(SAMPLES.size > 10, `only ${SAMPLES.size}`);
});

for (const { id, finding, article, paste } of SAMPLE_FILES) {
  test(`the sample ${id} decodes to ${finding} and leads to ${article}`, async () => {
    assert.ok(isArticle(article), `${article} is no article`);
    const { findings } = await decode(paste.trimEnd());
    const [first] = findings;
    assert.equal(first?.id, finding);
    assert.equal(first.article, articlePath(article));
  });
}

for (const article of ARTICLE_FILES) {
  test(`the samples of ${article.slug} exist, and it shows the ones it names`, () => {
    const shown = new Set(shownSamples(article));
    for (const id of [...article.samples, ...shown]) {
      assert.ok(SAMPLES.has(id), `content/samples/${id}.yaml does not exist`);
    }
    assert.deepEqual([...shown].sort(), [...article.samples].sort());
  });

  if (article.samples.length > 0) {
    test(`a sample of ${article.slug} leads back to it`, async () => {
      assert.ok(isArticle(article.slug), `${article.slug} is not in src/core/articles.ts`);
      const path = articlePath(article.slug);
      const led = await Promise.all(
        article.samples.map(async (id) => {
          const { findings, codes = [] } = await decode(SAMPLES.get(id)?.paste.trimEnd() ?? '');
          return [...findings, ...codes].map((found) => found.article);
        }),
      );
      assert.ok(led.flat().includes(path), `they lead to ${[...new Set(led.flat())].join(', ')}`);
    });
  }
}
