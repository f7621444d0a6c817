/**
 * Evidence of every kind below a log or a token: what is read of the log and of the token stays the
 * same, and so do the findings that rest on them alone. Findings of both may be added.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, type Decoded } from '../../../../src/core/index.ts';
import { artefactsIn } from '../../../cases/collection.ts';
import { SAMPLE_FILES } from '../../site/content.ts';

const BETWEEN = '\n\n';

/** Logs and tokens, one for each verdict, with what they say when they are alone. */
const BASES = await Promise.all(
  [...Map.groupBy(SAMPLE_FILES, ({ finding }) => finding).values()]
    .flatMap(([first]) => (first && /^(?:log|token)\./.test(first.finding) ? [first] : []))
    .map(async ({ id, paste }) => {
      const text = paste.trimEnd();
      return { id, text, alone: await decode(text) };
    }),
);

const KINDS = Map.groupBy(artefactsIn('tests/fixtures/evidence/index.json'), ({ kind }) => kind);

const sentences = ({ findings }: Decoded): string[] =>
  findings.map(({ id, title }) => `${id}: ${title}`);

for (const [kind, artefacts] of KINDS) {
  const added = artefacts.map(({ text }) => text).join(BETWEEN);
  test(`${kind} below a log or a token`, async () => {
    const hasLog = (await decode(added)).log !== undefined;
    for (const { id, text, alone } of BASES) {
      const mixed = await decode(text + BETWEEN + added);
      assert.deepEqual(mixed.tokens.slice(0, alone.tokens.length), alone.tokens, id);
      if (!hasLog) assert.deepEqual(mixed.log, alone.log, id);
      const found = new Set(sentences(mixed));
      for (const sentence of sentences(alone)) {
        assert.ok(found.has(sentence), `${id} lost ${sentence}\n${[...found].join('\n')}`);
      }
    }
  });
}

test('there were logs and tokens to look at', () => {
  assert.ok(BASES.length > 20, `${BASES.length}`);
});
