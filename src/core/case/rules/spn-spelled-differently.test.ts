import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '../../facts/fact.ts';
import {
  commandsOf,
  factBase,
  judged,
  kerberosToken,
  ntlmToken,
  owner,
  refused,
  ticket,
} from '../testing/facts.ts';
import { spnSpelledDifferently } from './spn-spelled-differently.ts';

const SVC = 'CN=svc-portal,DC=contoso,DC=com';
const SPN = 'HTTP/web01.contoso.com';
const NO_KDC = 0xc000005e;

/** [what, facts, what is judged]. Cases of the articles on expected SPNs and on ports. */
const ROWS: readonly (readonly [string, readonly Fact[], RegExp])[] = [
  [
    'registered with a port only',
    [refused(SPN), owner(`${SPN}:8080`, SVC)],
    /asks for HTTP\/web01\.contoso\.com, and what is registered is HTTP\/web01\.contoso\.com:8080: browsers leave the port out/,
  ],
  [
    'the client puts the port in',
    [refused(`${SPN}:8080`), owner(SPN, SVC)],
    /this client puts the port in/,
  ],
  [
    'registered by its short name',
    [refused(SPN), owner('HTTP/web01', SVC)],
    /a short name and a full name are two SPNs/,
  ],
  [
    'asked for by its short name',
    [refused('HTTP/web01'), owner(SPN, SVC)],
    /a short name and a full name/,
  ],
  [
    'the realm inside the SPN',
    [refused(SPN), owner(`${SPN}@CONTOSO.COM`, SVC)],
    /is HTTP\/web01\.contoso\.com@CONTOSO\.COM: the realm is no part/,
  ],
  [
    'the class HTTPS',
    [refused(SPN), owner('HTTPS/web01.contoso.com', SVC)],
    /no client asks for the class HTTPS/,
  ],
  [
    'a ticket, and a port in the registered name',
    [ticket(SPN), owner(`${SPN}:8080`, SVC)],
    /browsers leave the port out/,
  ],
  // Look-alikes
  ['registered as asked for', [ticket(SPN), owner(SPN, SVC)], /^out$/],
  ['case makes no difference', [ticket(SPN), owner('http/WEB01.contoso.com', SVC)], /^out$/],
  [
    'registered both with and without the port',
    [ticket(SPN), owner(`${SPN}:8080`, SVC), owner(SPN, SVC)],
    /^out$/,
  ],
  ['another service', [refused(SPN), owner('MSSQLSvc/web01.contoso.com:1433', SVC)], /^$/],
  ['another host', [refused(SPN), owner('HTTP/web02.contoso.com', SVC)], /^$/],
  ['a host that begins alike', [refused(SPN), owner('HTTP/web', SVC)], /^$/],
  ['HOST/ of the same name stands in', [ticket(SPN), owner('HOST/web01.contoso.com', SVC)], /^$/],
  ['no KDC: nothing about the name', [refused(SPN, NO_KDC), owner(`${SPN}:8080`, SVC)], /^$/],
];

for (const [name, facts, expected] of ROWS) {
  test(name, () => {
    assert.match(judged(spnSpelledDifferently, factBase(facts)), expected);
  });
}

test('tokens show what was asked for', () => {
  const facts = [owner(`${SPN}:8080`, SVC)];
  for (const token of [kerberosToken(SPN), ntlmToken(3, { MsvAvTargetName: SPN })]) {
    assert.match(
      judged(spnSpelledDifferently, factBase(facts, { tokens: [token] })),
      /browsers leave/,
    );
  }
  const other = ntlmToken(3, { MsvAvTargetName: 'cifs/web01.contoso.com' });
  assert.equal(judged(spnSpelledDifferently, factBase(facts, { tokens: [other] })), '');
});

test('a name typed into klist get does not show what a browser asks for', () => {
  const texts = { klist: 'C:\\> klist get HTTP/web01.contoso.com' };
  assert.equal(
    judged(spnSpelledDifferently, factBase([ticket(SPN), owner(SPN, SVC)], { texts })),
    '',
  );
});

test('each article settles its check', () => {
  const articles = spnSpelledDifferently[0]?.settles?.map(({ check, article }) => [check, article]);
  assert.deepEqual(articles?.[0], ['port', 'non-default-port-spn']);
});

test('the owner is asked for by name, and a hostile name stays out of every command', () => {
  assert.ok(
    commandsOf(spnSpelledDifferently, factBase([ticket(SPN)])).includes(`setspn -F -Q ${SPN}`),
  );
  const facts = [refused('HTTP/a$(calc)'), owner('HTTP/a$(calc):80', 'CONTOSO\\x&calc')];
  const commands = commandsOf(spnSpelledDifferently, factBase(facts));
  assert.ok(commands.length > 3);
  for (const line of commands) assert.doesNotMatch(line, /calc/);
});
