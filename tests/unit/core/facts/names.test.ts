/** Names of accounts, SPNs and hosts: read, spelled, compared. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  accountOf,
  bareName,
  compareAccounts,
  compareDomains,
  compareHosts,
  compareSpns,
  type Comparison,
  displayName,
  hostOf,
  isAddress,
  isComputerLike,
  logonName,
  spelled,
  spnOf,
  withoutPort,
} from '../../../../src/core/facts/names.ts';

const ACCOUNTS: readonly (readonly [text: string, name: string, form: string, domain?: string])[] =
  [
    ['CONTOSO\\svc-a', 'svc-a', 'sam', 'contoso'],
    ['contoso.com\\svc-a', 'svc-a', 'sam', 'contoso.com'],
    ['svc-a@Contoso.com', 'svc-a', 'upn', 'contoso.com'],
    ['CN=svc-a,OU=Service Accounts,DC=contoso,DC=com', 'svc-a', 'cn', 'contoso.com'],
    ['cn=Portal\\, Web,OU=x,DC=contoso,DC=com', 'portal, web', 'cn', 'contoso.com'],
    ['.\\local', 'local', 'sam'],
    ['svc-a', 'svc-a', 'sam'],
    ['WEB01$', 'web01$', 'sam'],
    ['', '', 'sam'],
  ];
for (const [text, name, form, domain] of ACCOUNTS) {
  test(`${text} is an account`, () => {
    const account = accountOf(text);
    assert.deepEqual([account.name, account.form, account.domain], [name, form, domain]);
    assert.equal(account.written, text.trim());
  });
}

const COMPARED: readonly (readonly [a: string, b: string, expected: Comparison])[] = [
  ['CONTOSO\\svc-a', 'contoso\\SVC-A', 'same'],
  ['CONTOSO\\svc-a', 'CONTOSO\\svc-b', 'different'],
  ['CONTOSO\\svc-a', 'FABRIKAM\\svc-a', 'different'],
  ['CONTOSO\\svc-a', 'svc-a', 'unknown'],
  ['CONTOSO\\svc-a', 'svc-a@contoso.com', 'unknown'],
  ['CN=svc-a,DC=contoso,DC=com', 'contoso.com\\svc-a', 'same'],
  ['CN=svc-a,DC=contoso,DC=com', 'CONTOSO\\svc-b', 'unknown'],
  ['CN=svc-a,DC=contoso,DC=com', 'CN=svc-b,DC=contoso,DC=com', 'different'],
  ['CN=WEB01,DC=contoso,DC=com', 'contoso.com\\WEB01$', 'same'],
  ['CONTOSO\\WEB01$', 'CONTOSO\\WEB01', 'different'],
];
for (const [a, b, expected] of COMPARED) {
  test(`${a} and ${b}: ${expected}`, () => {
    assert.equal(compareAccounts(accountOf(a), accountOf(b)), expected);
    assert.equal(compareAccounts(accountOf(b), accountOf(a)), expected);
  });
}

const SPNS: readonly (readonly [text: string, spelled: string | undefined, realm?: string])[] = [
  ['HTTP/portal.contoso.com', 'HTTP/portal.contoso.com'],
  ['http/Portal.Contoso.com:8080', 'HTTP/portal.contoso.com:8080'],
  ['HTTP/portal@CONTOSO.COM', 'HTTP/portal', 'CONTOSO.COM'],
  ['HTTP/portal:8080@contoso.com', 'HTTP/portal:8080', 'CONTOSO.COM'],
  ['MSSQLSvc/sql1:SQLEXPRESS', 'MSSQLSVC/sql1:sqlexpress'],
  ['ldap/dc1.contoso.com/contoso.com', 'LDAP/dc1.contoso.com/contoso.com'],
  ['krbtgt/CONTOSO.COM', 'KRBTGT/contoso.com'],
  ['portal.contoso.com', undefined],
  ['HTTP/', undefined],
  ['HTTP/a b', undefined],
];
for (const [text, expected, realm] of SPNS) {
  test(`${text} ${expected === undefined ? 'is no SPN' : `is ${expected}`}`, () => {
    const spn = spnOf(text);
    assert.equal(spn && spelled(spn), expected);
    assert.equal(spn?.realm, realm);
  });
}

const SPN_PAIRS: readonly (readonly [a: string, b: string, expected: Comparison])[] = [
  ['HTTP/web', 'http/WEB', 'same'],
  ['HTTP/web', 'HTTP/web@CONTOSO.COM', 'same'],
  ['HTTP/web@A.COM', 'HTTP/web@B.COM', 'different'],
  ['HTTP/web', 'HTTP/web:8080', 'different'],
  ['HTTP/web', 'HOST/web', 'different'],
];
for (const [a, b, expected] of SPN_PAIRS) {
  test(`${a} and ${b}: ${expected}`, () => {
    const [first, second] = [spnOf(a), spnOf(b)];
    assert.ok(first && second);
    assert.equal(compareSpns(first, second), expected);
  });
}

test('hosts compare by name, and a short name may be any', () => {
  assert.equal(hostOf(' Portal.Contoso.com. '), 'portal.contoso.com');
  assert.equal(compareHosts('portal.contoso.com', 'portal.contoso.com'), 'same');
  assert.equal(compareHosts('portal', 'portal.contoso.com'), 'unknown');
  assert.equal(compareHosts('portal.fabrikam.com', 'portal.contoso.com'), 'different');
  assert.equal(compareHosts('web', 'portal.contoso.com'), 'different');
});

test('domains compare in one spelling only', () => {
  assert.equal(compareDomains('contoso', 'contoso'), 'same');
  assert.equal(compareDomains('contoso', 'contoso.com'), 'unknown');
  assert.equal(compareDomains('contoso.com', 'fabrikam.com'), 'different');
  assert.equal(compareDomains(undefined, 'contoso'), 'unknown');
});

test('addresses and computer accounts are told by their form', () => {
  for (const host of ['10.0.0.5', '::1', '[fe80::1]']) assert.ok(isAddress(host), host);
  for (const host of ['portal', 'a.b.c.d', '10.0.0']) assert.ok(!isAddress(host), host);
  assert.ok(isComputerLike(accountOf('CONTOSO\\WEB01$')));
  assert.ok(!isComputerLike(accountOf('CONTOSO\\svc-a')));
});

test('no text makes a name throw, and comparing is symmetric', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      assert.equal(
        compareAccounts(accountOf(a), accountOf(b)),
        compareAccounts(accountOf(b), accountOf(a)),
      );
      assert.equal(compareHosts(hostOf(a), hostOf(b)), compareHosts(hostOf(b), hostOf(a)));
      spnOf(a);
    }),
  );
});

const SHOWN: readonly (readonly [written: string, shown: string, logon: string | undefined])[] = [
  ['CN=Portal\\, Web,OU=x,DC=contoso,DC=com', 'Portal, Web', undefined],
  ['CONTOSO\\svc-a', 'CONTOSO\\svc-a', 'CONTOSO\\svc-a'],
  ['WEB01$', 'WEB01$', 'WEB01$'],
];
for (const [written, shown, logon] of SHOWN) {
  test(`${written} is shown as ${shown}`, () => {
    assert.equal(displayName(accountOf(written)), shown);
    assert.equal(logonName(accountOf(written)), logon);
  });
}

test('a host header is a host and perhaps a port; a computer account is its CN and a sign', () => {
  assert.equal(withoutPort('Portal.Contoso.com:8080'), 'portal.contoso.com');
  assert.equal(withoutPort('portal'), 'portal');
  assert.equal(bareName(accountOf('CONTOSO\\WEB01$')), 'web01');
});
