/** The simulator of logs: what it says is true must be what its rows say. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { SETTINGS, VARIANTS } from '../../logs/simulator/settings.ts';
import { simulate } from '../../logs/simulator/simulate.ts';

/** Codes of the row that decided, by outcome. */
const DECISIVE: Readonly<Record<string, RegExp>> = {
  'accepted-one-leg': /^(?!401)/,
  'accepted-two-legs': /^(?!401)/,
  'accepted-after-prompt': /^(?!401)/,
  'never-answered': /^401 2 (?:5|64)$/,
  abandoned: /^401 [12] /,
  preauthenticated: /^401 1 (?:64|2148074254)$/,
  refused: /^401 1 (?:1326|2148074252)$/,
  'prompt-loop': /^401 1 (?:1326|2148074252)$/,
  'password-spray': /^401 1 1326$/,
  'account-state': /^401 1 (?:1330|1331|1793|1907|1909)$/,
  'logon-right': /^401 1 1385$/,
  'channel-binding': /^401 1 2148074310$/,
  'broken-handshake': /^401 1 21480742(?:45|48|74|76)$/,
  'acl-denied': /^401 3 (?:5|64)$/,
  'filter-or-handler': /^401 5 (?:0|64)$/,
  'authorization-rule': /^401 7 (?:5|64)$/,
  application: /^401 0 (?:0|64)$/,
  preflight: /^401 2 5$/,
  unclassified: /^401 1 1311$/,
};

for (const setting of [...SETTINGS, ...VARIANTS]) {
  const { text, rows, attempts } = simulate(setting, 5);
  const lines = text.split('\r\n');

  test(`${setting.name}: one line for each row, with all columns, in the order of time`, () => {
    assert.equal(lines.length, rows.length + 5);
    const [, , , fields = ''] = lines;
    const columns = fields.split(' ').length - 1;
    let before = 0;
    for (const line of lines.slice(4, -1)) {
      assert.equal(line.split(' ').length, columns, line);
      const time = Date.parse(`${line.slice(0, 10)}T${line.slice(11, 19)}Z`);
      // Rows that end together may change places.
      assert.ok(time >= before - 1_000, line);
      before = time;
    }
  });

  test(`${setting.name}: each 401 belongs to one attempt`, () => {
    const refused = rows.filter(({ status }) => status === 401);
    const inAttempts = attempts.flatMap((attempt) => attempt.rows);
    assert.equal(inAttempts.length, refused.length);
    assert.deepEqual(new Set(inAttempts), new Set(refused));
  });

  test(`${setting.name}: the row that decided has the codes of the outcome`, () => {
    for (const { outcome, decisive } of attempts) {
      const { status, substatus, win32, line } = decisive;
      const codes = [status, substatus, win32].join(' ');
      assert.match(codes, DECISIVE[outcome] ?? /^$/, outcome);
      assert.ok(lines[line - 1]?.includes(` ${codes}`), outcome);
    }
  });
}

test('every outcome occurs', () => {
  const [setting] = SETTINGS;
  assert.ok(setting);
  const attempts = [5, 6].flatMap((seed) => simulate(setting, seed).attempts);
  const outcomes = new Set<string>(attempts.map(({ outcome }) => outcome));
  // Few programs send a token before they are asked and then go away.
  const missing = Object.keys(DECISIVE).filter((outcome) => !outcomes.has(outcome));
  assert.deepEqual(
    missing.filter((outcome) => outcome !== 'preauthenticated'),
    [],
  );
});

test('the same seed gives the same log, another seed another one', () => {
  const [setting] = SETTINGS;
  assert.ok(setting);
  const { text } = simulate(setting, 5);
  assert.equal(simulate(setting, 5).text, text);
  assert.notEqual(simulate(setting, 6).text, text);
});
