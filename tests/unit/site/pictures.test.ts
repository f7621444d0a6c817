/** The pictures' data: complete, and the same in Markdown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  endsOf,
  fits,
  hopsMarkdown,
  keysMarkdown,
  treeMarkdown,
} from '../../../src/site/pictures.ts';
import { ARTICLE_FILES } from './content.ts';

test('a tree in Markdown is nested lists, with the questions in their lines', () => {
  const text = treeMarkdown({
    ask: 'Substatus?',
    branches: [
      { when: '`401 2`', ask: 'What follows?', branches: [{ when: 'A name', go: 'Normal' }] },
      { when: '`401 3`', go: '[Permissions](article:401-3-acl)' },
    ],
    caption: 'From a row to its article',
  });
  assert.equal(
    text,
    [
      'From a row to its article',
      '',
      'Substatus?',
      '',
      '- `401 2`: What follows?',
      '  - A name: Normal',
      '- `401 3`: [Permissions](article:401-3-acl)',
    ].join('\n'),
  );
});

const HOPS = {
  machines: [
    { name: 'Browser', who: 'alex' },
    { name: 'web01', who: 'svc-portal' },
  ],
  caption: 'Whose ticket goes where',
};

test('hops in Markdown name both ends and the ticket', () => {
  const hops = [{ ticket: 'no ticket', note: 'arrives as nobody', tone: 'error' as const }];
  assert.equal(
    hopsMarkdown({ ...HOPS, paths: [{ title: 'Without', hops }] }),
    'Without:\n\n1. Browser (alex) to web01 (svc-portal): no ticket arrives as nobody\n\nWhose ticket goes where',
  );
});

test('a hop that leads off the last machine fails the build', () => {
  assert.throws(() => endsOf(HOPS, 1), /has no two machines for hop 2/);
});

test('a ticket opens only for the account it was locked for', () => {
  const right = { settings: 'Defaults', locks: 'web01$', opens: 'web01$' };
  const wrong = { settings: 'Defaults', locks: 'svc-portal', opens: 'web01$' };
  assert.equal(fits(right), true);
  assert.equal(fits(wrong), false);
  const lines = keysMarkdown({ cases: [right, wrong], caption: 'Keys' }).split('\n');
  assert.equal(lines[2], '| Defaults | web01$ | web01$ | the ticket opens |');
  assert.equal(lines[3], '| Defaults | svc-portal | web01$ | error 41 |');
});

const DRAWN: readonly (readonly [slug: string, picture: string])[] = [
  ['start-triage', 'DecisionTree'],
  ['kernel-mode-authentication', 'DecisionTree'],
  ['double-hop-checklist', 'Hops'],
  ['spn-identity-match', 'Keys'],
  ['normal-401-sequence', 'Ladder'],
  ['how-negotiate-works', 'Ladder'],
  ['ntlm-split-by-load-balancer', 'Ladder'],
  ['kerberos-checklist', 'Checklist'],
];

for (const [slug, picture] of DRAWN) {
  test(`${slug} draws its ${picture}`, () => {
    const { body = '' } = ARTICLE_FILES.find((article) => article.slug === slug) ?? {};
    assert.match(body, new RegExp(`<${picture}\\b`));
  });
}
