/** Attempts in DuckDB, rule by rule: the outcomes are those of this site's own reader. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { logOf, read, row } from '../../src/core/evidence/iis-log/testing/help.ts';
import { askedOf, query } from '../../src/core/evidence/iis-log/testing/query-help.ts';
import { busyLog } from '../../tests/logs/busy-log.ts';
import { outcomesOf, ownOutcomes } from './outcomes.ts';
import { run } from './run-duckdb.ts';

void test('attempts: the same outcomes as this reader on a busy log', async () => {
  const text = busyLog(300_000);
  assert.deepEqual(await outcomesOf(text), ownOutcomes(read(text)));
});

void test('a name chooses the attempts in which it appears', async () => {
  const anna = { user: "CONTOSO\\o'neil", ip: '192.0.2.1' };
  const text = logOf(
    row('401 2 5', { ip: '192.0.2.1' }),
    row('200 0 0', anna),
    row('401 2 5', { ip: '192.0.2.2' }),
  );
  const asked = { ...askedOf(read(text)), only: { user: "contoso\\O'Neil" } };
  const rows = await run(query('duckdb', 'attempts', asked).text, text);
  assert.deepEqual(rows, [['accepted-one-leg', '1', '1', '1']]);
});

/** Whole attempts as rows: `[seconds after the row before, codes, has a name]`. */
const SCRIPTS: readonly (readonly [number, string, boolean?][])[] = [
  [
    [0, '401 2 5'],
    [0, '200 0 0', true],
  ],
  [
    [0, '401 2 5'],
    [0, '401 1 2148074254'],
    [1, '302 0 0', true],
  ],
  [
    [0, '401 2 5'],
    [30, '404 0 2', true],
  ],
  [
    [0, '401 2 5'],
    [0, '401 1 2148074254'],
    [0, '401 1 2148074252'],
    [0, '401 2 5'],
    [0, '401 1 2148074254'],
    [1, '200 0 0', true],
  ],
  [[0, '401 2 5']],
  [
    [0, '401 2 5'],
    [0, '401 2 5'],
  ],
  [
    [0, '401 2 5'],
    [1, '401 1 2148074254'],
  ],
  [[0, '401 1 2148074254']],
  [
    [0, '401 2 5'],
    [0, '401 1 1326', true],
  ],
  [
    [0, '401 2 5'],
    [0, '401 1 2148074254'],
    [0, '401 3 5', true],
  ],
  [
    [0, '401 2 5'],
    [0, '401 7 0', true],
  ],
  [
    [0, '401 2 5'],
    [0, '200 0 0'],
  ],
];

void test('attempts: exact where no client has two under way at once', async () => {
  const story = fc.array(fc.record({ script: fc.nat(SCRIPTS.length - 1), client: fc.nat(3) }), {
    minLength: 1,
    maxLength: 25,
  });
  await fc.assert(
    fc.asyncProperty(story, async (attempts) => {
      let clock = Date.UTC(2026, 2, 2);
      const rows = attempts.flatMap(({ script, client }) => {
        // Nobody goes on with an attempt after 15 minutes.
        clock += 16 * 60_000;
        return (SCRIPTS[script] ?? []).map(([wait, codes, isNamed = false]) => {
          clock += wait * 1000;
          const [, time = ''] = /T(.*)\.000Z/.exec(new Date(clock).toISOString()) ?? [];
          const user = isNamed ? 'CONTOSO\\anna' : '-';
          return row(codes, { time, user, ip: `192.0.2.${client}` });
        });
      });
      const text = logOf(...rows);
      assert.deepEqual(await outcomesOf(text), ownOutcomes(read(text)));
    }),
    { numRuns: 40 },
  );
});

// This site's own rules give each connection its own attempt.
void test('attempts: parallel connections of one client run together', async () => {
  const leg = row('401 1 2148074254');
  const ok = row('200 0 0', { user: 'CONTOSO\\anna' });
  const text = logOf(row('401 2 5'), row('401 2 5'), leg, leg, ok, ok);
  assert.deepEqual(ownOutcomes(read(text)), new Map([['accepted-two-legs', 2]]));
  assert.deepEqual(await outcomesOf(text), new Map([['accepted-two-legs', 1]]));
});

const BASIC = '401 1 1326';
const at = (time: string, user = '-') => ({ time: `08:${time}`, user });
const basic = (time: string, user: string, codes = BASIC) => row(codes, at(time, user));
const anna = 'CONTOSO\\anna';

/** One rule of `content/log-rules.json` each. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  'a person takes up to 15 minutes after a 401.2': [
    row('401 2 5', at('00:00')),
    row('200 0 0', at('14:00', anna)),
  ],
  'and no longer': [row('401 2 5', at('00:00')), row('200 0 0', at('16:00', anna))],
  'nobody is asked in the middle of a handshake': [
    row('401 2 5', at('00:00')),
    row('401 1 2148074254', at('00:00')),
    row('200 0 0', at('00:30', anna)),
  ],
  'a refused password is made good by the same person': [
    basic('00:00', anna),
    row('200 0 0', at('05:00', 'anna@contoso.com')),
  ],
  'and not by another one': [basic('00:00', anna), row('200 0 0', at('05:00', 'CONTOSO\\ben'))],
  'names refused one after the other are separate': [
    basic('00:00', anna),
    basic('00:10', 'CONTOSO\\ben'),
    basic('00:20', anna),
  ],
  'a locked account stays a failure': [
    basic('00:00', anna, '401 1 1909'),
    row('200 0 0', at('05:00', anna)),
  ],
  'also after a wrong password': [
    basic('00:00', anna),
    basic('01:00', anna, '401 1 1909'),
    row('401 2 5', at('04:59')),
    row('200 0 0', at('05:00', anna)),
  ],
  'three refusals are a prompt loop': [
    basic('00:00', anna),
    basic('00:05', anna),
    basic('00:09', anna),
  ],
  'causes are told apart': [
    row('401 1 2148074310', at('00:00')),
    row('401 1 2148074276', at('01:00')),
    row('401 1 1311', at('02:00')),
  ],
  'sites and ports are told apart': [
    row('401 2 5', at('00:00')),
    row('200 0 0', at('00:01', anna)).replace(' 443 ', ' 8443 '),
  ],
  'OPTIONS of a browser is a preflight': [row('401 2 5', { verb: 'OPTIONS' })],
  'a 401 behind the logon is one of the application': [
    row('401 2 5', at('00:00')),
    row('401 0 0', at('00:01', anna)),
  ],
  'five names and more are a spray': [0, 1, 2, 3, 4, 5].map((i) =>
    basic(`0${i}:00`, `CONTOSO\\user${i}`),
  ),
};

for (const [rule, rows] of Object.entries(RULES)) {
  void test(`attempts: ${rule}`, async () => {
    const text = logOf(...rows);
    assert.deepEqual(await outcomesOf(text), ownOutcomes(read(text)));
  });
}
