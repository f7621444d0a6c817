/** Sprays are told together, and a name counts as let in only where the attempts prove it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { storyOf } from '../story.ts';
import { type Made, START, tableOf } from '../../testing/story-help.ts';

const SECOND = 1_000;
const SPRAYER: Made = { client: '203.0.113.7', agent: 'python-requests/2.32', rows: 1 };

const many = (count: number, make: (i: number) => Made): Made[] =>
  Array.from({ length: count }, (_, i) => make(i));
const tried = (i: number): Made => ({
  ...SPRAYER,
  ...{ outcome: 'password-spray', substatus: 1, win32: 1326 },
  ...{ user: `u${i}`, ms: START + i * SECOND },
});
const letIn = (user: string, more: Made = {}): Made => ({
  ...SPRAYER,
  ...{ outcome: 'accepted-one-leg', user, ms: START + 60 * SECOND },
  ...more,
});
const SPRAY = many(20, tried);
const first = (attempts: Made[]) => storyOf(tableOf(attempts)).summary[0] ?? '';
const TRIED = 'Password spray: 203.0.113.7 tried 20 user names at /app/';

test('nobody got in: other rows may still say so', () => {
  assert.equal(
    first(SPRAY),
    `${TRIED} with python-requests/2.32 from 08:15:02 to 08:15:21 UTC and logged on with none of them here; a password that is right at once leaves no 401, so look at all rows of that address.`,
  );
});

/** [what happened, attempts besides the spray, the names that are called let in] */
const LET_IN: [string, Made[], string | undefined][] = [
  ['a name that was tried', [letIn('u3')], 'u3'],
  ['a name that was right at once', [letIn('new')], 'new'],
  ['another program, a name that was tried', [letIn('u3', { agent: 'curl/8' })], 'u3'],
  ['another program, another name', [letIn('anna', { agent: 'Mozilla/5.0 Edg/131.0' })], undefined],
  ['another resource', [letIn('anna', { resource: '/owa/' })], undefined],
  ['another address', [letIn('u3', { client: '10.0.0.9' })], undefined],
  [
    'somebody who had got in before',
    [letIn('anna', { ms: START - 60 * SECOND }), letIn('anna')],
    undefined,
  ],
  ['the first name tried, at last', [letIn('u0', { ms: START, lasts: 90 * SECOND })], 'u0'],
  ['right password, no permission', [letIn('u3', { outcome: 'acl-denied', substatus: 3 })], 'u3'],
];

for (const [name, others, user] of LET_IN) {
  test(name, () => {
    const said = first([...SPRAY, ...others]);
    assert.ok(said.startsWith('Password spray: 203.0.113.7 tried 2'), said);
    if (user === undefined) assert.match(said, /logged on with none of them here/);
    else assert.match(said, new RegExp(`logged on as ${user} at [\\d:]+ UTC: treat that account`));
  });
}

test('of several sprays the one that got in comes first', () => {
  const other = many(40, (i) => ({ ...tried(i), client: '198.51.100.4' }));
  const { summary } = storyOf(tableOf([...other, ...SPRAY, letIn('u3'), letIn('u4')]));
  assert.match(
    summary[0] ?? '',
    /^Password spray: 203\.0\.113\.7 .* logged on as u3, u4: treat these accounts/,
  );
  assert.match(summary[1] ?? '', /^Password spray: 198\.51\.100\.4 tried 40 user names/);
});

test('more addresses than are told are counted', () => {
  const { summary } = storyOf(
    tableOf(many(50, (i) => ({ ...tried(i % 10), client: `198.51.100.${Math.floor(i / 10)}` }))),
  );
  assert.equal(summary[3], '2 more addresses did the same.');
});

test('what a spray got is not called healthy, and is an example', () => {
  const story = storyOf(tableOf([...SPRAY, letIn('u3', { rows: 2 })]));
  assert.equal(story.summary.length, 1);
  assert.equal(story.examples[0]?.user, 'u3');
});

test('under a filter of outcomes nothing is said about who got in', () => {
  const { summary } = storyOf(tableOf([...SPRAY, letIn('u3')]), { outcomes: ['password-spray'] });
  assert.match(summary.join(' '), /^20 attempts failed: many names tried, refused/);
});
