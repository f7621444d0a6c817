/** content/krb-errors.json: codes that are in the code table, articles that exist, places that are filled in. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { isArticle } from '../../articles.ts';
import { describeKerberos } from '../../codes/lookup.ts';
import { placesIn } from '../../text/escape/command-template.ts';
import { causeOfKrbError, KRB_ERROR_ROWS } from './krb-error-causes.ts';

const PLACES = ['spn', 'account'];
const MACHINES = ['client', 'server', 'domain-controller', 'anywhere'];

for (const { code, name, article, cause, next, severity = 'error' } of KRB_ERROR_ROWS) {
  test(`${code} ${name}`, () => {
    assert.equal(describeKerberos(code)?.name, name);
    assert.ok(isArticle(article), article);
    assert.match(cause, /^[^A-Z].*\.$/);
    assert.ok(placesIn(cause).every((place) => place === 'spn'));
    assert.ok(placesIn(cause).length < 2, 'one place is filled in');
    assert.ok(['error', 'info'].includes(severity));
    for (const step of next) {
      if ('say' in step) assert.match(step.say, /^[A-Z].*\.$/);
      else {
        assert.ok(
          placesIn(step.run).every((place) => PLACES.includes(place)),
          step.run,
        );
        assert.ok(MACHINES.includes(step.on), step.on);
      }
    }
  });
}

test('the codes are in order, each once', () => {
  const codes = KRB_ERROR_ROWS.map(({ code }) => code);
  assert.deepEqual(
    codes,
    [...new Set(codes)].sort((a, b) => a - b),
  );
});

test('a code without a row leads to the table of all codes', () => {
  assert.equal(causeOfKrbError(60).article, 'krb-error-table');
});
