/** What the rules across sources ask for, with the names that the evidence has. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binding, factBase, request, ticket, windows } from '../testing/facts.ts';
import { askForName, askForOwner } from './cross-source-requests.ts';
import { otherAccountDecrypts } from './other-account-decrypts.ts';

test('the owner is asked for of the host that the site is bound to', () => {
  const on = factBase([binding('a', 'portal.contoso.com'), windows()]);
  const owner = otherAccountDecrypts.asks?.spnOwner?.(on);
  assert.equal(owner?.wants, 'setspn');
  assert.deepEqual(owner.step, { run: 'setspn -F -Q HTTP/portal.contoso.com', on: 'anywhere' });
});

test('what a client asked for goes before what the site is bound to', () => {
  const facts = factBase([ticket('HTTP/web.contoso.com'), binding('a', 'portal'), windows()]);
  const step = { run: 'setspn -F -Q HTTP/web.contoso.com', on: 'anywhere' };
  assert.deepEqual(askForOwner(facts)?.step, step);
});

test('nobody is asked for where Windows authentication is written to be off', () => {
  const off = windows({ enabled: false, stated: ['enabled'] });
  assert.equal(askForOwner(factBase([off])), undefined);
  assert.equal(askForOwner(factBase([windows({ enabled: false, stated: [] })]))?.wants, 'setspn');
});

test('a name without harm is filled in, a hostile one is not', () => {
  const hostile = factBase([binding('a', 'x&calc'), windows()]);
  assert.deepEqual(askForOwner(hostile)?.step, { run: 'setspn -F -Q <SPN>', on: 'anywhere' });
  const named = factBase([], { messages: [request('Portal.contoso.com:8080')] });
  assert.deepEqual(askForName(named).step, {
    run: 'Resolve-DnsName portal.contoso.com',
    on: 'client',
  });
});
