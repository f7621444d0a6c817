/** Accounts that are tried again and again: by which device, since when, how often. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { storyOf } from '../story.ts';
import { type Made, START, tableOf } from '../../testing/story-help.ts';

const MINUTE = 60_000;
const EDGE =
  'Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/131.0.0.0+Safari/537.36+Edg/131.0.0.0';

const many = (count: number, make: (i: number) => Made): Made[] =>
  Array.from({ length: count }, (_, i) => make(i));
/** One long attempt, as refusals of one name are joined. */
const kept = (more: Made = {}): Made => ({
  ...{ outcome: 'prompt-loop', substatus: 1, win32: 1326, rows: 40, lasts: 39 * MINUTE },
  ...{ client: '10.1.1.9', user: 'CONTOSO\\svc', agent: 'feed/1.0' },
  ...more,
});
const summary = (attempts: Made[]) => storyOf(tableOf(attempts)).summary;

test('refusals far apart are several attempts', () => {
  const one = (i: number) => kept({ rows: 1, lasts: 0, ms: START + i * 20 * MINUTE });
  assert.deepEqual(summary(many(30, one)), [
    'CONTOSO\\svc is refused, 401.1 with 1326 (ERROR_LOGON_FAILURE), and one device keeps trying: feed/1.0 at 10.1.1.9 since 08:15:02 UTC (30 attempts at /app/, about every 20 minutes).',
    'Probably the password was changed, and an old one is stored on it.',
  ]);
});

test('a program whose account the log does not name', () => {
  const [said] = summary([kept({ user: '', win32: 2148074252 })]);
  assert.match(
    said ?? '',
    /^Who is refused is not logged, 401\.1 with 2148074252 .*, but one device keeps trying: feed\/1\.0 at 10\.1\.1\.9 since/,
  );
});

test('an account on two devices, and another one', () => {
  const said = summary([
    kept(),
    kept({ client: '10.1.1.10', agent: 'Outlook/16.0', rows: 60 }),
    kept({ user: 'CONTOSO\\other' }),
  ]);
  assert.match(
    said[0] ?? '',
    /^CONTOSO\\svc is refused.*2 devices keep trying: Outlook\/16\.0 at 10\.1\.1\.10 .*; feed\/1\.0 at 10\.1\.1\.9 /,
  );
  assert.match(said[1] ?? '', /^CONTOSO\\other is refused/);
  assert.match(said[2] ?? '', /an old one is stored on them\.$/);
});

test('of a locked account every device is named, even one try, and it comes first', () => {
  const locked: Made = {
    win32: 1909,
    outcome: 'account-state',
    article: 'account-lockout-from-iis',
  };
  const said = summary([
    kept({ user: 'CONTOSO\\other', rows: 400 }),
    kept({ user: 'CONTOSO\\max', agent: 'Phone/1', ...locked }),
    ...many(4, (i) => ({
      ...kept({ user: 'CONTOSO\\max', rows: 1, lasts: 0, client: `10.9.0.${i}`, agent: EDGE }),
    })),
  ]);
  assert.match(
    said[0] ?? '',
    /^CONTOSO\\max is locked out, .* and 5 devices try it: Phone\/1 at 10\.1\.1\.9 .*; Edge 131 on Windows at 10\.9\.0\.0 since 08:15:02 UTC \(1 attempt at \/app\/\); .*; and 2 more\.$/,
  );
  assert.equal(said[1], 'Correct the password stored on them before you unlock the account.');
});

/** [what it is, attempts] */
const NOT_KEPT: [string, Made[]][] = [
  ['nine 401s', [kept({ rows: 9 })]],
  [
    'a locked account that is tried three times',
    [kept({ rows: 3, outcome: 'account-state', article: 'account-lockout-from-iis' })],
  ],
  ['four minutes', [kept({ lasts: 4 * MINUTE })]],
  ['a person at a browser, of whom no name is known', [kept({ user: '', agent: EDGE })]],
  ['no agent and no name', [kept({ user: '', agent: '' })]],
  ['no times', [kept({ ms: NaN, lasts: NaN })]],
  ['it is let in', [kept({ outcome: 'accepted-after-prompt' })]],
];

for (const [name, attempts] of NOT_KEPT) {
  test(`not called a device that keeps trying: ${name}`, () => {
    assert.doesNotMatch(summary(attempts).join(' '), /keeps? trying/);
  });
}
