import assert from 'node:assert/strict';
import { test } from 'node:test';
import { okAsDelegate } from './ok-as-delegate.ts';
import { fixture, saidBy, ticket } from '../testing/judged.ts';

/** [name, output, what the rule says: severity, article, sentence; '' for silence] */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    'a site',
    ticket('HTTP/a.contoso.com', undefined, 'ok_as_delegate '),
    'info double-hop-checklist: The account that holds HTTP/a.contoso.com is trusted for delegation to any service (ok_as_delegate).',
  ],
  ['a domain controller, which always is', fixture('windows-no-http'), ''],
  ['a site without the flag', fixture('windows-http'), ''],
];

for (const [name, text, said] of ROWS) {
  test(`okAsDelegate: ${name}`, () => {
    assert.equal(saidBy(okAsDelegate, text), said);
  });
}
