import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonAround } from './json-around.ts';

const ROWS: readonly [name: string, text: string, found: string, expected: string][] = [
  ['alone', '{"a": 1}', '"a"', '{"a": 1}'],
  ['below rows', '2026-03-02 08:15:02 401\n{"a": 1}', '"a"', '{"a": 1}'],
  [
    'between texts',
    'above\n{\n  "a": [\n    "b"\n  ]\n}\nbelow',
    '"b"',
    '{\n  "a": [\n    "b"\n  ]\n}',
  ],
  ['after an empty line', '{"x": 1}\n\n{"a": 1}', '"a"', '{"a": 1}'],
];

for (const [name, text, found, expected] of ROWS) {
  test(`JSON ${name}`, () => {
    const start = text.indexOf(found);
    const around = jsonAround(text, { start, end: start + found.length });
    assert.equal(text.slice(around.start, around.end), expected);
  });
}

test('the range lies in the text and holds what was found', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('{', '"', '\n', 'a', ' ') }),
      fc.nat(),
      (text, seed) => {
        const start = seed % (text.length + 1);
        const around = jsonAround(text, { start, end: start });
        assert.ok(around.start >= 0 && around.start <= start);
        assert.ok(around.end >= start && around.end <= text.length);
      },
    ),
  );
});
