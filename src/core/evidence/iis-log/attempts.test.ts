/** Which rows make one attempt, and what became of it: one story per row of the tables. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { logOf, outcomes, read, row, type RowParts } from './testing/help.ts';

const ANNA: RowParts = { user: 'CONTOSO\\anna' };
const at = (time: string, more: RowParts = {}): RowParts => ({ time: `08:15:${time}`, ...more });
const CHALLENGE = row('401 2 5');
const LEG = row('401 1 2148074254');
const OK = row('200 0 0', ANNA);
const DENIED = row('401 1 2148074252');

/** [what happens, rows, outcomes] */
const STORIES: [string, string[], string[]][] = [
  // Accepted.
  ['NTLM on IIS 7 and later', [CHALLENGE, LEG, OK], ['accepted-two-legs 1']],
  ['NTLM on IIS 6', [row('401 2 2148074254'), row('401 1 0'), OK], ['accepted-two-legs 1']],
  ['the token comes at once', [LEG, OK], ['accepted-two-legs 1']],
  ['Kerberos', [CHALLENGE, OK], ['accepted-one-leg 1']],
  ['Kerberos on IIS 6', [row('401 2 2148074254'), OK], ['accepted-one-leg 1']],
  ['404 with a user name', [CHALLENGE, row('404 0 2', ANNA)], ['accepted-one-leg 1']],
  ['500 with a user name', [CHALLENGE, LEG, row('500 0 0', ANNA)], ['accepted-two-legs 1']],
  ['403 with a user name', [CHALLENGE, row('403 14 0', ANNA)], ['accepted-one-leg 1']],
  ['a pause of 20 s', [CHALLENGE, row('200 0 0', at('24', ANNA))], ['accepted-after-prompt 1']],
  [
    'no pause, but a request of 20 s',
    [CHALLENGE, row('200 0 0', at('24', { ...ANNA, taken: 21_500 }))],
    ['accepted-one-leg 1'],
  ],
  ['a refusal first', [CHALLENGE, LEG, DENIED, LEG, OK], ['accepted-after-prompt 1']],
  [
    'a refusal, then all over again',
    [CHALLENGE, LEG, DENIED, CHALLENGE, LEG, OK],
    ['accepted-after-prompt 1'],
  ],
  [
    'another user after 401.3',
    [CHALLENGE, row('401 3 5', ANNA), LEG, OK],
    ['acl-denied 1', 'accepted-two-legs 1'],
  ],
  ['legs that changed places', [LEG, CHALLENGE, OK], ['accepted-two-legs 1']],
  ['an answer that was written before the leg', [CHALLENGE, OK, LEG], ['accepted-two-legs 1']],

  // Never finished.
  ['an anonymous answer is no logon', [CHALLENGE, row('200 0 0')], ['never-answered 1']],
  ['two challenges and nothing', [CHALLENGE, CHALLENGE], ['never-answered 2']],
  ['a handshake given up', [CHALLENGE, LEG], ['abandoned 1']],
  ['a handshake begun again and again', [CHALLENGE, LEG, LEG, LEG], ['abandoned 1']],
  ['a first request with a token', [LEG], ['preauthenticated 1']],
  ['the same on IIS 6', [row('401 1 0')], ['preauthenticated 1']],
  ['the connection closed on the challenge', [CHALLENGE, row('401 1 64')], ['abandoned 1']],
  [
    'an answer after three minutes',
    [CHALLENGE, row('200 0 0', { time: '08:18:30', ...ANNA })],
    ['accepted-after-prompt 1'],
  ],
  [
    'an answer after twenty minutes',
    [CHALLENGE, row('200 0 0', { time: '08:35:30', ...ANNA })],
    ['never-answered 1'],
  ],

  // Refused by Windows.
  ['NTLM, wrong password', [CHALLENGE, LEG, DENIED], ['refused 1']],
  ['Basic, wrong password', [CHALLENGE, row('401 1 1326', ANNA)], ['refused 1']],
  ['Basic sent at once', [row('401 1 1326', ANNA)], ['refused 1']],
  ['as an HRESULT', [CHALLENGE, row('401 1 2147943726')], ['refused 1']],
  ['as an NTSTATUS', [CHALLENGE, row('401 1 3221225581')], ['refused 1']],
  ['twice', [CHALLENGE, LEG, DENIED, LEG, DENIED], ['refused 1']],
  ['three times', [CHALLENGE, LEG, DENIED, LEG, DENIED, LEG, DENIED], ['prompt-loop 1']],
  [
    'three times from the start',
    Array.from({ length: 3 }, () => [CHALLENGE, LEG, DENIED]).flat(),
    ['prompt-loop 1'],
  ],
  ['locked out', [CHALLENGE, row('401 1 1909', ANNA)], ['account-state 1']],
  [
    'locked out after wrong passwords',
    [CHALLENGE, DENIED, DENIED, DENIED, row('401 1 1909')],
    ['account-state 1'],
  ],
  ['disabled', [CHALLENGE, row('401 1 1331')], ['account-state 1']],
  ['password expired', [CHALLENGE, row('401 1 3221225585')], ['account-state 1']],
  ['logon type', [CHALLENGE, row('401 1 1385')], ['logon-right 1']],
  ['authentication firewall', [CHALLENGE, row('401 1 1935')], ['logon-right 1']],
  ['channel binding', [CHALLENGE, LEG, row('401 1 2148074310')], ['channel-binding 1']],
  ['invalid token', [CHALLENGE, row('401 1 2148074248')], ['broken-handshake 1']],
  ['no such package', [CHALLENGE, row('401 1 2148074245')], ['broken-handshake 1']],
  ['clock skew', [CHALLENGE, row('401 1 2148074276')], ['broken-handshake 1']],
  ['wrong principal', [CHALLENGE, row('401 1 2148074274')], ['broken-handshake 1']],
  ['no domain controller', [CHALLENGE, row('401 1 1311')], ['unclassified 1']],
  ['a code that says nothing', [CHALLENGE, row('401 1 87')], ['unclassified 1']],

  // Refused by something else.
  ['ACL', [CHALLENGE, LEG, row('401 3 5', ANNA)], ['acl-denied 1']],
  ['ACL, alone', [row('401 3 5')], ['acl-denied 1']],
  ['the application', [row('401 0 0')], ['application 1']],
  ['the application, after the logon', [CHALLENGE, LEG, row('401 0 0', ANNA)], ['application 1']],
  ['a substatus of Exchange', [row('401 111 0')], ['application 1']],
  ['an ISAPI filter', [row('401 4 5')], ['filter-or-handler 1']],
  ['an ISAPI program', [row('401 5 0')], ['filter-or-handler 1']],
  [
    'URL authorization, after the logon',
    [CHALLENGE, row('401 7 5', ANNA)],
    ['authorization-rule 1'],
  ],
  ['a denied address', [row('401 503 0')], ['unclassified 1']],
  ['too many requests', [row('401 502 0')], ['unclassified 1']],
];

for (const [name, rows, expected] of STORIES) {
  test(`${name}: ${expected.join(', ')}`, () => {
    assert.deepEqual(outcomes(read(logOf(...rows))), expected);
  });
}

const B: RowParts = { ip: '192.0.2.23' };

/** [what tells attempts apart, or not, rows, outcomes] */
const KEYS: [string, string[], string[]][] = [
  [
    'two clients interleaved',
    [CHALLENGE, row('401 2 5', B), LEG, row('401 1 2148074254', B), row('401 1 2148074252', B), OK],
    ['refused 1', 'accepted-two-legs 1'],
  ],
  [
    'ten parallel handshakes of one client',
    ['401 2 5', '401 1 2148074254', '200 0 0'].flatMap((codes) =>
      Array.from({ length: 10 }, (_, i) =>
        row(codes, { stem: `/page${i}`, ...(codes.startsWith('200') && ANNA) }),
      ),
    ),
    ['accepted-two-legs 10'],
  ],
  [
    'two connections to one resource',
    [CHALLENGE, CHALLENGE, LEG, LEG, OK, OK],
    ['accepted-two-legs 2'],
  ],
  [
    'another verb is another attempt',
    [CHALLENGE, row('200 0 0', { ...ANNA, verb: 'POST' })],
    ['never-answered 1'],
  ],
  [
    'another resource is another attempt',
    [CHALLENGE, row('200 0 0', { ...ANNA, stem: '/b' })],
    ['never-answered 1'],
  ],
  [
    'another agent is another attempt',
    [CHALLENGE, row('200 0 0', { ...ANNA, agent: 'curl/8.5' })],
    ['never-answered 1'],
  ],
  [
    'case of the path does not matter',
    [CHALLENGE, row('200 0 0', { ...ANNA, stem: '/App/' })],
    ['accepted-one-leg 1'],
  ],
  [
    'another query is the same attempt',
    [
      row('401 2 5', { query: '&cafeReqId=1;' }),
      row('401 1 2148074254', { query: '&cafeReqId=2;' }),
      row('200 0 0', { ...ANNA, query: '&cafeReqId=3;' }),
    ],
    ['accepted-two-legs 1'],
  ],
  [
    'nor does a handshake that was given up',
    [CHALLENGE, LEG, row('401 2 5', at('50')), row('200 0 0', at('50', ANNA))],
    ['abandoned 1', 'accepted-one-leg 1'],
  ],
  [
    'an abandoned connection does not take a later answer',
    [CHALLENGE, row('401 2 5', at('40')), row('200 0 0', at('40', ANNA))],
    ['never-answered 1', 'accepted-one-leg 1'],
  ],
];

for (const [name, rows, expected] of KEYS) {
  test(`${name}: ${expected.join(', ')}`, () => {
    const found = outcomes(read(logOf(...rows)));
    assert.deepEqual(found.toSorted(), expected.toSorted());
  });
}

test('behind a proxy, X-Forwarded-For tells the clients apart', () => {
  const fields = logOf().concat(' X-Forwarded-For');
  const from = (line: string, address: string) => `${line} ${address}`;
  const log = read(
    [
      fields,
      from(CHALLENGE, '203.0.113.1'),
      from(CHALLENGE, '203.0.113.2,10.0.9.9'),
      from(LEG, '203.0.113.1'),
      from(OK, '203.0.113.1'),
    ].join('\n'),
  );
  assert.deepEqual(outcomes(log).toSorted(), ['accepted-two-legs 1', 'never-answered 1']);
});

test('without the user column, a later answer that gives the resource counts', () => {
  const without = (line: string) => line.replace(/ 443 \S+/, ' 443');
  const log = [CHALLENGE, LEG, OK].map(without);
  assert.deepEqual(outcomes(read(logOf(...log).replace(' cs-username', ''))), [
    'accepted-two-legs 1',
  ]);
});

test('sequences: counts, rows, clients, and the first example', () => {
  const log = read(
    logOf(
      ...[CHALLENGE, OK, row('401 2 5', B), row('200 0 0', { ...B, ...ANNA })],
      ...['401 1 2148074254', '401 1 2148074252'].map((codes) => row(codes, at('40'))),
    ),
  );
  assert.deepEqual(
    log.sequences.map(({ outcome, count, rows, clients, example }) => [
      outcome,
      count,
      rows,
      clients,
      example,
    ]),
    [
      ['accepted-one-leg', 2, 4, 2, [0, 1]],
      ['refused', 1, 2, 1, [4, 5]],
    ],
  );
});

test('more 401s than entries: the first ones are kept, and the example of a late failure', () => {
  const many = Array.from({ length: 1_200 }, (_, i) => row('401 2 5', { stem: `/page${i}` }));
  const log = read(logOf(...many, row('401 1 2148074252', { stem: '/late' })));
  assert.equal(log.entries.length, 1_000);
  const late = log.sequences.find(({ outcome }) => outcome === 'refused');
  assert.equal(log.entries[late?.example[0] ?? -1]?.uri, '/late');
  assert.deepEqual(
    log.entries.map(({ line }) => line),
    log.entries.map(({ line }) => line).toSorted((a, b) => a - b),
  );
});

test('statuses count every row, the most frequent first', () => {
  const log = read(logOf(CHALLENGE, row('304 0 0', ANNA), row('304 0 0', ANNA)));
  assert.deepEqual(log.statuses, [
    { status: 304, substatus: 0, win32: 0, rows: 2 },
    { status: 401, substatus: 2, win32: 5, rows: 1 },
  ]);
});
