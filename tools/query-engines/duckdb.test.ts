/** The DuckDB queries, run for real: they must count what this site's own reader counts. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Log } from '../../src/core/contract/decoded.ts';
import { source } from '../../src/core/evidence/iis-log/queries/duckdb-source.ts';
import { busyLog } from '../../tests/logs/busy-log.ts';
import { FIELDS, logOf, read, row, samples } from '../../src/core/evidence/iis-log/testing/help.ts';
import { askedOf, query } from '../../src/core/evidence/iis-log/testing/query-help.ts';
import { run } from './run-duckdb.ts';

function ownOutcomes(log: Log): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { outcome, count } of log.sequences) {
    counts.set(outcome, (counts.get(outcome) ?? 0) + count);
  }
  return counts;
}

async function outcomesOf(text: string): Promise<Map<string, number>> {
  const rows = await run(query('duckdb', 'attempts', askedOf(read(text))).text, text);
  return new Map(rows.map(([outcome = '', attempts]) => [outcome, Number(attempts)]));
}

const refusals = ({ statuses }: Log): string[] =>
  statuses
    .filter(({ status }) => status === 401)
    .map(({ substatus, win32, rows }) => [substatus, win32, rows].join(' '))
    .sort();

void test('401s: the same counts as this reader, with unsigned Win32 statuses', async () => {
  const text = busyLog(300_000);
  const log = read(text);
  const rows = await run(query('duckdb', '401s', askedOf(log)).text, text);
  assert.deepEqual(rows.map((cells) => cells.join(' ')).sort(), refusals(log));
  assert.ok(rows.some(([, win32]) => win32 === '2148074254'));
});

void test('attempts: the same outcomes as this reader on a busy log', async () => {
  const text = busyLog(300_000);
  assert.deepEqual(await outcomesOf(text), ownOutcomes(read(text)));
});

void test('protocols: accepted attempts only, by the step before the answer', async () => {
  const at = (ip: string, user = '-') => ({ ip: `192.0.2.${ip}`, user });
  const text = logOf(
    ...[row('401 2 5', at('1')), row('200 0 0', at('1', 'K\\kim'))],
    ...[
      row('401 2 5', at('2')),
      row('401 1 2148074254', at('2')),
      row('200 0 0', at('2', 'K\\li')),
    ],
    ...[
      row('401 2 5', at('3')),
      row('401 1 2148074254', at('3')),
      row('404 0 2', at('3', 'K\\mo')),
    ],
    row('401 2 5', at('4')),
  );
  const rows = await run(query('duckdb', 'protocols', askedOf(read(text))).text, text);
  assert.deepEqual(rows, [
    ['NTLM-like handshake', '2', '2', '2'],
    ['Kerberos or known connection', '1', '1', '1'],
  ]);
});

void test('refusals by client leave out the steps of a handshake', async () => {
  const text = busyLog(100_000);
  const log = read(text);
  const own = log.statuses.find(({ win32 }) => win32 === 2_148_074_252)?.rows ?? 0;
  const rows = await run(query('duckdb', 'clients', askedOf(log)).text, text);
  assert.ok(own > 0);
  assert.equal(
    rows.reduce((sum, cells) => sum + Number(cells.at(-1)), 0),
    own,
  );
  assert.ok(rows.every((cells) => cells[2] === '2148074252'));
});

void test('401s of a log with nothing but the status', async () => {
  const { text } = query('duckdb', '401s', { fields: ['sc-status', 'c-ip'] });
  assert.deepEqual(await run(text, '401 10.0.0.1\n401 10.0.0.2\n200 10.0.0.1'), [['401', '2']]);
});

void test('a # and a " in a path neither cut nor drop the row', async () => {
  const text = logOf(row('401 2 5', { stem: '/a#b' }), row('401 2 5', { stem: '/a"b' }));
  assert.deepEqual(await run(query('duckdb', '401s', askedOf(read(text))).text, text), [
    ['2', '5', '2'],
  ]);
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

void test('the client is the first address of the proxy, without its port', async () => {
  const forwarded = ['192.0.2.1:50123,+10.0.0.9', '192.0.2.1:50124', '[2001:db8::1]:443', '-'];
  const text = [
    `${FIELDS} X-Forwarded-For`,
    ...forwarded.map((value) => `${row(BASIC, { ip: '10.0.0.5' })} ${value}`),
  ].join('\n');
  const { text: sql } = query('duckdb', 'clients', askedOf(read(text)));
  assert.deepEqual((await run(sql, text)).sort(), [
    ['10.0.0.5', '1', '1326', '1'],
    ['192.0.2.1', '1', '1326', '2'],
    ['2001:db8::1', '1', '1326', '1'],
  ]);
});

/** Samples as IIS writes them: one header, and in each row one space between its columns. */
const CLEAN = samples().flatMap(({ file, format, text }) => {
  const [header = '', ...others] = text.match(/^#Fields: .*$/gm) ?? [];
  const fields = header.trim().split(' ').slice(1);
  const rows = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const isClean =
    /w3c/i.test(format) &&
    others.length === 0 &&
    fields.includes('sc-status') &&
    rows.length > 0 &&
    rows.every((line) => line.split(' ').length === fields.length);
  return isClean ? [{ file, text, fields }] : [];
});

void test('published W3C logs: the same statuses', async () => {
  for (const { file, text, fields } of CLEAN) {
    const rows = await run(
      `${source(fields, false)} SELECT "sc-status", count(*) FROM log GROUP BY ALL ORDER BY ALL`,
      text,
    );
    const own = new Map<number, number>();
    for (const { status, rows: count } of read(text).statuses) {
      own.set(status, (own.get(status) ?? 0) + count);
    }
    const expected = [...own].sort(([a], [b]) => a - b).map((pair) => pair.map(String));
    assert.deepEqual(rows, expected, file);
  }
  assert.ok(CLEAN.length >= 8, `only ${CLEAN.length} samples`);
});

void test('columns of the log only, custom ones by number', () => {
  const fields = [...FIELDS.slice(9).split(' '), "it's", 'utc', 'X-Forwarded-For'];
  const { text } = query('duckdb', '401s', { fields });
  assert.match(text, /'custom-16': 'VARCHAR',\s+'custom-17': 'VARCHAR',\s+'X-Forwarded-For'/);
});
