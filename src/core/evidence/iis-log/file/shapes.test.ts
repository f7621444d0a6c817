/** Rows without a header, out of grep and in exports are read as fast as in a log, and say the same. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { bigLog } from '../../../../../tests/logs/big-log.ts';
import { fastest } from '../../../../../tests/unit/cpu-time.ts';
import { fillFrom } from './fill.ts';
import { LogFile } from './log-file.ts';
import { readLogText } from '../read-texts.ts';
import { problemsOf, readBytes, withoutPlaces } from '../testing/file-help.ts';
import { SHAPES } from '../testing/shapes.ts';

/** What the slowest shape may take, in times of the same rows with a header. */
const MOST = 3;
const TEXT = [...bigLog({ seed: 3, bytes: 3_000_000, refused: 0.1 })].join('');

async function readAll(files: readonly Uint8Array[]): Promise<LogFile> {
  const log = await LogFile.create();
  for (const file of files) await log.read(fillFrom(pieceOf(file)));
  log.finish();
  return log;
}

async function* pieceOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

const countsOf = ({ log }: LogFile) => [
  log.tally.rows,
  log.unreadableRows,
  [...log.outcomes()].sort(),
];

for (const [name, shape] of Object.entries(SHAPES)) {
  test(`rows ${name}: the same attempts, in at most ${MOST} times the time`, async () => {
    const files = shape(TEXT).map((file) => Buffer.from(file));
    const whole = [Buffer.from(TEXT)];
    assert.deepEqual(countsOf(await readAll(files)), countsOf(await readAll(whole)));
    const plain = await fastest(() => readAll(whole), 4);
    const shaped = await fastest(() => readAll(files), 4);
    assert.ok(shaped < MOST * plain, `${shaped} ms, with a header ${plain} ms`);
  });

  test(`rows ${name}: damaged or not, the same from bytes as from a paste`, async () => {
    const recipe = fc.record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      bytes: fc.integer({ min: 1_000, max: 40_000 }),
      refused: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.constantFrom(0, 0.02),
      changed: fc.constantFrom(0, 0.03),
      lineEnd: fc.constant('\n' as const),
    });
    await fc.assert(
      fc.asyncProperty(recipe, fc.integer({ min: 500, max: 50_000 }), async (made, block) => {
        const [text = ''] = shape([...bigLog(made)].join(''));
        const paste = readLogText(text);
        const { reading } = await readBytes(Buffer.from(text), [], block);
        assert.deepEqual(withoutPlaces(reading.log), withoutPlaces(paste?.log));
        assert.deepEqual(problemsOf(reading), problemsOf(paste));
      }),
      { numRuns: 12 },
    );
  });
}
