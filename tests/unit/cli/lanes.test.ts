/** What a second thread scanned is counted as if one thread had done everything. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { SIGNALS, threadedLanes } from '../../../src/cli/lanes.ts';
import { readingOf } from '../../../src/core/evidence/iis-log/file/excerpt.ts';
import { fillFrom } from '../../../src/core/evidence/iis-log/file/fill.ts';
import { type Lanes, oneLane } from '../../../src/core/evidence/iis-log/file/lanes.ts';
import { LogFile } from '../../../src/core/evidence/iis-log/file/log-file.ts';
import { bigLog } from '../../logs/big-log.ts';
import { withoutPlaces } from '../../../src/core/evidence/iis-log/testing/file-help.ts';

const BLOCK = 32 * 1024;
const LOG = bigLog({ seed: 41, bytes: 900_000, refused: 0.2, cut: 0.002, changed: 0.003 });
const text = [...LOG].join('');
const half = text.indexOf('\n', text.length / 2) + 1;
const fields = /#Fields: .*\r\n/.exec(text)?.[0] ?? '';
/** The rows with their last two columns the other way round. */
const swapped = (rows: string) => rows.replace(/ (\S+) (\S+)(?=\r\n)/g, ' $2 $1');

const FILES: Record<string, readonly string[]> = {
  'one header': [text],
  'the same header again and again': [text.replace(/(\r\n)(?=2026-03-02 00:00:1)/g, `$1${fields}`)],
  'other columns from the middle on': [
    text.slice(0, half),
    fields.replace('sc-win32-status time-taken', 'time-taken sc-win32-status'),
    swapped(text.slice(half)),
  ],
  'no header': [text.slice(text.indexOf('\n2026') + 1)],
  'a line without an end': [text, 'x'.repeat(3 * BLOCK)],
};

async function logOf(lanes: Lanes, files: readonly string[]): Promise<unknown> {
  const log = await LogFile.create({}, lanes);
  for (const file of files) await log.read(fillFrom(pieces(file)));
  log.finish();
  const bytes = Buffer.from(files.join(''));
  const { reading } = await readingOf(log.log, (place, length) =>
    Promise.resolve(bytes.subarray(place, place + length)),
  );
  return withoutPlaces(reading.log);
}

async function* pieces(file: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(file));
}

for (const [name, parts] of Object.entries(FILES)) {
  test(`${name}: the same with a second thread as without`, async () => {
    const file = parts.join('');
    const lanes = await threadedLanes(BLOCK);
    try {
      assert.deepEqual(await logOf(lanes, [file]), await logOf(await oneLane(), [file]));
      const both = [file, text];
      assert.deepEqual(await logOf(lanes, both), await logOf(await oneLane(), both));
    } finally {
      await lanes.close();
    }
  });
}

test('a file that cannot be read on is given up with its own error', async () => {
  const lanes = await threadedLanes(BLOCK);
  try {
    let reads = 0;
    const file = await LogFile.create({}, lanes);
    const reading = file.read((into) => {
      if (++reads > 9) return Promise.reject(new Error('The disk is gone.'));
      into.set(Buffer.from(text.slice(0, into.length)));
      return Promise.resolve(Math.min(text.length, into.length));
    });
    await assert.rejects(reading, /^Error: The disk is gone\.$/);
  } finally {
    await lanes.close();
  }
});

test('a thread that is woken with nothing to do goes back to sleep', async () => {
  const signals = new Int32Array(new SharedArrayBuffer(64));
  const bytes = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  const workerData = { module: new WebAssembly.Module(bytes), memories: [], signals, SIGNALS };
  const place = new URL('../../../src/cli/scan-thread.js', import.meta.url);
  const thread = new Worker(place, { workerData });
  try {
    for (let woken = 0; woken < 3;) {
      await setTimeout(5);
      woken += Atomics.notify(signals, SIGNALS.given);
      assert.equal(signals[SIGNALS.done], 0);
    }
  } finally {
    await thread.terminate();
  }
});

for (const missing of ['compile', 'Memory'] as const) {
  test(`without WebAssembly.${missing} the log is read as text, in one thread`, async () => {
    const whole = WebAssembly[missing];
    const expected = await logOf(await oneLane(), [text]);
    Object.assign(WebAssembly, {
      [missing]: function forbidden() {
        throw new Error('The policy forbids it.');
      },
    });
    try {
      const lanes = await threadedLanes(BLOCK);
      assert.equal(lanes.lanes.length, 1);
      assert.equal(lanes.lanes[0].scanner, undefined);
      assert.deepEqual(await logOf(lanes, [text]), expected);
      await lanes.close();
    } finally {
      Object.assign(WebAssembly, { [missing]: whole });
    }
  });
}
