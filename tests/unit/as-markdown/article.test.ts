/** Every article has a Markdown that needs nothing but Markdown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleMarkdown, type ArticleText } from '../../../src/as-markdown/article.ts';
import { ARTICLE_FILES } from '../site/content.ts';
import { contextFor } from './context.ts';

const HEAD: Omit<ArticleText, 'body'> = {
  title: 'Duplicate SPN',
  summary: 'Two accounts.',
  appliesTo: ['IIS 7.0', 'IIS 10.0'],
  reviewed: '2026-11-21',
  sources: [
    { title: '[MS-KILE]', publisher: 'Microsoft', date: '2024', url: 'https://example.com/a(b)' },
  ],
};

const markdown = (body: string, page = '/kerberos/spn-duplicate/') =>
  articleMarkdown({ ...HEAD, body }, contextFor(page));

/** The text without fenced blocks and code spans, where anything may stand. */
const outsideCode = (text: string) =>
  text.replaceAll(/^ *```[^]*?^ *```$/gm, '').replaceAll(/`+[^`]+`+/g, '');

test('the head and the sources frame the text', async () => {
  assert.equal(
    await markdown('Text.\n'),
    [
      '# Duplicate SPN',
      '> Two accounts.',
      '- Applies to: IIS 7.0; IIS 10.0\n- Reviewed: 2026-11-21\n- Page: [/kerberos/spn-duplicate/](/kerberos/spn-duplicate/)',
      'Text.',
      '## Sources',
      String.raw`- [\[MS-KILE\]](<https://example.com/a(b)>), Microsoft, 2024` + '\n',
    ].join('\n\n'),
  );
});

const BODIES: [string, string, string | RegExp][] = [
  ['an article', '[a](article:spn-missing)', '[a](/kerberos/spn-missing/)'],
  ['a section', '[a](article:spn-missing#x)', '[a](/kerberos/spn-missing/#x)'],
  ['its own section', '[a](#sources)', '[a](/kerberos/spn-duplicate/#sources)'],
  ['a code', '[`a`](code:401.2)', '[`a`](/reference/codes/http/#http-401-2)'],
  ['the web', '[a](https://example.com/)', '[a](https://example.com/)'],
  ['a link in code', '`[a](article:x)`', '`[a](article:x)`'],
  ['a comment', 'One{/* not for readers */}.', 'One.'],
  ['a term', 'A <Term id="spn">SPN</Term> is', 'A SPN is'],
  ['a note', '<Note>\n  One.\n\n  Two.\n</Note>', '> **Note**\n>\n> One.\n>\n> Two.'],
  [
    'a caution',
    '<Caution>[a](article:klist-guide)</Caution>',
    /^> \*\*Caution\*\*\n>\n> \[a\]\(\//m,
  ],
  [
    'a ladder',
    `<Ladder\n  actors={['A', 'B']}\n  caption="Two"\n  steps={[\n    { from: 'A', to: 'B', text: 'GET /', note: 'no header' },\n    { from: 'B', to: 'A', text: '401 2 5' },\n  ]}\n/>`,
    '1. A to B: GET / (no header)\n2. B to A: 401 2 5\n\n*Two*',
  ],
  [
    'a sample',
    '<Sample id="normal-kerberos" />',
    /\*\*Sample:\*\* \[.+\]\(\/samples\/normal-kerberos\.txt\)\n\n```text\n#Fields[^]+401 2 5[^]+```\n\n\*\*Finding\*\* \(ok, `log\./,
  ],
  [
    'the glossary',
    '<GlossaryList />',
    /^- \*\*ACL\*\* \(access control list\): The list .* \[401-3-acl\]\(/m,
  ],
];

for (const [name, body, expected] of BODIES) {
  test(`${name} in Markdown`, async () => {
    const text = await markdown(body);
    if (typeof expected === 'string') assert.ok(text.includes(`\n\n${expected}\n\n`), text);
    else assert.match(text, expected);
  });
}

test('what has no Markdown form fails the build and is named', async () => {
  await assert.rejects(markdown('<Wheel size="3" />'), /<Wheel>.*src\/as-markdown\/components\.ts/);
  await assert.rejects(markdown('A <Wheel /> here'), /<Wheel> inside a line/);
  await assert.rejects(markdown('[a](article:no-such)'), /no-such/);
  await assert.rejects(markdown('[a](code:NO_SUCH)'), /NO_SUCH/);
  await assert.rejects(markdown('<Sample id="no-such" />'), /no-such/);
});

for (const { group, slug, body } of ARTICLE_FILES) {
  test(`the Markdown of ${slug} holds all its headings and nothing but Markdown`, async () => {
    const text = await markdown(body, `/${group}/${slug}/`);
    const prose = outsideCode(text);
    assert.doesNotMatch(prose, /<\/?[A-Z]\w*/);
    assert.doesNotMatch(prose, /\]\((?:article|code):|\]\(#|\{\/\*/);
    assert.doesNotMatch(prose, /\]\(undefined|\[object/);
    const headings = (source: string) =>
      source.replaceAll(/^ *```[^]*?^ *```$/gm, '').match(/^#{2,3} .+$/gm) ?? [];
    assert.deepEqual(headings(text), [...headings(body), '## Sources']);
    assert.equal((text.match(/^ *```/gm) ?? []).length % 2, 0, 'every fence ends');
  });
}
