/** The table of messages: its shape, its words, its size, and that each message is found. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { isArticle } from '../../../src/core/articles.ts';
import { describeName } from '../../../src/core/codes/lookup.ts';
import { findSentences } from '../../../src/core/evidence/sentence/find-sentences.ts';
import { patternOf } from '../../../src/core/evidence/sentence/patterns.ts';
import { listOf, TABLE, WORDINGS } from '../../../src/core/evidence/sentence/table.ts';

interface Found {
  readonly source: string;
  readonly example?: string;
}

const read = (file: string): unknown => JSON.parse(readFileSync(`content/${file}`, 'utf8'));
const ROWS = TABLE.sentences;
const { sources, found } = read('sentence-sources.json') as {
  sources: Record<string, string>;
  found: Record<string, Found>;
};
const CHECKS = new Set((read('checks.json') as { id: string }[]).map(({ id }) => id));

/** Most that the table may weigh in the browser, in gzipped bytes. */
const MOST_BYTES = 20 * 1024;
const FIELDS = /^(?:id|from|match|code|meaning|article|weight|introduces|proves|next|caveat)$/;
const PLACEHOLDERS =
  /\{(?!(?:spn|host|domain|user|keytab|principal|dc|account|site|path)\})[^}]*\}/;
const WEIGHTS = new Set(['error', 'warning', 'info']);
const STATES = new Set(['passed', 'failed', 'known']);
const MACHINES = new Set(['client', 'server', 'domain-controller', 'anywhere']);

/** A text that the wording stands for. */
const written = (wording: string): string =>
  wording.replaceAll('<name>', 'HTTP/web@CONTOSO.COM').replaceAll('*', 'x');

/** Id of the first message in a text. */
const firstIn = (text: string): string | undefined => findSentences(text, WORDINGS)[0]?.id;

function assertSentence(text: string, where: string): void {
  assert.match(text, /[^.]\.$/, `${where} is a sentence`);
  assert.doesNotMatch(text, / {2}|\s$/, `${where} has single spaces`);
}

test('every row has an id of its own and no field that nobody reads', () => {
  const ids = ROWS.map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)]);
  for (const row of ROWS) {
    assert.match(row.id, /^[a-z\d]+(?:-[a-z\d]+)*$/);
    for (const field of Object.keys(row)) assert.match(field, FIELDS, row.id);
    assert.ok(WEIGHTS.has(row.weight), row.id);
  }
});

test('every row says who prints it, and every printer prints something', () => {
  const used = new Set(ROWS.flatMap(({ from }) => listOf(from)));
  assert.deepEqual([...used].sort(), Object.keys(TABLE.printers).sort());
});

test('every row leads to an article, by itself or by its code', () => {
  for (const { id, code, article, meaning } of ROWS) {
    const ofCode = code === undefined ? undefined : describeName(code);
    if (code !== undefined) assert.ok(ofCode, `${id}: ${code} is not in content/codes`);
    assert.ok(isArticle(article ?? ofCode?.article ?? ''), id);
    assertSentence(meaning ?? ofCode?.meaning ?? '', `meaning of ${id}`);
  }
});

test('what a row proves is a check of the list', () => {
  for (const { id, proves = [], caveat } of ROWS) {
    if (caveat !== undefined) assertSentence(caveat, `caveat of ${id}`);
    for (const { check, state, says } of proves) {
      assert.ok(CHECKS.has(check), `${id}: ${check}`);
      assert.ok(STATES.has(state), `${id}: ${state}`);
      assertSentence(says, `what ${id} proves`);
    }
  }
});

test('every step is used, and fills in names that there are', () => {
  const used = new Set([
    ...ROWS.flatMap(({ next = [] }) => next),
    ...Object.values(TABLE.stepsOfArticle).flat(),
  ]);
  assert.deepEqual([...used].sort(), Object.keys(TABLE.steps).sort());
  for (const article of Object.keys(TABLE.stepsOfArticle)) assert.ok(isArticle(article), article);
  for (const [key, step] of Object.entries(TABLE.steps)) {
    if ('say' in step) {
      assertSentence(step.say, key);
      continue;
    }
    assert.ok(MACHINES.has(step.on), key);
    assert.doesNotMatch(step.run, PLACEHOLDERS, key);
  }
});

test('every wording can be searched for and belongs to one row', () => {
  const seen = new Map<string, string>();
  for (const { id, match } of ROWS) {
    for (const wording of listOf(match)) {
      assert.ok(patternOf(id, wording), `${id}: "${wording}" begins with two words`);
      const key = wording.toLowerCase();
      assert.equal(seen.get(key), undefined, `${id}: "${wording}" is in two rows`);
      seen.set(key, id);
    }
  }
});

for (const { id, match } of ROWS) {
  test(`the messages of ${id} are found as such`, () => {
    for (const wording of listOf(match)) assert.equal(firstIn(written(wording)), id, wording);
    const example = found[id]?.example;
    if (example !== undefined) {
      const ids = findSentences(example, WORDINGS).map((one) => one.id);
      assert.ok(ids.includes(id), `${example}: ${ids.join()}`);
    }
  });
}

test('every row says where it was found, and every source is used', () => {
  assert.deepEqual(
    Object.keys(found),
    ROWS.map(({ id }) => id),
  );
  const used = new Set(Object.values(found).map(({ source }) => source));
  assert.deepEqual([...used].sort(), Object.keys(sources).sort());
  for (const url of Object.values(sources)) assert.match(url, /^https:\/\/[^\s]+$/);
});

test('the table stays within its weight', () => {
  const bytes = gzipSync(JSON.stringify(read('sentences.json')), { level: 9 }).length;
  assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
});
