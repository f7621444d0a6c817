/** Quoted lines: every mark is seen, and what is far from all of them gives way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clipped } from './clip.ts';

const shown = (line: string, ...marks: [number, number][]) =>
  clipped(
    line,
    marks.map(([start, end]) => ({ start, end })),
  )
    .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
    .join('');

test('a short line is quoted as it is, without its indent', () => {
  assert.equal(shown('\tServer: HTTP/a @ B', [9, 15]), 'Server: [HTTP/a] @ B');
});

test('two marks that overlap are one', () => {
  assert.equal(shown('abcdef', [1, 3], [2, 4]), 'a[bcd]ef');
});

const ROW = `2026-11-20 03:12:44 10.0.0.12 GET /app/ - 443 - 10.0.0.81 ${'Mozilla/5.0+'.repeat(12)} 401 1 2148074254 12`;

test('a long row keeps its beginning and what is around the mark', () => {
  const start = ROW.indexOf('401 1');
  assert.equal(
    shown(ROW, [start, start + 16]),
    '2026-11-20 03:12:44 10.0.0.12 GET /app/ - … [401 1 2148074254] 12',
  );
});

test('every mark is there, and a quote is never much longer than a line', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 3000 }),
      fc.array(fc.tuple(fc.nat(3000), fc.integer({ min: 1, max: 3000 })), { maxLength: 4 }),
      (line, pairs) => {
        const text = line.trim();
        const marks = pairs
          .map(([start, size]) => ({ start, end: Math.min(start + size, text.length) }))
          .filter(({ start, end }) => end > start);
        const cuts = clipped(text, marks);
        if (marks.length > 0) assert.ok(cuts.some(({ isMarked }) => isMarked));
        assert.ok(cuts.map((cut) => cut.text).join('').length <= 500);
      },
    ),
  );
});
