/**
 * However a log is passed on, reading it takes no more than three times as long as reading the same
 * rows under their header. Times are of the processor, the best of several runs.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { bigLog } from '../../../../../tests/logs/big-log.ts';
import { SHAPES, shaped } from '../../../../../tests/logs/shapes.ts';
import { fastest } from '../../../../../tests/unit/cpu-time.ts';
import { readFiles } from './read-files.ts';
import { sourcesOf } from './sources.ts';

const BYTES = 3_000_000;
const RUNS = 3;
/** Until the code that both ways run is compiled. */
const WARM_UPS = 3;
const MOST = 3;
const FILES = 10;

const log = () => bigLog({ seed: 51, bytes: BYTES, refused: 0.1 });
const LINES = [...log()].join('').split('\r\n').slice(0, -1);
const HEAD = LINES.filter((line) => line.startsWith('#'));
const ROWS = LINES.slice(HEAD.length);

/** Milliseconds to read these files as one log; all of its rows must be there. */
async function timeOf(texts: readonly string[]): Promise<number> {
  const blobs = texts.map((text, i) => ({ name: `u_ex${i + 10}.log`, blob: new Blob([text]) }));
  let rows: number | undefined;
  const time = await fastest(async () => {
    rows = (await readFiles(await sourcesOf(blobs))).reading.log?.rows;
  }, RUNS);
  assert.equal(rows, ROWS.length);
  return time;
}

/** The rows in several files; `hasHeader` says which have the header. */
function files(hasHeader: (file: number) => boolean): string[] {
  const each = Math.ceil(ROWS.length / FILES);
  return Array.from({ length: FILES }, (_, i) => {
    const head = hasHeader(i) ? HEAD : [];
    const own = [...head, ...ROWS.slice(i * each, (i + 1) * each)];
    return own.map((line) => `${line}\r\n`).join('');
  });
}

/** Without the port and the referer, which no known set of columns leaves out. */
const ownColumns = (line: string): string => {
  const values = line.split(' ').filter((_, i) => i !== 6 && i !== 10);
  return line.startsWith('#') ? '' : values.join(' ');
};

const WAYS: Readonly<Record<string, () => string[]>> = {
  ...Object.fromEntries(
    Object.entries({ ...SHAPES, 'columns of no known set, no header': ownColumns }).map(
      ([name, shape]) => [name, () => [[...shaped(log(), shape)].join('')]],
    ),
  ),
  'several files, only the first with a header': () => files((file) => file === 0),
  'several files, none with a header': () => files(() => false),
};

test('no way of passing a log on makes reading it slow', async (t) => {
  const plain = [LINES.map((line) => `${line}\r\n`).join('')];
  for (let i = 0; i < WARM_UPS; i++) await timeOf(plain);
  for (const [name, write] of Object.entries(WAYS)) {
    await t.test(name, async () => {
      const usual = await timeOf(plain);
      const time = await timeOf(write());
      const told = `${time.toFixed(0)} ms, under a header ${usual.toFixed(0)} ms`;
      assert.ok(time <= MOST * usual, told);
      t.diagnostic(`${name}: ${(time / usual).toFixed(2)}`);
    });
  }
});
