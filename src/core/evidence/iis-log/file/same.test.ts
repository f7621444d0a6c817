/** A file read from bytes says the same as the same rows in a paste, however it comes in pieces. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { bigLog } from '../../../../../tests/logs/big-log.ts';
import { SHAPES, shaped } from '../../../../../tests/logs/shapes.ts';
import { readLogText, readLogTexts } from '../read-texts.ts';
import { samples } from '../testing/help.ts';
import { oddLog } from '../testing/odd-rows.ts';
import { everyBytes, problemsOf, readBytes, withoutPlaces } from '../testing/file-help.ts';
import { readFiles } from './read-files.ts';
import { sourcesOf } from './sources.ts';

const UTF8 = new TextEncoder();

for (const { file, text } of samples()) {
  test(`${file}: the same from bytes as from a paste`, async () => {
    const paste = readLogText(text.replace(/^\uFEFF/, ''));
    if (!paste) return;
    const bytes = UTF8.encode(text.replace(/^\uFEFF/, ''));
    for (const step of [bytes.length + 1, 1_000, 61]) {
      const { reading } = await readBytes(bytes, everyBytes(bytes.length, step), step);
      assert.deepEqual(withoutPlaces(reading.log), withoutPlaces(paste.log));
      assert.deepEqual(problemsOf(reading), problemsOf(paste));
    }
  });
}

test('any log in any pieces: the same as in a paste', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        seed: fc.integer({ min: 1, max: 1_000_000 }),
        bytes: fc.integer({ min: 0, max: 60_000 }),
        refused: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.constantFrom(0, 0.01, 0.3),
        changed: fc.constantFrom(0, 0.02, 0.5),
        lineEnd: fc.constantFrom('\n', '\r\n'),
      }),
      fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 70_000 }),
      async (recipe, cuts, block) => {
        const text = [...bigLog(recipe)].join('');
        const bytes = UTF8.encode(text);
        const paste = readLogText(text);
        const sorted = cuts.sort((a, b) => a - b);
        const { reading } = await readBytes(bytes, sorted, block);
        assert.deepEqual(withoutPlaces(reading.log), withoutPlaces(paste?.log));
        assert.deepEqual(problemsOf(reading), problemsOf(paste));
      },
    ),
    { numRuns: 40 },
  );
});

test('a log in any shape, with values of any kind: the same as in a paste', async () => {
  await fc.assert(
    fc.asyncProperty(
      oddLog,
      fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 5 }),
      fc.integer({ min: 500, max: 70_000 }),
      async ({ text }, cuts, block) => {
        const paste = readLogText(text);
        const sorted = cuts.sort((a, b) => a - b);
        const { reading } = await readBytes(UTF8.encode(text), sorted, block);
        assert.deepEqual(withoutPlaces(reading.log), withoutPlaces(paste?.log));
        assert.deepEqual(problemsOf(reading), problemsOf(paste));
      },
    ),
    { numRuns: 60 },
  );
});

for (const [name, shape] of Object.entries(SHAPES)) {
  test(`${name}: its rows are scanned, and say what the log says`, async () => {
    const log = () => bigLog({ seed: 41, bytes: 150_000, refused: 0.2 });
    const text = [...shaped(log(), shape)].join('');
    const paste = readLogText(text);
    const { reading } = await readBytes(UTF8.encode(text), [], 40_000);
    assert.deepEqual(withoutPlaces(reading.log), withoutPlaces(paste?.log));
    const whole = readLogText([...log()].join(''))?.log;
    const { rows, statuses, sequences } = reading.log ?? {};
    assert.deepEqual([rows, statuses], [whole?.rows, whole?.statuses]);
    const counts = (list = whole?.sequences) => list?.map(({ outcome, count }) => [outcome, count]);
    assert.deepEqual(counts(sequences), counts());
  });
}

test('files of which only the first has a header: the same as pastes, and as with headers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        seed: fc.integer({ min: 1, max: 1_000_000 }),
        bytes: fc.integer({ min: 5_000, max: 60_000 }),
        refused: fc.double({ min: 0, max: 1, noNaN: true }),
        changed: fc.constantFrom(0, 0.02),
      }),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('first', 'all', 'none'),
      fc.constantFrom(...Object.keys(SHAPES).filter((shape) => !shape.includes('semicolons'))),
      async (recipe, count, heads, shape) => {
        const write = SHAPES[shape] ?? ((line) => line);
        const lines = [...shaped(bigLog(recipe), write)].join('').split('\r\n').slice(0, -1);
        const head = lines.filter((line) => /#|^"?date/.test(line));
        const rows = lines.slice(head.length);
        const each = Math.ceil(rows.length / count);
        const files = Array.from({ length: count }, (_, i) => {
          const hasHead = heads === 'all' || (heads === 'first' && i === 0);
          const own = [...(hasHead ? head : []), ...rows.slice(i * each, (i + 1) * each)];
          return { name: `u_ex${i + 10}.log`, text: own.map((line) => `${line}\r\n`).join('') };
        });
        const pastes = readLogTexts(
          files.map(({ name, text }) => ({ text, ...(count > 1 && { file: name }) })),
        );
        const blobs = files.map(({ name, text }) => ({ name, blob: new Blob([text]) }));
        const { reading } = await readFiles(await sourcesOf(blobs));
        assert.deepEqual(withoutPlaces(reading.log), withoutPlaces(pastes?.log));
        if (heads === 'first' && recipe.changed === 0)
          assert.equal(
            reading.log?.reading.some(({ by }) => by === 'types'),
            false,
          );
      },
    ),
    { numRuns: 60 },
  );
});

/** The rows of a log as objects, as ConvertTo-Json and its like write them. */
function objects(): Record<string, string>[] {
  const text = [...bigLog({ seed: 23, bytes: 700_000, refused: 0.2, lineEnd: '\n' })].join('');
  const names = /#Fields: (.*)/.exec(text)?.[1]?.split(' ') ?? [];
  const rows = text.split('\n').filter((line) => line.startsWith('2026'));
  return rows.map((row) => Object.fromEntries(row.split(' ').map((v, i) => [names[i] ?? '', v])));
}

const JSON_FORMS: Record<string, (rows: object[]) => string> = {
  'an indented list': (rows) => JSON.stringify(rows, null, 4),
  'an indented list in an object': (rows) => JSON.stringify({ count: 1, records: rows }, null, 2),
  'a list in one line': (rows) => JSON.stringify(rows),
  'a line each': (rows) => rows.map((row) => JSON.stringify(row)).join('\n'),
};

for (const [form, write] of Object.entries(JSON_FORMS)) {
  test(`JSON of more than a block, ${form}: the same as in a paste`, async () => {
    const text = write(objects());
    const bytes = UTF8.encode(text);
    const paste = readLogText(text);
    const { reading } = await readBytes(bytes, [300_000], 150_000);
    assert.ok(text.length > 1_000_000 && (paste?.log?.rows ?? 0) > 2_000);
    assert.deepEqual(withoutPlaces(reading.log), withoutPlaces(paste?.log));
  });
}

test('every value of the excerpt is where its span says', async () => {
  const text = [...bigLog({ seed: 5, bytes: 50_000, refused: 0.2, cut: 0.05, changed: 0.1 })].join(
    '',
  );
  const { text: excerpt, reading } = await readBytes(UTF8.encode(text), [9_000, 30_001], 7_000);
  for (const { fields } of reading.log?.entries ?? []) {
    for (const { value, at } of fields) assert.equal(excerpt.slice(at.start, at.end), value);
  }
  assert.ok((reading.log?.entries.length ?? 0) > 20);
});
