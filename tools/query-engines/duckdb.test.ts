/** The DuckDB queries, run for real: they must count what this site's own reader counts. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Log } from '../../src/core/contract/decoded.ts';
import { FIELDS, logOf, read, row } from '../../src/core/evidence/iis-log/testing/help.ts';
import { askedOf, query } from '../../src/core/evidence/iis-log/testing/query-help.ts';
import { busyLog } from '../../tests/logs/busy-log.ts';
import { run } from './run-duckdb.ts';

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

void test('the client is the first address of the proxy, without its port', async () => {
  const forwarded = ['192.0.2.1:50123,+10.0.0.9', '192.0.2.1:50124', '[2001:db8::1]:443', '-'];
  const text = [
    `${FIELDS} X-Forwarded-For`,
    ...forwarded.map((value) => `${row('401 1 1326', { ip: '10.0.0.5' })} ${value}`),
  ].join('\n');
  const { text: sql } = query('duckdb', 'clients', askedOf(read(text)));
  assert.deepEqual((await run(sql, text)).sort(), [
    ['10.0.0.5', '1', '1326', '1'],
    ['192.0.2.1', '1', '1326', '2'],
    ['2001:db8::1', '1', '1326', '1'],
  ]);
});

void test('columns of the log only, custom ones by number', () => {
  const fields = [...FIELDS.slice(9).split(' '), "it's", 'utc', 'X-Forwarded-For'];
  const { text } = query('duckdb', '401s', { fields });
  assert.match(text, /'custom-16': 'VARCHAR',\s+'custom-17': 'VARCHAR',\s+'X-Forwarded-For'/);
});
