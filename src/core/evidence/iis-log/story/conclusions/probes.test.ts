/** A probe is told by its steady pace and its silence; people and browsers are never set aside. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { storyOf } from '../story.ts';
import { type Made, START, tableOf } from '../../testing/story-help.ts';

const SECOND = 1_000;
const EDGE =
  'Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/131.0.0.0+Safari/537.36+Edg/131.0.0.0';

const many = (count: number, make: (i: number) => Made): Made[] =>
  Array.from({ length: count }, (_, i) => make(i));
const asked = (at: number, more: Made = {}): Made => ({
  ...{ outcome: 'never-answered', substatus: 2, win32: 5, rows: 1 },
  ...{ client: '10.0.0.2', resource: '/', ms: START + at * SECOND },
  ...more,
});
const PERSON: Made = { client: '10.2.0.7', agent: EDGE, user: 'CONTOSO\\eva' };
const asides = (attempts: Made[]) =>
  storyOf(tableOf(attempts)).summary.filter((sentence) => sentence.startsWith('Set aside'));

test('every 30 s, without an agent where others have one', () => {
  assert.deepEqual(asides([...many(20, (i) => asked(30 * i)), PERSON]), [
    'Set aside: 10.0.0.2 asks for / every 30 s without a User-Agent and never answers the 401 (20 attempts), as a health probe does.',
  ]);
});

test('in a log without agents nothing is said about them', () => {
  assert.deepEqual(asides(many(20, (i) => asked(60 * i))), [
    'Set aside: 10.0.0.2 asks for / once a minute and never answers the 401 (20 attempts), as a health probe does.',
  ]);
});

test('a monitor with a name, a late answer now and then, and an hour without it', () => {
  const late = [0, 1, 0, 0, 4, 0, 0, 0, 0, 1, 0, 0];
  const at = (i: number) => 10 * i + (late[i % 12] ?? 0) + (i > 40 ? 3_600 : 0);
  assert.deepEqual(asides(many(60, (i) => asked(at(i), { agent: 'Uptime/2.0' }))), [
    'Set aside: 10.0.0.2 (Uptime/2.0) asks for / every 10 s and never answers the 401 (60 attempts), as a health probe does.',
  ]);
});

test('two nodes that take turns', () => {
  const [said = ''] = asides(many(40, (i) => asked(30 * (i >> 1) + (i % 2) * 7)));
  assert.match(said, /every 15 s/);
});

/** [what it is, attempts] */
const NOT_SET_ASIDE: [string, Made[]][] = [
  ['a browser that reloads a page', many(20, (i) => asked(30 * i, { agent: EDGE }))],
  ['nine attempts', many(9, (i) => asked(30 * i))],
  ['no pace', many(40, (i) => asked(i * i * 7))],
  ['all at once', many(40, () => asked(0))],
  [
    'it was let in once',
    [...many(20, (i) => asked(30 * i)), asked(7, { outcome: 'accepted-one-leg' })],
  ],
  ['it was refused once', [...many(20, (i) => asked(30 * i)), asked(7, { outcome: 'refused' })]],
  ['several resources', many(20, (i) => asked(30 * i, { resource: `/${i % 3}` }))],
  ['no address', many(20, (i) => asked(30 * i, { client: '' }))],
  ['no times', many(20, () => asked(NaN))],
];

for (const [name, attempts] of NOT_SET_ASIDE) {
  test(`not set aside: ${name}`, () => {
    assert.deepEqual(asides(attempts), []);
  });
}

test('many probes: three are told, the others counted, and none is compared with people', () => {
  const probes = many(100, (i) => asked(30 * (i % 20), { client: `10.0.0.${Math.floor(i / 20)}` }));
  const { summary, clients } = storyOf(tableOf([...probes, PERSON]));
  assert.match(summary[0] ?? '', /^One attempt failed: name or password refused/);
  assert.equal(summary.at(-1), '2 more probes of this kind are set aside, too.');
  assert.equal(clients.top[0]?.name, '10.2.0.7');
});
