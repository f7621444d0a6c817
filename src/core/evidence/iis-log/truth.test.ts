/**
 * Logs with a known truth: attempts of every outcome, by many clients at once, mixed into ordinary
 * traffic by a generator with a fixed seed. The counts must be those that were written, whatever was
 * then done to the text.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { generate } from './testing/generate.ts';
import { FIELDS, read } from './testing/help.ts';

/** Count per outcome; outcomes with several articles are added up. */
function counts(text: string): [string, number][] {
  const found = new Map<string, number>();
  for (const { outcome, count } of read(text).sequences) {
    found.set(outcome, (found.get(outcome) ?? 0) + count);
  }
  return [...found].sort();
}

/** [what is done to the lines, the text] */
const TREATMENTS: [string, (lines: string[]) => string][] = [
  ['as written', (lines) => [FIELDS, ...lines].join('\r\n')],
  ['without the header', (lines) => lines.join('\n')],
  [
    'the header again and again',
    (lines) => [FIELDS, ...lines].join('\n').replace(/(?<=:3\d .*)\n/g, `\n${FIELDS}\n`),
  ],
  ['quoted', (lines) => lines.map((line) => `> ${line}`).join('\n')],
  ['glued', (lines) => lines.join('')],
  ['wrapped', (lines) => lines.map((line) => line.replace(/(.{72})/g, '$1\n')).join('\n')],
  ['without the server', (lines) => [FIELDS, ...lines].join('\n').replaceAll(' 10.0.0.4', '')],
  ['with prose between', (lines) => lines.join('\n\nand then, at some time later:\n\n')],
];

for (const [name, treat] of TREATMENTS) {
  for (const seed of [1, 2, 3]) {
    test(`${name}, seed ${seed}: every outcome as often as it was written`, () => {
      const { lines, truth, refusals } = generate(seed, 250);
      const text = treat(lines);
      assert.deepEqual(counts(text), [...truth].sort());
      const log = read(text);
      const read401 = log.statuses.filter(({ status }) => status === 401);
      assert.equal(log.rows, lines.length);
      assert.equal(log.unreadable, 0);
      assert.equal(
        read401.reduce((sum, { rows }) => sum + rows, 0),
        refusals,
      );
    });
  }
}

test('rows that are lost change only the attempts they belong to', () => {
  const { lines, truth } = generate(7, 250);
  const torn = lines.map((line, i) => (i % 40 === 0 ? line.slice(0, 60) : line)).join('\n\n');
  const log = read(`${FIELDS}\n${torn}`);
  assert.equal(log.unreadable, Math.ceil(lines.length / 40));
  assert.equal(log.rows + log.unreadable, lines.length);
  const total = log.sequences.reduce((sum, { count }) => sum + count, 0);
  const written = [...truth.values()].reduce((sum, count) => sum + count, 0);
  assert.ok(Math.abs(total - written) <= log.unreadable);
});
