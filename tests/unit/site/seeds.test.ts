/**
 * Every statement of the five founding documents has its place: kept, corrected, said to be
 * obsolete, or merged into another. `coverage.json` says where, and the proof must stand there.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ARTICLE_FILES } from './content.ts';
import { CHECKS } from '../../../src/core/checklist/checks.ts';
import { checksAsMarkdown } from '../../../src/core/checklist/markdown.ts';
import { textOf } from './prose.ts';

interface Statement {
  id: string;
  /** Slugs of the articles that carry it. */
  articles: string[];
  /** The statement as it is true, in a sentence. */
  what: string;
  /** Words or figures that stand in one of the articles. */
  evidence: string[];
  verdict: 'kept' | 'corrected' | 'obsolete-said-so' | 'merged';
}

/** Statements of each founding document. */
const COUNTS: Readonly<Record<string, number>> = { S0: 29, S1: 75, S2: 50, S3: 73, S4: 23 };
const CORRECTIONS = 'source-corrections';

const COVERAGE = JSON.parse(
  readFileSync('tests/fixtures/seeds/coverage.json', 'utf8'),
) as Statement[];
/** The texts of the articles; the checks of the checklist are data that its page draws. */
const TEXTS = new Map(
  ARTICLE_FILES.map(({ slug, body }) => [
    slug,
    plain(body.includes('<Checklist') ? body + checksAsMarkdown(CHECKS, (path) => path) : body),
  ]),
);

test('every statement of the founding documents is listed, once', () => {
  const ids = Object.entries(COUNTS).flatMap(([seed, count]) =>
    Array.from({ length: count }, (_, index) => `${seed}-${String(index + 1).padStart(2, '0')}`),
  );
  assert.deepEqual(COVERAGE.map(({ id }) => id).sort(), ids);
});

for (const { id, articles, what, evidence, verdict } of COVERAGE) {
  test(`${id} (${verdict}): ${what}`, () => {
    assert.ok(articles.length > 0 && evidence.length > 0 && what.length > 10);
    const texts = articles.map((slug) => TEXTS.get(slug));
    assert.ok(!texts.includes(undefined), `one of ${articles.join(', ')} does not exist`);
    for (const proof of evidence) {
      assert.ok(
        texts.some((text) => text?.includes(plain(proof))),
        `"${proof}" stands in none of ${articles.join(', ')}`,
      );
    }
    if (verdict === 'corrected') {
      const corrections = TEXTS.get(CORRECTIONS) ?? '';
      assert.ok(
        evidence.some((proof) => corrections.includes(plain(proof))),
        `${CORRECTIONS} does not correct it`,
      );
    }
  });
}

function plain(markdown: string): string {
  return textOf(markdown).toLowerCase();
}
