/** The same log, plain, packed and in UTF-16, says the same; archives that are damaged say so. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { readFiles } from './read-files.ts';
import { type NamedBlob, sourcesOf } from './sources.ts';
import { bigLog } from '../../../../../tests/logs/big-log.ts';
import { withoutPlaces } from '../testing/file-help.ts';

const TEXT = [...bigLog({ seed: 31, bytes: 300_000, refused: 0.15, changed: 0.01 })].join('');
const PLAIN = new Blob([TEXT]);

async function zipOf(files: Record<string, Blob>): Promise<Blob> {
  const zip = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
  for (const [name, blob] of Object.entries(files)) await zip.add(name, new BlobReader(blob));
  return zip.close();
}

async function logOf(...files: NamedBlob[]): Promise<unknown> {
  const { reading } = await readFiles(await sourcesOf(files));
  return withoutPlaces(reading.log);
}

const FORMS: Record<string, () => Promise<NamedBlob>> = {
  'a.log.gz': () => Promise.resolve({ name: 'a.log.gz', blob: new Blob([gzipSync(TEXT)]) }),
  'UTF-16 with its mark': () =>
    Promise.resolve({ name: 'a.log', blob: new Blob([Buffer.from(`\uFEFF${TEXT}`, 'utf16le')]) }),
  'UTF-16 without it': () =>
    Promise.resolve({ name: 'a.log', blob: new Blob([Buffer.from(TEXT, 'utf16le')]) }),
  'a.zip': async () => ({ name: 'a.zip', blob: await zipOf({ 'logs/a.log': PLAIN }) }),
};

for (const [form, make] of Object.entries(FORMS)) {
  test(`${form} says what the plain file says`, async () => {
    assert.deepEqual(await logOf(await make()), await logOf({ name: 'a.log', blob: PLAIN }));
  });
}

test('several files are one log, in the order of their days, and rows name their file', async () => {
  const half = TEXT.indexOf('\n', TEXT.length / 2) + 1;
  const head = TEXT.slice(0, TEXT.indexOf('\n2026') + 1);
  const files = [
    { name: 'u_ex10.log', blob: new Blob([head, TEXT.slice(half)]) },
    { name: 'u_ex9.log', blob: new Blob([TEXT.slice(0, half)]) },
  ];
  const { reading } = await readFiles(await sourcesOf(files));
  const whole = await readFiles(await sourcesOf([{ name: 'a.log', blob: PLAIN }]));
  const counts = (log = reading.log) =>
    log?.sequences.map(({ outcome, count }) => [outcome, count]);
  assert.deepEqual(counts(), counts(whole.reading.log));
  const [first] = reading.log?.entries ?? [];
  assert.equal(first?.file, 'u_ex9.log');
});

for (const [name, bytes] of [
  ['cut.log.gz', gzipSync(TEXT).subarray(0, 5_000)],
  ['cut.zip', Buffer.from('PK\u0003\u0004 and no more')],
] as const) {
  test(`${name} is refused with a sentence`, async () => {
    const files = [{ name, blob: new Blob([bytes]) }];
    await assert.rejects(
      async () => readFiles(await sourcesOf(files)),
      new RegExp(`^Error: ${name} is damaged or not a whole `),
    );
  });
}
