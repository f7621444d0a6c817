/** Generated logs with a known truth. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { fillFrom } from './fill.ts';
import { LogFile } from './log-file.ts';
import { bigLog, type Recipe, type Truth } from '../../../../../tests/logs/big-log.ts';

const RECIPES: Record<string, Recipe> = {
  'clean, a tenth refused': { seed: 11, bytes: 12_000_000, refused: 0.1 },
  'hardly any refused': { seed: 12, bytes: 5_000_000, refused: 0.001 },
  'most refused': { seed: 13, bytes: 5_000_000, refused: 0.6 },
  damaged: { seed: 14, bytes: 3_000_000, refused: 0.1, cut: 0.02, changed: 0.05 },
};

for (const [name, recipe] of Object.entries(RECIPES)) {
  test(`${name}: every outcome as often as it was written`, async () => {
    const file = await LogFile.create();
    const { pieces, truth } = written(recipe);
    await file.read(fillFrom(pieces));
    file.finish();
    const { tally, unreadableRows } = file.log;
    assert.deepEqual([...file.log.outcomes()].sort(), [...truth.outcomes].sort());
    assert.equal(tally.rows, truth.rows);
    assert.equal(unreadableRows, truth.cut);
    const refused = tally.statuses().filter(({ status }) => status === 401);
    assert.equal(
      refused.reduce((sum, { rows }) => sum + rows, 0),
      truth.refusals,
    );
  });
}

/** The log's bytes, and its truth, which is whole when they have been taken. */
function written(recipe: Recipe): { pieces: AsyncIterable<Uint8Array>; truth: Truth } {
  const truth: Truth = { rows: 0, refusals: 0, cut: 0, outcomes: new Map() };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const log = bigLog(recipe);
    let step = log.next();
    for (; !step.done; step = log.next()) yield await Promise.resolve(Buffer.from(step.value));
    Object.assign(truth, step.value);
  }
  return { pieces: pieces(), truth };
}
