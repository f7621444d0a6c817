/** A query as terms: fillers out, other names in, never more than a handful. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { termsOf } from '../../../src/elements/site-search/words.ts';

const ROWS: readonly (readonly [query: string, words: readonly string[]])[] = [
  ['why is IIS using NTLM', ['iis', 'using', 'ntlm']],
  ['the of and', ['the', 'of', 'and']],
  ['401.1, 401.2; (403)', ['401.1', '401.2', '403']],
  ['setspn -X', ['setspn', 'x']],
  ['load balancer', ['load', 'balancer', 'load balancer']],
  ['KRB_AP_ERR_MODIFIED krb_ap_err_modified', ['krb_ap_err_modified']],
  ['  ', []],
];

for (const [query, words] of ROWS) {
  test(`"${query}" asks for ${words.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(
      termsOf(query).map(({ word }) => word),
      words,
    );
  });
}

test('a word brings the other names of its thing, and not itself', () => {
  const [popup] = termsOf('popup');
  const alike = popup?.alike ?? [];
  assert.ok(alike.includes('prompt'));
  assert.ok(!alike.includes('popup'));
});

test('whatever is typed becomes a bounded number of different terms', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000 }), (query) => {
      const words = termsOf(query).map(({ word }) => word);
      assert.ok(words.length <= 24);
      assert.equal(new Set(words).size, words.length);
      assert.ok(words.every((word) => word.trim() !== ''));
    }),
  );
});
