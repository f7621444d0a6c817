import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { XML_DEPTH } from '../limits.ts';
import { assertLinear } from '../../../tests/unit/linear.ts';
import { readXml, type XmlElement } from './xml.ts';

/** `a[x=1](b "text")`: names, attributes, children and text. */
function outline({ name, attributes, children, text }: XmlElement): string {
  const written = attributes.map((one) => `${one.name}=${one.value}`).join(' ');
  const inside = [
    ...children.map(outline),
    ...(text.trim() === '' ? [] : [JSON.stringify(text.trim())]),
  ];
  return `${name}${written && `[${written}]`}${inside.length > 0 ? `(${inside.join(' ')})` : ''}`;
}

function all(elements: readonly XmlElement[]): XmlElement[] {
  return elements.flatMap((one) => [one, ...all(one.children)]);
}

const rows: [name: string, text: string, expected: string, problems?: RegExp[]][] = [
  ['attributes and text', '<a x="1" y=\'2\'><b/>t</a>', 'a[x=1 y=2](b "t")'],
  ['entities of XML', '<a x="&lt;&#65;&amp;">&gt;</a>', 'a[x=<A&](">")'],
  ['several roots, text around', 'C:\\> type x\n<a/> and <b></b>\n```', 'a b'],
  ['a declaration in the middle', 'see\n<?xml version="1.0"?>\n<a/>', 'a'],
  ['a comment holds nothing', '<a><!-- <b/> --><c/></a>', 'a(c)'],
  ['CDATA is text', '<a><![CDATA[<b/>]]></a>', 'a("<b/>")'],
  ['escaped for HTML', '&lt;a x=&quot;1&quot;&gt;&lt;b/&gt;&lt;/a&gt;', 'a[x=1](b)'],
  ['a little escaped XML in a value', '<a x="&lt;b/&gt;"/>', 'a[x=<b/>]'],
  ['quoted in mail, in the middle of a tag', '> <a\n> x="1">\n> <b/>\n> </a>', 'a[x=1](b)'],
  ['a tag that ends on the next line', '<a\n  x="1"\n>\n<b/></a>', 'a[x=1](b)'],
  ['bullets of a pastebin', '- <a\n- x="1"\n- >\n- <b/>\n- </a>', 'a[x=1](b)'],
  ['numbers of a pastebin', '  1. <a\n  2.    x="1"\n  3.    >\n  4. <b/>\n  5. </a>', 'a[x=1](b)'],
  ['bars of a gist', '<a | |\nx="1" | |\n> | |\n<b/> | |\n</a> | |', 'a[x=1](b)'],
  ['a number in one line', '<a>\n1. b\n<c/>\n</a>', 'a(c "1. b")'],
  ['dashes of a viewer', '- <a>\n  - <b>\n  <c/>\n  </b>\n  </a>', 'a(b(c))'],
  ['quotation marks of a word processor', '<add value=”NTLM”/>', 'add[value=NTLM]'],
  ['a bare ampersand', '<a u="/x?b=1&c=2" v="3"/>', 'a[u=/x?b=1&c=2 v=3]'],
  ['torn at the end', '<a x="1"><b y="2', 'a[x=1](b)', [/ends before <\/b>/]],
  ['torn at the beginning', 'x="1"/></c></d><a/>', 'a', [/<\/c> closes an element/]],
  ['wrong order', '<a><b></a><c/>', 'a(b) c', [/Expected <\/b> before <\/a>/]],
  ['a stray closing tag', '<a><b></x><c/></b></a>', 'a(b(c))', [/<\/x> closes/]],
  [
    'a tag torn in its middle',
    '<a><b y="2\n<c z="3"/></b></a>',
    'a(b(c[z=3]))',
    [/end of the tag/],
  ],
  ['a comment without end', '<a/><!-- <b/>', 'a', [/Expected -->/]],
  ['no quotation marks', '<a x=1 y="2"/>', 'a[x=1 y=2]', [/unquoted/]],
  ['an entity nobody defined', '<a x="&lol;"/>', 'a[x=&lol;]', [/undefined entity/]],
  ['no XML at all', 'if a < b and c > d', ''],
];

for (const [name, text, expected, problems = []] of rows) {
  test(`XML: ${name}`, () => {
    const xml = readXml(text);
    assert.equal(xml.roots.map(outline).join(' '), expected);
    if (name === 'no XML at all') return;
    assert.equal(xml.problems.length, problems.length, JSON.stringify(xml.problems));
    problems.forEach((pattern, index) => {
      assert.match(xml.problems[index]?.message ?? '', pattern);
    });
  });
}

test('Places are those of the original text', () => {
  const text = '> - &lt;a x=&quot;1 &amp;amp; 2&quot;&gt;\n> &lt;b&gt;hi&lt;/b&gt;\n> &lt;/a&gt;';
  const [root] = readXml(text).roots;
  const [b] = root?.children ?? [];
  const written = (at?: { start: number; end: number }) => text.slice(at?.start, at?.end);
  assert.ok(root);
  assert.equal(root.attributes[0]?.value, '1 & 2');
  assert.equal(written(root.attributes[0].at), '1 &amp;amp; 2');
  assert.equal(written(root.at), text.slice(4));
  assert.equal(written(b?.textAt), 'hi');
  assert.equal(written(b?.at), '&lt;b&gt;hi&lt;/b&gt;');
});

test('Entities that contain entities are not expanded', () => {
  const entity = (name: string, of: string) => `<!ENTITY ${name} "${`&${of};`.repeat(10)}">`;
  const text = `<!DOCTYPE a [<!ENTITY l0 "lol">${entity('l1', 'l0')}${entity('l2', 'l1')}]><a>&l2;</a>`;
  assert.equal(readXml(text).roots[0]?.text, '&l2;');
});

test('A hundred thousand nested elements are harmless, and said to be left out', () => {
  const { roots, problems } = readXml('<a>'.repeat(100_000));
  assert.equal(all(roots).length, XML_DEPTH);
  assert.match(problems[0]?.message ?? '', /nested more than/);
});

test('Damage costs no more than length', async () => {
  for (const piece of [
    '<a ',
    '<a b="<',
    '<a></b>',
    '</a><b>',
    '&',
    '> ',
    '<!',
    '<a b=" c="',
    '"',
  ]) {
    await assertLinear(piece, readXml);
  }
});

const piece = fc.constantFrom(
  ...Array.from('<>&"\'/= \n!-?[];'),
  ...['<a', '<a x="1"', '/>', '</a>', '<!--', '-->', '<![CDATA[', ']]>', '&lt;', '&gt;', '\ud800'],
  ...['> ', '- <b>', '<!DOCTYPE a [<!', '<?xml?>', 'ü', '\0', '“', '</b>', '&quot;'],
);

test('No input throws, and every place lies in the text', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const { roots, problems } = readXml(text);
      const spans = all(roots).flatMap(({ at, textAt, attributes }) => [
        at,
        ...(textAt ? [textAt] : []),
        ...attributes.map((one) => one.at),
      ]);
      for (const { start, end } of [...spans, ...problems.map(({ at }) => at)]) {
        assert.ok(
          start >= 0 && start <= end && end <= text.length,
          JSON.stringify([text, start, end]),
        );
      }
    }),
    { numRuns: 3_000 },
  );
});
