/** The same log, plain, packed and in UTF-16, says the same; damaged files give what is intact. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { UNPACKED_FREELY } from '../../../limits.ts';
import { readFiles } from './read-files.ts';
import type { NamedBlob } from './log-source.ts';
import { sourcesOf } from './sources.ts';
import { bigLog } from '../../../../../tests/logs/big-log.ts';
import { problemsOf, withoutPlaces } from '../testing/file-help.ts';

const TEXT = [...bigLog({ seed: 31, bytes: 300_000, refused: 0.15, changed: 0.01 })].join('');
const PLAIN = new Blob([TEXT]);
const LONG = new Blob([...bigLog({ seed: 32, bytes: 8_000_000, refused: 0.15 })]);

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
  'a.log.gz of two members': () => {
    const members = [TEXT.slice(0, 99_999), TEXT.slice(99_999)].map((part) => gzipSync(part));
    return Promise.resolve({ name: 'a.log.gz', blob: new Blob(members) });
  },
  'a.log.gz of many members, and what looks like one': () => {
    const parts = Array.from({ length: 40 }, (_, i) => TEXT.slice(i * 8_000, (i + 1) * 8_000));
    const members = [...parts.slice(0, -1), TEXT.slice(39 * 8_000)].map((part) => gzipSync(part));
    // Stored and not compressed, so that the bytes of a header are within the member.
    const lookAlike = gzipSync(gzipSync('#Remark: this is no member'), { level: 0 });
    return Promise.resolve({ name: 'a.log.gz', blob: new Blob([...members, lookAlike]) });
  },
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

test('a ZIP archive with unsafe names is read', async () => {
  // Both names are as long as those that are written, so the archive stays whole.
  const zip = Buffer.from(
    await (await zipOf({ 'XX/a.log': PLAIN, 'XXXb.log': PLAIN })).arrayBuffer(),
  ).toString('latin1');
  const unsafe = zip.replaceAll('XX/a.log', '../a.log').replaceAll('XXXb.log', 'C:\\b.log');
  const blob = new Blob([Buffer.from(unsafe, 'latin1')]);
  const sources = await sourcesOf([{ name: 'a.zip', blob }]);
  assert.deepEqual(
    sources.map(({ name }) => name),
    ['../a.log', 'C:\\b.log'],
  );
  const { reading } = await readFiles(sources);
  assert.ok((reading.log?.rows ?? 0) > 2_000);
  assert.deepEqual(problemsOf(reading), []);
});

const CUT: Record<string, () => Promise<Buffer<ArrayBuffer>>> = {
  'cut.log.gz': () => Promise.resolve(gzipSync(TEXT).subarray(0, 12_000)),
  'second.log.gz': () =>
    Promise.resolve(
      Buffer.concat([gzipSync(TEXT.slice(0, 99_999)), gzipSync(TEXT).subarray(0, 9_000)]),
    ),
  'tail.log.gz': () => Promise.resolve(Buffer.concat([gzipSync(TEXT), Buffer.from('no member')])),
  'changed.zip': async () => {
    const bytes = Buffer.from(await (await zipOf({ 'a.log': LONG })).arrayBuffer());
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(0xff, middle, middle + 100);
    return bytes;
  },
};

for (const [name, make] of Object.entries(CUT)) {
  test(`${name}: the intact part is read, and the rest is told`, async () => {
    const { reading } = await readFiles(
      await sourcesOf([{ name, blob: new Blob([await make()]) }]),
    );
    assert.ok((reading.log?.rows ?? 0) > 100, String(reading.log?.rows));
    assert.match(problemsOf(reading).at(-1) ?? '', / is damaged .*; what is intact was read\.$/);
  });
}

test('one damaged file among others does not take them with it', async () => {
  const files = [
    { name: '1.zip', blob: new Blob(['PK\u0003\u0004 and no more']) },
    { name: '2.log', blob: PLAIN },
  ];
  const { reading } = await readFiles(await sourcesOf(files));
  assert.ok((reading.log?.rows ?? 0) > 1_000);
  assert.deepEqual(problemsOf(reading), ['1.zip is damaged or not a whole ZIP archive.']);
});

for (const [name, bytes, reason] of [
  ['none.log.gz', gzipSync(TEXT).subarray(0, 12), 'is damaged or not a whole gzip file'],
  ['cut.zip', Buffer.from('PK\u0003\u0004 and no more'), 'is damaged or not a whole ZIP archive'],
] as const) {
  test(`${name} is refused with a sentence`, async () => {
    const files = [{ name, blob: new Blob([bytes]) }];
    await assert.rejects(
      async () => readFiles(await sourcesOf(files)),
      new RegExp(`^Error: ${name} ${reason}`),
    );
  });
}

for (const [kind, pack] of Object.entries({
  'a.log.gz': (bytes: Buffer<ArrayBuffer>) => Promise.resolve(new Blob([gzipSync(bytes)])),
  'a.zip': (bytes: Buffer<ArrayBuffer>) => zipOf({ 'a.log': new Blob([bytes]) }),
})) {
  test(`${kind} that unpacks without end is stopped, and what came before is read`, async () => {
    const bomb = Buffer.alloc(UNPACKED_FREELY + 40_000_000);
    bomb.write(TEXT.slice(0, 99_999));
    const { reading } = await readFiles(await sourcesOf([{ name: kind, blob: await pack(bomb) }]));
    assert.ok((reading.log?.rows ?? 0) > 100);
    assert.match(problemsOf(reading).at(-1) ?? '', /^a\.log was not read to its end: it unpacks /);
  });
}
