/** Tests that many readers share: a table of texts with what each states, in every disguise. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Fact } from '../../src/core/facts/fact.ts';
import { assertSound, assertWithin, DISGUISES, factsOf, type Sound } from './sound-reader.ts';
import { factsWithoutPlaces } from './without-places.ts';

/** [name, text, its facts in brief; none for a look-alike] */
export type ReaderRow = readonly [name: string, text: string, expected: readonly string[]];

export interface TableOf extends Pick<Sound, 'reader' | 'seen'> {
  readonly brief: (fact: Fact) => string;
  readonly rows: readonly ReaderRow[];
}

/** A test for each row: what is read, and that a text with facts is seen. */
export function testRows({ reader, seen, brief, rows }: TableOf): void {
  for (const [name, text, expected] of rows) {
    test(name, async () => {
      assert.deepEqual((await factsOf(reader, text)).map(brief), expected);
      if (expected.length > 0) assert.ok(seen(text), 'seen');
    });
  }
}

/** A test for each disguise: every row still states the same, where `applies`. */
export function testDisguises(
  { reader, brief, rows }: TableOf,
  applies: (name: string, disguise: string) => boolean = () => true,
): void {
  for (const [how, disguise] of DISGUISES) {
    const shown = rows.filter(([name]) => applies(name, how));
    if (shown.length === 0) continue;
    test(`the same ${how}`, async () => {
      for (const [name, text, expected] of shown) {
        assert.deepEqual((await factsOf(reader, disguise(text))).map(brief), expected, name);
      }
    });
  }
}

/** The files in `fixtures/` beside the test: the same in every disguise, and sound. */
export function testDisguisedFixtures(
  { reader, seen }: Pick<Sound, 'reader' | 'seen'>,
  testFile: string,
): void {
  const folder = new URL('fixtures/', testFile);
  const fixtures = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
  for (const [how, disguise] of DISGUISES) {
    test(`the same ${how}`, async () => {
      for (const [name, text] of fixtures) {
        const expected = await factsWithoutPlaces(reader, text);
        assert.ok(expected.length > 0, name);
        assert.deepEqual(await factsWithoutPlaces(reader, disguise(text)), expected, name);
      }
    });
  }
  test('is sound', () => assertSound({ reader, seen, texts: fixtures.map(([, text]) => text) }));
}

/** The beginning of one text and the end of another, cut anywhere. */
export async function assertMixed(sound: Sound): Promise<void> {
  const text = fc.constantFrom(...sound.texts);
  await fc.assert(
    fc.asyncProperty(text, text, fc.nat(), fc.nat(), (first, second, cut, from) =>
      assertWithin(sound, first.slice(0, cut % first.length) + second.slice(from % second.length)),
    ),
  );
}

/** A piece of a text is replaced by anything at all. */
export function assertDamaged(
  texts: readonly string[],
  check: (text: string) => void,
  { longest, numRuns = 300 }: { readonly longest: number; readonly numRuns?: number },
): void {
  const anywhere = fc.nat({ max: longest });
  fc.assert(
    fc.property(fc.constantFrom(...texts), anywhere, anywhere, fc.string(), (text, a, b, piece) => {
      const [from = 0, to = 0] = [Math.min(a, b), Math.max(a, b)].map((n) => n % (text.length + 1));
      check(text.slice(0, from) + piece + text.slice(to));
    }),
    { numRuns },
  );
}
