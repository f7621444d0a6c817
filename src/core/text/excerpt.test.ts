/** Excerpts: what is shown of a long text, and the way from a place to what is shown and back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertLinear } from '../../../tests/unit/linear.ts';
import { excerptOf, placeInWhole, spanInExcerpt } from './excerpt.ts';

const LINES = Array.from({ length: 2_000 }, (_, i) => `line ${i} of the text`).join('\n');
const LENGTH = 5_000;

const spanOf = (text: string, part: string) => {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
};

test('a text that is short enough is its own excerpt', () => {
  const excerpt = excerptOf('some text', [{ start: 5, end: 9 }]);
  assert.equal(excerpt.text, 'some text');
  assert.deepEqual(spanInExcerpt(excerpt, { start: 5, end: 9 }), { start: 5, end: 9 });
  assert.equal(placeInWhole(excerpt, 5), 5);
});

test('the whole lines of the places are shown, and gaps have a line of their own', () => {
  const excerpt = excerptOf(LINES, [spanOf(LINES, '1500 of')], LENGTH);
  assert.match(excerpt.text, /^line 0 of the text\nline 1 of/);
  assert.match(excerpt.text, /of the text\n…\nline 1500 of the text\n…\n$/);
  assert.ok(excerpt.text.length <= LENGTH, `${excerpt.text.length} are shown`);
  assert.ok(excerpt.text.length > LENGTH - 100, `only ${excerpt.text.length} are shown`);
});

test('lines that follow each other are shown without a gap', () => {
  const places = ['line 1501', 'line 1500', 'line 1500'].map((part) => spanOf(LINES, part));
  const { text } = excerptOf(LINES, places, LENGTH);
  assert.match(text, /…\nline 1500 of the text\nline 1501 of the text\n…\n$/);
});

test('a place near the beginning is not shown twice', () => {
  const { text } = excerptOf(LINES, [spanOf(LINES, 'line 3 of')], LENGTH);
  assert.equal(text.split('line 3 of').length, 2);
});

test('of too many places the first are shown', () => {
  const places = Array.from({ length: 1_000 }, (_, i) => spanOf(LINES, `line ${1_999 - i} of`));
  const { text } = excerptOf(LINES, places, LENGTH);
  assert.match(text, /line 1999 of the text$/);
  assert.ok(!text.includes('line 1001 of'));
  assert.match(text, /^line 0 of/);
  assert.ok(text.length <= LENGTH);
});

test('one endless line is shown in pieces, a long place from its beginning', () => {
  const text = `${'a'.repeat(50_000)}${'T'.repeat(9_000)}${'b'.repeat(50_000)}`;
  const excerpt = excerptOf(text, [{ start: 50_000, end: 59_000 }], 6_000);
  assert.match(excerpt.text, /^a+\n…\na{300}T{2300}\n…\n$/);
  const at = spanInExcerpt(excerpt, { start: 50_000, end: 59_000 });
  assert.equal(excerpt.text.slice(at?.start, at?.end), 'T'.repeat(2_300));
});

test('what is left out has no place, in either direction', () => {
  const excerpt = excerptOf(LINES, [], LENGTH);
  assert.equal(spanInExcerpt(excerpt, spanOf(LINES, 'line 1500')), undefined);
  assert.equal(placeInWhole(excerpt, excerpt.text.indexOf('…')), undefined);
});

test('every place that is shown is shown as it is, and found again', () => {
  const place = fc
    .tuple(fc.nat(LINES.length - 1), fc.integer({ min: 1, max: 4_000 }))
    .map(([start, length]) => ({ start, end: Math.min(LINES.length, start + length) }));
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), fc.nat(20_000), (places, more) => {
      const length = LENGTH + more;
      const excerpt = excerptOf(LINES, places, length);
      assert.ok(excerpt.text.length <= length);
      for (const span of places) {
        const at = spanInExcerpt(excerpt, span);
        if (!at) continue;
        const shown = excerpt.text.slice(at.start, at.end);
        assert.ok(shown.length > 0 && LINES.startsWith(shown, span.start));
        assert.equal(placeInWhole(excerpt, at.start), span.start);
      }
      const [first] = places;
      if (first) assert.ok(spanInExcerpt(excerpt, first), 'the first place is shown');
    }),
  );
});

test('one endless line full of places is read in linear time', async () => {
  await assertLinear('401.1 ', (text) => {
    const places = [...text.matchAll(/401/g)].map(({ index }) => ({
      start: index,
      end: index + 3,
    }));
    excerptOf(text, places, LENGTH);
  });
});
