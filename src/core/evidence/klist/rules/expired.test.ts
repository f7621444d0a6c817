import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expired } from './expired.ts';
import { fixture, saidBy } from '../testing/judged.ts';

/** [name, output, what the rule says: severity, article, sentence; '' for silence] */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    'Heimdal -v',
    fixture('heimdal-verbose'),
    'warning ticket-expired: stevel: klist marks the ticket-granting ticket as expired.',
  ],
  [
    'Heimdal',
    '  Principal: a@B.C\nJan 10 15:48:00 2018  >>>Expired<<<  HTTP/x.b.c@B.C',
    'warning ticket-expired: The client: klist marks the ticket for HTTP/x.b.c as expired.',
  ],
  ['an old date, which may be an old paste', fixture('mit-cross-realm'), ''],
];

for (const [name, text, said] of ROWS) {
  test(`expired: ${name}`, () => {
    assert.equal(saidBy(expired, text), said);
  });
}
