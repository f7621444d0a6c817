/** Which rows are of one attempt, and which never are: one test for each rule of `content/log-rules.json`. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { FIELDS, fixture, logOf, outcomes, read, row, type RowParts } from './testing/help.ts';

const readFixture = (name: string) => read(fixture(`logs/joining/${name}.log`));
const at = (time: string, more: RowParts = {}): RowParts => ({ time, ...more });
const named = (user: string, more: RowParts = {}): RowParts => ({
  user: `CONTOSO\\${user}`,
  ...more,
});
const sorted = (text: string) => outcomes(read(text)).toSorted();

test('nobody is prompted between the type 2 and the answer', () => {
  assert.deepEqual(outcomes(readFixture('pause-without-time-taken')), ['accepted-two-legs 1']);
});

test('the row that decided is quoted, not the last one', () => {
  const refused = readFixture('challenge-after-refusal').sequences.find(
    ({ outcome }) => outcome === 'refused',
  );
  assert.deepEqual([refused?.substatus, refused?.win32], [1, 2148074252]);
});

test('a success on one site makes good no refusal on another', () => {
  const found = outcomes(readFixture('two-sites')).toSorted();
  assert.deepEqual(found, ['accepted-two-legs 1', 'channel-binding 1']);
});

test('the same rows mean the same among those of 1,500 other clients', () => {
  for (const name of ['websocket-quiet', 'websocket-busy']) {
    assert.ok(outcomes(readFixture(name)).includes('accepted-two-legs 1'), name);
  }
});

test('an open WebSocket is accepted, however many attempts were let go meanwhile', () => {
  const challenge = [row('401 2 5', at('08:00:00')), row('401 1 2148074254', at('08:00:00'))];
  const others = Array.from({ length: 12_000 }, (_, i) => {
    const ip = `10.${i >> 14}.${(i >> 7) & 127}.${i & 127}`;
    const seconds = 8 * 3_600 + Math.floor(i * 0.8);
    const time = [seconds / 3_600, (seconds / 60) % 60, seconds % 60]
      .map((part) => String(Math.floor(part)).padStart(2, '0'))
      .join(':');
    return row('401 2 5', { ip, time });
  });
  const closed = row('101 0 0', at('10:45:00', named('anna', { taken: 9_899_000 })));
  const found = outcomes(read(logOf(...challenge, ...others, closed)));
  assert.deepEqual(found, ['never-answered 12000', 'accepted-two-legs 1']);
});

test('an attempt of many minutes is told from its first to its last row', () => {
  const tries = Array.from({ length: 4 }, (_, i) =>
    row('401 1 1326', at(`09:0${i}:00`, named('anna'))),
  );
  const { sequences, story } = read(logOf(...tries));
  assert.deepEqual(
    sequences.map(({ outcome, count, first, last }) => [outcome, count, first, last]),
    [['prompt-loop', 1, '2026-03-02T09:00:00Z', '2026-03-02T09:03:00Z']],
  );
  assert.deepEqual([story?.first, story?.last], ['2026-03-02T09:00:00Z', '2026-03-02T09:03:00Z']);
});

test('whoever types a password for ten minutes is prompted; for twenty, begins anew', () => {
  const after = (time: string) =>
    sorted(
      logOf(
        row('401 2 5', at('08:00:00')),
        row('401 1 2148074254', at(time)),
        row('200 0 0', at(time, named('anna'))),
      ),
    );
  assert.deepEqual(after('08:10:00'), ['accepted-after-prompt 1']);
  assert.deepEqual(after('08:20:00'), ['accepted-two-legs 1', 'never-answered 1']);
});

/** [column, the values of two connections of one client] */
const FORWARDED: [string, [string, string]][] = [
  ['X-Forwarded-For', ['203.0.113.7:50123', '203.0.113.7:50124']],
  ['X-Forwarded-For', ['203.0.113.7:50123,+10.0.0.9', '203.0.113.7,+10.0.0.9']],
  ['X-Forwarded-For', ['[2001:db8::7]:50123', '[2001:db8::7]:50124']],
  ['ClientIP', ['203.0.113.7:50123', '203.0.113.7:50124']],
  ['X-Original-For', ['203.0.113.7:50123', '203.0.113.7:50124']],
];

for (const [column, values] of FORWARDED) {
  test(`${column} names the client: ${values.join(' and ')}`, () => {
    const lines = ['401 2 5', '401 1 2148074254', '200 0 0'].map((codes, i) => {
      const value = values[i === 0 ? 0 : 1];
      return `${row(codes, { ip: '10.0.0.9', ...(i === 2 && named('anna')) })} ${value}`;
    });
    const other = `${row('401 2 5', { ip: '10.0.0.9' })} 198.51.100.9:1024`;
    const log = read([`${FIELDS} ${column}`, ...lines, other].join('\n'));
    assert.deepEqual(outcomes(log).toSorted(), ['accepted-two-legs 1', 'never-answered 1']);
    const accepted = log.sequences.find(({ outcome }) => outcome === 'accepted-two-legs');
    assert.match(accepted?.clientNames[0] ?? '', /^(?:203\.0\.113\.7|2001:db8::7)$/);
  });
}

test('refusals of different names are attempts of their own', () => {
  const text = logOf(row('401 1 1326', named('anna')), row('401 1 1326', named('ben')));
  assert.deepEqual(outcomes(read(text)), ['refused 2']);
});

test('a logon by one name makes good no refusal of another', () => {
  const text = logOf(
    row('401 1 1326', named('anna')),
    row('401 2 5', at('08:15:09')),
    row('200 0 0', at('08:15:09', named('ben'))),
  );
  assert.deepEqual(sorted(text), ['accepted-one-leg 1', 'refused 1']);
});

for (const [win32, outcome] of [
  [2148074248, 'broken-handshake'],
  [2148074310, 'channel-binding'],
  [1909, 'account-state'],
  [1385, 'logon-right'],
] as const) {
  test(`${outcome} stays a failure, although the client gets in afterwards`, () => {
    const text = logOf(
      ...[row('401 2 5'), row('401 1 2148074254'), row(`401 1 ${win32}`)],
      row('401 2 5', at('08:15:04')),
      row('401 1 2148074254', at('08:15:04')),
      row('200 0 0', at('08:15:04', named('anna'))),
    );
    assert.deepEqual(sorted(text), ['accepted-two-legs 1', `${outcome} 1`].toSorted());
  });
}

test('behind a shared address, one person does not get in for another', () => {
  const people = Array.from({ length: 6 }, (_, i) => [
    row('401 2 5', at(`08:15:1${i}`)),
    row('200 0 0', at(`08:15:1${i}`, named(`user${i}`))),
  ]).flat();
  const refused = [
    row('401 2 5', at('08:15:20')),
    row('401 1 2148074254', at('08:15:20')),
    row('401 1 2148074252', at('08:15:20')),
  ];
  const later = row('200 0 0', at('08:15:40', named('user3')));
  assert.deepEqual(sorted(logOf(...people, ...refused, later)), [
    'accepted-one-leg 6',
    'refused 1',
  ]);
});

test('many names refused from one address are a password spray, with an attempt for each', () => {
  const tries = Array.from({ length: 20 }, (_, i) =>
    row('401 1 1326', at(`08:15:${String(i + 10)}`, named(`user${i}`))),
  );
  const hit = row('200 0 0', at('08:15:40', named('user20')));
  assert.deepEqual(sorted(logOf(...tries)), ['password-spray 20']);
  assert.deepEqual(sorted(logOf(...tries, hit)), ['accepted-one-leg 1', 'password-spray 20']);
});

test('four wrong names are no spray, nor are many beside as many that get in', () => {
  const four = Array.from({ length: 4 }, (_, i) => row('401 1 1326', named(`user${i}`)));
  assert.deepEqual(outcomes(read(logOf(...four))), ['refused 4']);
  const office = Array.from({ length: 12 }, (_, i) => [
    row('401 2 5', at(`08:${String(i + 10)}:02`)),
    row('200 0 0', at(`08:${String(i + 10)}:02`, named(`in${i}`))),
    row('401 2 5', at(`08:${String(i + 10)}:20`)),
    row('401 1 1326', at(`08:${String(i + 10)}:20`, named(`user${i}`))),
  ]).flat();
  assert.deepEqual(sorted(logOf(...office)), ['accepted-one-leg 12', 'refused 12']);
});
