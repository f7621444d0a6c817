/** Who fails, compared with everybody else, and where to look; nothing is blamed without others. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Outcome } from '../../../../contract/decoded.ts';
import { storyOf } from '../story.ts';
import { type Made, START, tableOf } from '../../testing/story-help.ts';

const MINUTE = 60_000;

const many = (count: number, make: (i: number) => Made): Made[] =>
  Array.from({ length: count }, (_, i) => make(i));
// Good and bad by turns, so that nothing changes at a time.
const ok = (i: number, more: Made = {}): Made => ({
  ...{ outcome: 'accepted-two-legs', rows: 3, client: `10.0.0.${i}`, user: `u${i}` },
  ...{ ms: START + i * MINUTE, agent: 'edge/1' },
  ...more,
});
const bad = (i: number, more: Made = {}): Made => ({
  ...ok(i, { user: '', ms: START + i * MINUTE + 1_000 }),
  ...{ outcome: 'never-answered', substatus: 2, win32: 5, rows: 1 },
  ...more,
});
const summary = (attempts: Made[]) => storyOf(tableOf(attempts)).summary;
const said = (attempts: Made[]) => summary(attempts).join(' ');

test('one client of many', () => {
  const [first, second] = summary([
    ...many(20, (i) => ok(i)),
    ...many(3, (i) => bad(i * 7, { client: '10.9.9.9' })),
  ]);
  assert.equal(
    first,
    'One client of 21 fails: offer never taken up, 401.2 with 5 (ERROR_ACCESS_DENIED), by 10.9.9.9 with edge/1 at /app/, 3 attempts from 08:15:03 to 08:29:03 UTC.',
  );
  assert.equal(second, 'The other 20 get in, so look at that client.');
});

test('of a refused name the account is blamed as well', () => {
  const wrong: Made = { client: '10.9.9.9', outcome: 'refused', substatus: 1, win32: 1326 };
  const [, second] = summary([...many(20, (i) => ok(i)), bad(3, wrong), bad(9, wrong)]);
  assert.equal(second, 'The other 20 get in, so look at that client and its account.');
});

test('one agent', () => {
  const [first, second] = summary([
    ...many(20, (i) => ok(i)),
    ...many(4, (i) => bad(i * 5, { client: `10.9.9.${i}`, agent: 'curl/8.1' })),
  ]);
  assert.match(first ?? '', /^4 of 24 clients fail: offer never taken up/);
  assert.equal(second, 'All of them use curl/8.1, and nobody gets in with that, so look there.');
});

test('one resource', () => {
  const [first, second] = summary([
    ...many(20, (i) => ok(i)),
    ...many(6, (i) => bad(i * 3, { client: `10.0.0.${i}`, resource: '/secret/' })),
  ]);
  assert.match(first ?? '', /^6 of 26 attempts failed: .* by 6 clients at \/secret\//);
  assert.equal(
    second,
    'Nobody gets in at /secret/, and the same clients do elsewhere, so look there.',
  );
});

test('everybody', () => {
  const [first, second] = summary(many(6, (i) => bad(i)));
  assert.match(first ?? '', /^All 6 clients fail: offer never taken up/);
  assert.equal(
    second,
    'No client gets in, so look at the server and not at the clients: what its WWW-Authenticate headers offer, and the policy that all clients have.',
  );
});

test('several ways to fail: the grave ones first, three are told, the others named', () => {
  const ways: [Outcome, number][] = [
    ['abandoned', 9],
    ['acl-denied', 1],
    ['broken-handshake', 2],
    ['channel-binding', 3],
    ['refused', 4],
  ];
  const sentences = summary(
    ways.flatMap(([outcome, count], way) => many(count, (i) => bad(10 * way + i, { outcome }))),
  );
  assert.match(sentences[0] ?? '', /^4 of 19 clients fail: name or password refused/);
  assert.match(sentences[1] ?? '', /^3 of 19 clients fail: channel binding refused/);
  assert.match(sentences[2] ?? '', /^2 of 19 clients fail: handshake broken/);
  assert.equal(
    sentences.at(-1),
    '10 more attempts failed: stopped half way (9); authenticated, then denied by ACL (1).',
  );
});

test('one way to fail with several codes', () => {
  const wrong: Made = { outcome: 'refused', substatus: 1 };
  const [first] = summary([
    ...many(3, (i) => bad(i, { ...wrong, win32: 1326 })),
    bad(3, { ...wrong, win32: 2148074252 }),
  ]);
  assert.match(
    first ?? '',
    /^All 4 clients fail: name or password refused, most often 401\.1 with 1326 /,
  );
});

/** [what it is, attempts, what must not be said] */
const NOT_SAID: [string, Made[], RegExp][] = [
  [
    'four others',
    [...many(4, (i) => ok(i)), bad(2, { client: 'x' }), bad(3, { client: 'x' })],
    /so look/,
  ],
  ['a single attempt', [...many(20, (i) => ok(i)), bad(2, { client: 'x' })], /so look/],
  ['four clients, all fail', many(4, (i) => bad(i)), /so look/],
  [
    'the client gets in as well',
    [...many(20, (i) => ok(i)), bad(2, { client: '10.0.0.3' }), bad(5, { client: '10.0.0.3' })],
    /One client|so look/,
  ],
  [
    'others get in with the agent',
    [...many(20, (i) => ok(i)), ...many(4, (i) => bad(i * 5, { client: `10.9.9.${i}` }))],
    /All of them use/,
  ],
  [
    'somebody gets in at the resource',
    [
      ...many(20, (i) => ok(i)),
      ok(19, { resource: '/secret/' }),
      ...many(6, (i) => bad(i * 3, { client: `10.0.0.${i}`, resource: '/secret/' })),
    ],
    /Nobody gets in/,
  ],
];

for (const [name, attempts, words] of NOT_SAID) {
  test(`nothing is blamed: ${name}`, () => {
    assert.doesNotMatch(said(attempts), words);
  });
}

test('under a filter of names or outcomes nothing is compared', () => {
  const table = tableOf([...many(6, (i) => bad(i)), ...many(20, (i) => ok(i + 10))]);
  for (const filter of [{ outcomes: ['never-answered' as const] }, { clients: ['10.0.0.1'] }]) {
    const sentences = storyOf(table, filter).summary.join(' ');
    assert.doesNotMatch(sentences, /All|One client|so look|No logon failed/);
    assert.match(sentences, /attempts? failed: offer never taken up/);
  }
});
