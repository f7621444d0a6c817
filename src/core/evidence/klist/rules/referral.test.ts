import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referral } from './referral.ts';
import { fixture, saidBy, ticket } from '../testing/judged.ts';

/** [name, output, what the rule says: severity, article, sentence; '' for silence] */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    'to a trusted forest',
    fixture('windows-referral'),
    'info cross-forest: bob was referred from FABRIKAM.COM to CONTOSO.COM, and the paste shows no ticket from there.',
  ],
  ['followed by a ticket from there', fixture('mit-cross-realm'), ''],
  ['own realm', fixture('windows-http'), ''],
  ['own realm by its NetBIOS name', ticket('krbtgt/CONTOSO'), ''],
];

for (const [name, text, said] of ROWS) {
  test(`referral: ${name}`, () => {
    assert.equal(saidBy(referral, text), said);
  });
}
