/** Each token sample leads to the finding and the article it names. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';
import { isArticle } from '../../../articles.ts';
import { SAMPLES_FOLDER } from '../testing/build/sample-file.ts';
import { SAMPLES } from '../testing/build/samples.ts';
import { findingsOf } from '../testing/facts-of.ts';

for (const [id, { finding, article }] of Object.entries(SAMPLES)) {
  test(`${id} leads to ${finding}`, async () => {
    const file = readFileSync(new URL(`${id}.yaml`, SAMPLES_FOLDER), 'utf8');
    const { paste } = parse(file) as { paste: string };
    const [first] = await findingsOf(paste);
    assert.equal(first?.id, finding);
    assert.equal(first.article, article);
    assert.ok(isArticle(article));
    for (const { start, end } of first.evidence) {
      assert.ok(0 <= start && start < end && end <= paste.length);
    }
  });
}
