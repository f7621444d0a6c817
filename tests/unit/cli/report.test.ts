import assert from 'node:assert/strict';
import test from 'node:test';
import { report } from '../../../src/cli/report.ts';
import { coloured } from '../../../src/cli/terminal.ts';
import type { Decoded, Story } from '../../../src/core/index.ts';
import { run, say } from '../../../src/core/contract/step.ts';
import { command } from '../../../src/core/text/escape/command.ts';

const TEXT = '#Fields: sc-status\n401 2 5 \u001b[2J\n401 1 2148074254\n';

const INPUTS = [{ text: TEXT }];

const NOTHING: Decoded = {
  sources: [{ id: '1', kinds: ['unknown'] }],
  kinds: ['unknown'],
  tokens: [],
  facts: [],
  findings: [],
  checks: [],
  ruledOut: [],
  undecided: [],
  asks: [],
  problems: [],
};

const DECODED: Decoded = {
  ...NOTHING,
  sources: [{ id: '1', kinds: ['log'] }],
  kinds: ['log'],
  tokens: [
    {
      header: 'Authorization',
      scheme: 'Negotiate',
      bytes: 174,
      complete: false,
      expectedBytes: 2932,
      layers: ['GSS', 'SPNEGO NegTokenInit'],
      at: { start: 0, end: 5 },
      fields: [
        {
          name: 'mechTypes',
          at: { start: 0, end: 5 },
          children: [
            {
              name: 'mechType',
              value: '1.2.840.113554.1.2.2',
              meaning: 'Kerberos',
              at: { start: 0, end: 5 },
              cut: true,
            },
          ],
        },
      ],
    },
  ],
  log: {
    format: 'w3c',
    rows: 2,
    unreadable: 1,
    statuses: [
      { status: 401, substatus: 2, win32: 5, rows: 1 },
      { status: 401, substatus: 1, win32: 2148074254, rows: 1 },
    ],
    entries: [],
    reading: [],
    sequences: [
      {
        outcome: 'accepted-two-legs',
        count: 1,
        rows: 3,
        clients: 1,
        article: '/start/normal-401-sequence/',
        example: [],
        others: [],
        clientNames: [],
        userNames: [],
        uris: [],
        users: 1,
        resources: 1,
      },
    ],
  },
  codes: [
    {
      space: 'sspi',
      name: 'SEC_E_NO_CREDENTIALS',
      unsigned: 2148074254,
      hex: '0x8009030E',
      meaning: 'No credentials.',
    },
  ],
  findings: [
    {
      id: 'x.first',
      severity: 'warning',
      title: 'The client gave up.',
      article: '/start/401-2-only-no-second-leg/',
      evidence: [{ start: 19, end: 26 }],
      caveat: 'The log may be cut.',
      next: [
        run(
          'client',
          command`setspn -Q ${['HTTP/a-host-name-that-is-long-enough-to-pass-the-end-of-a-narrow-line.example.org', 'SPN']}`,
        ),
        say('Ask the person what they saw.'),
      ],
    },
    { id: 'x.second', severity: 'ok', title: 'All is well.', article: '/start/', evidence: [] },
  ],
  problems: [{ message: 'A row could not be read.', at: { start: 27, end: 30 } }],
};

const LINES = report(DECODED, INPUTS, { width: 60, paint: (_, text) => text }).split('\n');

void test('the verdict comes first, with its severity as a word', () => {
  assert.equal(LINES[0], 'WARNING  The client gave up.');
});

void test('the proof stands under the verdict, marked, with control characters made visible', () => {
  assert.equal(LINES[1], '  line 2 | 401 2 5 ␛[2J');
  assert.equal(LINES[2], '         | ^^^^^^^');
});

void test('a command is not broken over lines', () => {
  assert.ok(
    LINES.some(
      (line) =>
        line.startsWith('  Next  setspn -Q HTTP/') &&
        line.endsWith('.example.org   (on the client)'),
    ),
  );
});

void test('caveat and article have their lines', () => {
  assert.ok(LINES.includes('  Note  The log may be cut.'));
  assert.ok(LINES.includes('  Read  /start/401-2-only-no-second-leg/'));
});

void test('other findings follow', () => {
  assert.ok(LINES.includes('OK  All is well.'));
});

void test('a token is a tree', () => {
  const at = LINES.indexOf('Token: GSS > SPNEGO NegTokenInit');
  assert.deepEqual(LINES.slice(at + 1, at + 4), [
    '  Authorization: Negotiate, 174 of 2932 bytes, cut off',
    '  mechTypes',
    '    mechType 1.2.840.113554.1.2.2 (Kerberos) [cut]',
  ]);
});

void test('a log is summed up with names', () => {
  const at = LINES.indexOf('Log: w3c, 2 rows read, 1 could not be');
  assert.match(
    LINES[at + 1] ?? '',
    /1 x 401\.2 \(Logon failed due to server configuration\) 5 ERROR_ACCESS_DENIED$/,
  );
  assert.match(LINES[at + 2] ?? '', /1 x 401\.1 \(Logon failed\) 2148074254 SEC_E_NO_CREDENTIALS$/);
  assert.match(LINES[at + 3] ?? '', /accepted-two-legs: 1 attempt, 3 rows, 1 client, \/start/);
});

void test('the story of a log is told in words, with the names that failed most', () => {
  const names = (name: string) => ({
    distinct: 2,
    top: [
      { name, attempts: 3, failed: 2, outcome: 'refused' as const },
      { name: 'fine', attempts: 1, failed: 0, outcome: 'accepted-one-leg' as const },
    ],
  });
  const story: Story = {
    summary: ['First.', 'Second.'],
    ...{ attempts: 4, failed: 2, refusals: 6, healthyRefusals: 2, outcomes: [], examples: [] },
    clients: names('10.0.0.7'),
    users: { distinct: 1, top: [] },
    resources: names('/app/\u001b[2J'),
    complete: true,
  };
  assert.ok(DECODED.log);
  const lines = report({ ...DECODED, log: { ...DECODED.log, story } }, INPUTS).split('\n');
  const at = lines.indexOf('  Second.');
  assert.equal(lines[at - 1], '  First.');
  assert.deepEqual(lines.slice(at + 1, at + 5), [
    '  clients with most attempts that were not accepted, of 2:',
    '    2 of 3  10.0.0.7  (refused)',
    '  resources with most attempts that were not accepted, of 2:',
    '    2 of 3  /app/␛[2J  (refused)',
  ]);
});

void test('codes and problems are listed', () => {
  assert.ok(LINES.includes('  SEC_E_NO_CREDENTIALS  2148074254  0x8009030E'));
  assert.ok(LINES.includes('  line 2: A row could not be read.'));
});

void test('a problem that a finding has told is not told twice', () => {
  const message = 'The client gave up.';
  const told = report({ ...DECODED, problems: [{ message, at: { start: 0, end: 1 } }] }, INPUTS);
  assert.equal(told.split(message).length, 2);
});

void test('without colour there is no escape sequence, with colour there is', () => {
  assert.ok(!report(DECODED, INPUTS).includes('\u001b'));
  assert.ok(
    report(DECODED, INPUTS, { width: 80, paint: coloured }).includes('\u001b[33mWARNING\u001b[0m'),
  );
});

void test('an empty paste is said to be so', () => {
  const empty = report(NOTHING, [{ text: '' }]);
  assert.match(empty, /^Nothing was recognised\.\nExpected: [^]*a code\.\n$/);
});

void test('what was read without a finding is announced', () => {
  const unconcluded = report({ ...DECODED, findings: [] }, INPUTS);
  assert.match(unconcluded, /^Nothing to conclude\. What was read follows\.\n/);
});

const TWO = [
  { name: 'klist\u202e.txt', text: 'first\nHTTP/portal' },
  { text: 'CN=svc-old,DC=contoso,DC=com' },
];
const IN_BOTH: Decoded = {
  ...NOTHING,
  sources: [
    { id: '1', name: 'klist.txt', kinds: ['klist'] },
    { id: '2', kinds: ['setspn'] },
  ],
  kinds: ['klist', 'setspn'],
  findings: [
    {
      id: 'x.joined',
      severity: 'error',
      title: 'Two pieces say different things.',
      article: '/kerberos/spn-identity-match/',
      evidence: [
        { start: 6, end: 17, source: '1' },
        { start: 3, end: 10, source: '2' },
      ],
    },
  ],
  checks: [
    { id: 'clocks', state: 'unknown' },
    { id: 'port', state: 'failed', by: 'x', says: 'The SPN has a port.' },
    { id: 'alias', state: 'unknown', known: 'The client can reach one.' },
  ],
  asks: [
    { wants: 'config', why: 'Shows which account decrypts.', step: say('Open it.'), checks: [] },
  ],
  undecided: [{ rule: 'x', says: 'Another account decrypts.', evidence: [], missing: ['config'] }],
};

void test('proof in several pieces names each of them', () => {
  const lines = report(IN_BOTH, TWO, { width: 80, paint: (_, text) => text }).split('\n');
  assert.ok(lines.includes('  klist\ufffd.txt, line 2 | HTTP/portal'));
  assert.ok(lines.includes('  piece 2, line 1 | CN=svc-old,DC=contoso,DC=com'));
  assert.ok(lines.includes(`${' '.repeat(18)}|    ^^^^^^^`), lines.join('\n'));
});

void test('the checks that are settled, what is missing and what is open are told', () => {
  const text = report(IN_BOTH, TWO, { width: 100, paint: (_, words) => words });
  assert.match(text, /^ {2}Does the URL have a port\? failed: The SPN has a port\.$/m);
  assert.match(text, /half known: The client can reach one\.$/m);
  assert.match(text, /^ {8}Shows which account decrypts\.\n {2}Next {2}Open it\.$/m);
  assert.match(text, /^ {2}Another account decrypts\. Missing: config\.$/m);
  assert.doesNotMatch(text, /clocks within/);
});
