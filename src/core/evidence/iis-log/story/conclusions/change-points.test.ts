/** Changes are claimed where both sides prove them, and nowhere else. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { storyOf } from '../story.ts';
import { type Made, START, tableOf } from '../../testing/story-help.ts';
import { chanceOfRun } from './chance.ts';

const MINUTE = 60_000;

const many = (count: number, make: (i: number) => Made): Made[] =>
  Array.from({ length: count }, (_, i) => make(i));
const ok = (i: number, more: Made = {}): Made => ({
  ...{ outcome: 'accepted-two-legs', rows: 3, client: `10.0.0.${i % 20}`, ms: START + i * MINUTE },
  ...more,
});
const bad = (i: number, more: Made = {}): Made => ({
  ...ok(i),
  ...{ outcome: 'refused', substatus: 1, win32: 2148074252 },
  ...more,
});
const summary = (attempts: Made[]) => storyOf(tableOf(attempts)).summary;

test('all clients, from one minute on', () => {
  const [first, second] = summary([...many(30, (i) => ok(i)), ...many(30, (i) => bad(i + 30))]);
  assert.equal(
    first,
    'All 20 clients were accepted until 08:44:02 UTC and none has been since 08:45:02 UTC (30 attempts by 20 clients at /app/): name or password refused, 401.1 with 2148074252 (SEC_E_LOGON_DENIED).',
  );
  assert.equal(
    second,
    'Look at what changed on the server or in the directory between 08:44:02 and 08:45:02 UTC.',
  );
});

test('one failure before it is an exception, and "all" is not said', () => {
  const [first = ''] = summary([
    bad(3),
    ...many(30, (i) => ok(i)),
    ...many(30, (i) => bad(i + 30)),
  ]);
  assert.match(first, /^20 clients were accepted until 08:44:02 UTC and none has been since/);
});

test('an outage that has ended', () => {
  const [first, second] = summary([
    ...many(30, (i) => ok(i)),
    ...many(15, (i) => bad(i + 30)),
    ...many(30, (i) => ok(i + 45)),
  ]);
  assert.equal(
    first,
    'All 20 clients were accepted until 08:44:02 UTC and again from 09:00:02 UTC on; in between, from 08:45:02 to 08:59:02 UTC, not one attempt was (15 attempts by 15 clients at /app/): name or password refused, 401.1 with 2148074252 (SEC_E_LOGON_DENIED).',
  );
  assert.equal(second, 'Look at what happened on the server or in the directory in that time.');
});

test('a fault that was mended', () => {
  const [first] = summary([...many(30, (i) => bad(i)), ...many(30, (i) => ok(i + 30))]);
  assert.equal(
    first,
    'All 20 clients were accepted from 08:45:02 UTC on, and not one attempt was until 08:44:02 UTC (30 attempts by 20 clients at /app/): name or password refused, 401.1 with 2148074252 (SEC_E_LOGON_DENIED).',
  );
});

test('one resource, while the others go on', () => {
  const others = many(60, (i) => ok(i, { resource: '/other/', ms: START + i * MINUTE + 1_000 }));
  const [first, second] = summary([
    ...others,
    ...many(30, (i) => ok(i, { resource: '/app/' })),
    ...many(30, (i) => bad(i + 30, { resource: '/app/' })),
  ]);
  assert.match(
    first ?? '',
    /^At \/app\/, all 20 clients were accepted until 08:44:02 UTC and none has been since 08:45:02 UTC \(30 attempts by 20 clients\)/,
  );
  assert.match(second ?? '', /^Look at what changed there between/);
});

test('one account, while the others go on', () => {
  const svc: Made = { client: '10.1.1.9', user: 'CONTOSO\\svc-feed', agent: 'feed/1.0' };
  const [first, second] = summary([
    ...many(60, (i) => ok(i, { ms: START + i * MINUTE + 1_000 })),
    ...many(30, (i) => ok(i, svc)),
    { ...bad(30, svc), outcome: 'prompt-loop', rows: 40, lasts: 39 * MINUTE, win32: 1326 },
  ]);
  assert.equal(
    first,
    'CONTOSO\\svc-feed was accepted until 08:44:02 UTC and has not been since 08:45:02 UTC (40 401s by 10.1.1.9 with feed/1.0 at /app/, about once a minute): refused again and again, 401.1 with 1326 (ERROR_LOGON_FAILURE).',
  );
  assert.equal(
    second,
    'Probably a password was changed then, and an old one is still stored there.',
  );
});

/** [what it is, attempts] */
const NOT_CLAIMED: [string, Made[]][] = [
  ['four failures', [...many(30, (i) => ok(i)), ...many(4, (i) => bad(i + 30))]],
  ['four accepted before', [...many(4, (i) => ok(i)), ...many(30, (i) => bad(i + 4))]],
  ['as many failures before', many(60, (i) => (i % 2 === 0 || i > 50 ? bad(i) : ok(i)))],
  ['a failure now and then', many(60, (i) => (i % 7 === 0 ? bad(i) : ok(i)))],
  [
    'the last five of hundreds, which happen to be of five clients',
    many(400, (i) => (i % 4 === 0 || i > 396 ? bad(i) : ok(i))),
  ],
  [
    'one long attempt of somebody who goes on elsewhere',
    [
      ...many(30, (i) => ok(i, { client: 'a', user: 'anna', resource: '/other/' })),
      bad(31, { client: 'a', user: 'anna', rows: 40 }),
    ],
  ],
  [
    'one long attempt between others',
    [
      ...many(60, (i) => ok(i, { client: 'a', user: 'anna' })),
      bad(31, { client: 'a', user: 'anna', rows: 40, ms: START + 31 * MINUTE + 1_000 }),
    ],
  ],
  [
    'a run of failures of all kinds',
    [...many(30, (i) => ok(i)), ...many(30, (i) => bad(i + 30, { win32: 4_000_000_000 + i }))],
  ],
  [
    'a scanner in the night, from addresses of its own',
    [
      ...many(30, (i) => ok(i)),
      ...many(30, (i) => ({
        ...bad(i + 30, { client: `192.0.2.${i}`, resource: `/admin${i}` }),
        ...{ outcome: 'never-answered' as const, rows: 1 },
      })),
    ],
  ],
];

for (const [name, attempts] of NOT_CLAIMED) {
  test(`not claimed: ${name}`, () => {
    const said = summary(attempts).join(' ');
    assert.doesNotMatch(said, /accepted until|accepted from|Look at what/);
  });
}

test('attempts without a time prove no change', () => {
  const untimed = [...many(30, (i) => ok(i)), ...many(30, (i) => bad(i))];
  const said = summary(untimed.map((made) => ({ ...made, ms: NaN }))).join(' ');
  assert.doesNotMatch(said, /until|since/);
});

test('the chance of a run', () => {
  assert.equal(chanceOfRun(1, 1, 2, 1), 0.5);
  assert.ok(Math.abs(chanceOfRun(2, 2, 4, 1) - 1 / 6) < 1e-12);
  assert.ok(chanceOfRun(60, 60, 120, 2) < 1e-12);
});
