import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf, printedLines } from './printed-lines.ts';

const texts = (text: string) => printedLines(text).map((line) => line.text);

/** [what, text, its lines] */
const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  ['blank lines are left out', 'a\n\n\r\n  \nb\n', ['a', 'b']],
  ['a quoted mail', '> a\n>> b\n&gt; c\n', ['a', 'b', 'c']],
  ['a fence and bold type', '```\n**a**\n`b`\n```\n', ['a', 'b']],
  ['the edge of a table', '| a |\n', ['a |']],
  ['a wildcard stays', '*.contoso.com\n* item\n', ['*.contoso.com', 'item']],
];

for (const [name, text, expected] of ROWS) {
  test(name, () => {
    assert.deepEqual(texts(text), expected);
  });
}

test('each line has its place, and the numbers of lines count the blank ones', () => {
  const text = '> a\n\n> key: value  \n';
  const [, line] = printedLines(text);
  assert.ok(line);
  assert.deepEqual([line.line, text.slice(line.start, line.end)], [3, 'key: value']);
  const match = /: (.*)/d.exec(line.text);
  assert.ok(match);
  const { start, end } = placeOf(line, match, 1);
  assert.equal(text.slice(start, end), 'value');
});

test('lines in a claimed range are left out', () => {
  const lines = printedLines('a\nb\nc\n', [{ start: 2, end: 3 }]);
  assert.deepEqual(
    lines.map(({ text }) => text),
    ['a', 'c'],
  );
});
