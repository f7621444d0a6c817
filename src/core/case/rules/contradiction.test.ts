/** Two sources that state different things: both are named with place and time, and neither proves a verdict alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCase, type Decoded } from '../../index.ts';
import * as text from '../testing/evidence-texts.ts';

const PORTAL = 'HTTP/portal.contoso.com';
const RC4 = 'RSADSI RC4-HMAC(NT)';
const SVC_A = { user: 'CONTOSO\\svc-a' };
const WHOAMI = 'C:\\>whoami\ncontoso\\bea\n';

const decided = (...sources: readonly string[]): Promise<Decoded> =>
  openCase(sources.map((one, index) => ({ text: one, name: `${String(index + 1)}.txt` })));

const contradictions = ({ findings }: Decoded) =>
  findings.filter(({ id }) => id === 'case.contradiction');

const ROWS: readonly (readonly [name: string, sources: readonly string[], says: RegExp])[] = [
  [
    'two searches',
    [text.setspn(PORTAL, 'svc-a'), text.setspn(PORTAL, 'svc-b')],
    /setspn \(1\.txt\) says svc-a, and setspn \(2\.txt\) says svc-b: one of them is older/,
  ],
  [
    'a search and 4769',
    [text.setspn(PORTAL, 'svc-a'), text.event4769('svc-b')],
    /setspn says svc-a, and event 4769 \(3\/2\/2026 8:15:01 AM\) says svc-b/,
  ],
  [
    'event 4 and the configuration',
    [text.decryptFailed('svc-b', PORTAL), text.config(SVC_A)],
    /event 4 of Kerberos .*says svc-b, and the configuration says CONTOSO\\svc-a/,
  ],
  [
    'two identities of a pool',
    [text.config(SVC_A), text.config({ user: 'CONTOSO\\svc-b' })],
    /identity of the pool portal/,
  ],
  [
    'two settings of a site',
    [text.config(SVC_A), text.config({ ...SVC_A, kernelOnly: true })],
    /useAppPoolCredentials at Portal/,
  ],
  [
    'the encryption type',
    [text.klist(PORTAL), text.setspn(PORTAL, 'svc-a'), text.event4769('svc-a', '0x0', '0x17')],
    /klist says AES-256, and event 4769 .*says RC4/,
  ],
  ['two caches', [text.klist(PORTAL), text.klist(PORTAL, RC4)], /says AES-256, and .* says RC4/],
  ['two offsets', [text.w32tm('-412.5'), text.w32tm('+0.5')], /says 412\.5 s, and .* says 0\.5 s/],
  [
    'two listings of an account',
    [text.directoryUser('svc-a', 24), text.directoryUser('svc-a', 4)],
    /encryption types of svc-a/,
  ],
  [
    'two answers of DNS',
    [
      text.dnsAddress('portal.contoso.com', '10.0.0.21'),
      text.dnsAddress('portal.contoso.com', '10.0.0.22'),
    ],
    /10\.0\.0\.21, and .* 10\.0\.0\.22/,
  ],
  ['two users', [text.klist(PORTAL), WHOAMI], /they are of two sessions/],
];

for (const [name, sources, says] of ROWS) {
  test(`${name} disagree`, async () => {
    const decoded = await decided(...sources);
    const [found, second] = contradictions(decoded);
    assert.match(found?.title ?? decoded.findings.map(({ title }) => title).join('\n'), says);
    assert.equal(found?.severity, 'warning');
    assert.equal(new Set(found.evidence.map(({ source }) => source)).size, 2);
    assert.ok(
      found.next?.some((step) => 'run' in step),
      'says how to find out',
    );
    assert.equal(second, undefined);
    const others = decoded.findings.filter(
      (one) =>
        one !== found &&
        one.evidence.some((a) =>
          found.evidence.some((b) => a.source === b.source && a.start < b.end && b.start < a.end),
        ),
    );
    for (const one of others) assert.ok(one.caveat?.includes('Two sources disagree'), one.id);
  });
}

const AGREE: readonly (readonly [name: string, sources: readonly string[]])[] = [
  ['the same account', [text.setspn(PORTAL, 'svc-a'), text.event4769('svc-a')]],
  ['a ticket for the KDC', [text.setspn(PORTAL, 'svc-a'), text.event4769('krbtgt')]],
  ['a ticket for a computer', [text.setspn(PORTAL, 'svc-a'), text.event4769('WEB01$')]],
  [
    'a ticket for an account of another service',
    [
      text.setspn(PORTAL, 'svc-a'),
      text.event4769('svc-sql'),
      'C:\\>setspn -L svc-sql\nRegistered ServicePrincipalNames for CN=svc-sql,OU=Service,DC=contoso,DC=com:\n        MSSQLSvc/sql01.contoso.com:1433\n',
    ],
  ],
  ['two SPNs', [text.setspn(PORTAL, 'svc-a'), text.setspn('HTTP/intranet.contoso.com', 'svc-b')]],
  ['one configuration twice', [text.config(SVC_A), text.config(SVC_A)]],
  ['two small offsets', [text.w32tm('-0.4'), text.w32tm('+0.5')]],
  ['two accounts', [text.directoryUser('svc-a', 24), text.directoryUser('svc-b', 4)]],
  [
    'round robin',
    [
      text.dnsAddress('portal.contoso.com', '10.0.0.21'),
      text.dnsAddress('portal.contoso.com', '10.0.0.21'),
    ],
  ],
  ['one user', [text.klist(PORTAL), 'C:\\>whoami\ncontoso\\alex\n']],
];

for (const [name, sources] of AGREE) {
  test(`${name} is no contradiction`, async () => {
    assert.deepEqual(
      contradictions(await decided(...sources)).map(({ title }) => title),
      [],
    );
  });
}

test('what is disputed passes no check, and no duplicate is made of it', async () => {
  const alone = await decided(text.setspn(PORTAL, 'svc-a'));
  const stateOf = ({ checks }: Decoded) => checks.find(({ id }) => id === 'one-owner');
  assert.equal(stateOf(alone)?.state, 'passed');
  const both = await decided(text.setspn(PORTAL, 'svc-a'), text.setspn(PORTAL, 'svc-b'));
  assert.equal(stateOf(both)?.state, 'unknown');
  assert.match(stateOf(both)?.known ?? '', /disagree on who holds the SPN/);
  assert.ok(!both.findings.some(({ id }) => id === 'setspn.duplicate'));
});

test('what is not disputed goes on to pass: a ticket was issued, whoever holds the SPN', async () => {
  const { checks } = await decided(text.setspn(PORTAL, 'svc-a'), text.event4769('svc-b'));
  assert.equal(checks.find(({ id }) => id === 'ticket-issued')?.state, 'passed');
});
