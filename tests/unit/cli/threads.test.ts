/** What several threads have read is put together as if one thread had read everything. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { LogOfThreads } from '../../../src/cli/threads.ts';
import { recordOf } from '../../../src/core/evidence/iis-log/attempts/attempt-record.ts';
import { readingOf } from '../../../src/core/evidence/iis-log/file/excerpt.ts';
import { fillFrom } from '../../../src/core/evidence/iis-log/file/fill.ts';
import { LogFile, type LogReader } from '../../../src/core/evidence/iis-log/file/log-file.ts';
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

/** The log as it is shown, and every attempt in it with its names and rows. */
async function logOf(log: LogReader, files: readonly string[]): Promise<unknown> {
  for (const file of files) await log.read(fillFrom(pieces(file)));
  await log.finish();
  const bytes = Buffer.from(files.join(''));
  const { reading } = await readingOf(log.log, (place, length) =>
    Promise.resolve(bytes.subarray(place, place + length)),
  );
  const record = recordOf(reading.log);
  assert.ok(record);
  const { columns, clients, users, resources, agents, endings, length } = record.table;
  const attempts = await Promise.all(
    Array.from({ length }, async (_, at) => ({
      ending: endings.list[columns.ending[at] ?? 0],
      times: [columns.ms[at], columns.last[at], columns.rows[at], columns.place[at]],
      names: [
        clients.nameOf(columns.client[at] ?? 0),
        users.nameOf(columns.user[at] ?? 0),
        resources.nameOf(columns.resource[at] ?? 0),
        agents.nameOf(columns.agent[at] ?? 0),
      ],
      lines: (await record.rows.entriesOf(at)).map(({ line }) => line),
    })),
  );
  return { log: withoutPlaces(reading.log), attempts };
}

async function* pieces(file: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(file));
}

for (const [name, parts] of Object.entries(FILES)) {
  const file = parts.join('');
  for (const count of [1, 2, 4]) {
    test(`${name}: the same with ${count} threads as without, attempt for attempt`, async () => {
      const files = [file, text];
      const threads = new LogOfThreads([undefined, undefined], count, BLOCK);
      try {
        assert.deepEqual(await logOf(threads, files), await logOf(await LogFile.create(), files));
      } finally {
        await threads.close();
      }
    });
  }
}

test('a file that cannot be read on is given up with its own error', async () => {
  const threads = new LogOfThreads([undefined], 2, BLOCK);
  try {
    let reads = 0;
    const reading = threads.read((into) => {
      if (++reads > 9) return Promise.reject(new Error('The disk is gone.'));
      into.set(Buffer.from(text.slice(0, into.length)));
      return Promise.resolve(Math.min(text.length, into.length));
    });
    await assert.rejects(reading, /^Error: The disk is gone\.$/);
  } finally {
    await threads.close();
  }
});

for (const missing of ['compile', 'Memory'] as const) {
  test(`without WebAssembly.${missing} the log is read as text`, async () => {
    const whole = WebAssembly[missing];
    const expected = await logOf(await LogFile.create(), [text]);
    Object.assign(WebAssembly, {
      [missing]: function forbidden() {
        throw new Error('The policy forbids it.');
      },
    });
    try {
      assert.deepEqual(await logOf(await LogFile.create(), [text]), expected);
    } finally {
      Object.assign(WebAssembly, { [missing]: whole });
    }
  });
}
