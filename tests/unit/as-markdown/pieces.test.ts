/** Articles are cut where they should be, and nothing of them is lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributesOf } from '../../../src/as-markdown/attributes.ts';
import { piecesOf } from '../../../src/as-markdown/pieces.ts';
import { ARTICLE_FILES } from '../site/content.ts';

const CUT: [string, string, string[]][] = [
  ['prose', 'One.\n\nTwo.', ['prose']],
  ['a fence', 'One.\n```text\n<Note>\n```\nTwo.', ['prose', 'code', 'prose']],
  ['a fence in a list', '- One\n\n  ```text\n  <Note>\n  ```', ['prose', 'code']],
  ['a fence that does not end', '```text\n<Note>', ['code']],
  ['a component on one line', '<Sample id="x" />\nTwo.', ['Sample', 'prose']],
  ['a component with text', '<Note>\n  One.\n</Note>', ['Note']],
  ['a component with text on one line', '<Note>One.</Note>', ['Note']],
  ['a component on more lines', '<Ladder\n  a={[\n  1 ]}\n/>\nTwo.', ['Ladder', 'prose']],
  ['an element of HTML', '<br />', ['prose']],
];

for (const [name, body, expected] of CUT) {
  test(`cuts ${name}`, () => {
    const pieces = piecesOf(body);
    assert.deepEqual(
      pieces.map((piece) => (piece.kind === 'component' ? piece.name : piece.kind)),
      expected,
    );
  });
}

test('the text of a component loses its indent, and the component keeps its own', () => {
  assert.deepEqual(piecesOf('  <Note>\n    One\n      two\n  </Note>'), [
    { kind: 'component', name: 'Note', attributes: '', inner: 'One\n  two', indent: '  ' },
  ]);
});

test('a component that does not end is a mistake', () => {
  assert.throws(() => piecesOf('<Note>\n\nOne.'), /<Note> does not end/);
});

for (const { slug, body } of ARTICLE_FILES) {
  test(`every line of prose and code of ${slug} is in a piece`, () => {
    const pieces = piecesOf(body);
    const kept = pieces.map((piece) => (piece.kind === 'component' ? piece.inner : piece.text));
    const text = kept.join('\n');
    const lost = body
      .split('\n')
      .filter((line) => /^[#|*`\w-]/.test(line))
      .filter((line) => !text.includes(line));
    assert.deepEqual(lost, []);
  });
}

const ATTRIBUTES: [string, Record<string, unknown>][] = [
  ['', {}],
  [' id="one" ', { id: 'one' }],
  [` names={['a', "it's"]} caption="x"`, { names: ['a', "it's"], caption: 'x' }],
  [` steps={[\n  { text: 'a } b', n: 1 },\n]}\n`, { steps: [{ text: 'a } b', n: 1 }] }],
];

for (const [source, expected] of ATTRIBUTES) {
  test(`the attributes of ${JSON.stringify(source)}`, () => {
    assert.deepEqual(JSON.parse(JSON.stringify(attributesOf(source))), expected);
  });
}
