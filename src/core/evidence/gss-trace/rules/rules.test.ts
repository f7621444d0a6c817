/** What the rules make of traces, with the rules across sources, and what they leave alone. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { articleAt, decode } from '../../../index.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}.txt`, import.meta.url), 'utf8');

interface Expected {
  readonly id: string;
  readonly article: string;
  readonly title: RegExp;
  /** Checks by id: their state, or `known`. */
  readonly checks?: Record<string, string>;
}

const FIRST: Record<string, Expected> = {
  'mit-refused': {
    id: 'case.kdc-refused',
    article: 'spn-missing',
    title:
      /refused a ticket for HTTP\/portal\.contoso\.com with KDC_ERR_S_PRINCIPAL_UNKNOWN: no account holds/,
    checks: { 'ticket-issued': 'failed', 'requested-name': 'known' },
  },
  'mit-issued': {
    id: 'case.trace-ticket-issued',
    article: 'expected-spn',
    title: /issued a ticket for HTTP\/portal/,
    checks: { 'ticket-issued': 'passed' },
  },
  'mit-wrapped': {
    id: 'gss-trace.ticket-held',
    article: 'linux-macos-clients',
    title: /holds a ticket for krbtgt\/CONTOSO\.COM/,
    checks: { 'ticket-issued': 'known' },
  },
  'mit-acceptor': {
    id: 'gss-trace.ticket-accepted',
    article: 'spn-identity-match',
    title: /decrypted the ticket for HTTP\/portal\.contoso\.com with its key for AES-256/,
    checks: { 'decrypting-account': 'passed' },
  },
  'java-error': {
    id: 'case.kdc-refused',
    article: 'spn-missing',
    title: /for HTTP\/portal\.contoso\.com with KDC_ERR_S_PRINCIPAL_UNKNOWN/,
    checks: { 'ticket-issued': 'failed' },
  },
  'apache-kerb': {
    id: 'gss-trace.no-common-mechanism',
    article: 'ntlm-fallback-reasons',
    title: /none of the mechanisms/,
    checks: { 'client-sent': 'failed' },
  },
  'apache-gssapi': {
    id: 'sentence.cannot-decrypt',
    article: 'krb-ap-err-modified',
    title: /found in keytab but cannot/,
    checks: { 'decrypting-account': 'failed' },
  },
  gokrb5: { id: 'case.kdc-refused', article: 'spn-missing', title: /HTTP\/portal\.contoso\.com/ },
  heimdal: { id: 'case.kdc-refused', article: 'spn-missing', title: /HTTP\/portal\.contoso\.com/ },
  python: { id: 'sentence.server-not-found', article: 'spn-missing', title: /Server not found/ },
};

for (const [name, expected] of Object.entries(FIRST)) {
  test(`${name} leads to ${expected.id}`, async () => {
    const { findings, checks } = await decode(fixture(name));
    const [first] = findings;
    assert.equal(first?.id, expected.id, first?.title);
    assert.equal(articleAt(first.article), expected.article);
    assert.match(first.title, expected.title);
    for (const [id, state] of Object.entries(expected.checks ?? {})) {
      const check = checks.find((one) => one.id === id);
      assert.equal(check?.known === undefined ? check?.state : 'known', state, id);
    }
  });
}

const NTLM_OID = '1.3.6.1.4.1.311.2.2.10';
const KERBEROS_OID = '1.2.840.113554.1.2.2';
const mechanisms = (...oids: string[]) =>
  oids.map((oid) => `SpNegoToken NegTokenInit: reading Mechanism Oid = ${oid}`);

for (const [what, lines, isNtlm] of [
  ['NTLM before Kerberos', mechanisms(NTLM_OID, KERBEROS_OID), true],
  ['NTLM alone', mechanisms(NTLM_OID), true],
  ['NTLM as the last resort', mechanisms(KERBEROS_OID, NTLM_OID), false],
  [
    'lines of another thread in between',
    [...mechanisms(KERBEROS_OID), '', '12:00:01 DEBUG other', ...mechanisms(NTLM_OID)],
    false,
  ],
  [
    'a second token',
    [
      ...mechanisms(KERBEROS_OID, NTLM_OID),
      'SpNegoToken NegTokenInit: reading Mech Token',
      ...mechanisms(NTLM_OID, KERBEROS_OID),
    ],
    true,
  ],
] as const) {
  test(`the mechanisms that Java reads: ${what}`, async () => {
    const { findings, kinds } = await decode(lines.join('\n'));
    assert.ok(kinds.includes('gss-trace'));
    assert.equal(
      findings.some(({ id }) => id === 'gss-trace.ntlm-first'),
      isNtlm,
    );
  });
}

test('no code of a trace is looked up on its own', async () => {
  for (const name of ['mit-refused', 'mit-wrapped', 'sssd', 'python', 'gokrb5']) {
    const { findings } = await decode(fixture(name));
    assert.deepEqual(
      findings.filter(({ id }) => id.startsWith('code.')).map(({ title }) => title),
      [],
      name,
    );
  }
});

test('words that introduce a reason are left out where the reason is there', async () => {
  const { findings } = await decode(fixture('apache-gssapi'));
  assert.ok(findings.every(({ title }) => !title.startsWith('"gss_accept_sec_context')));
});

test('a realm that the KDC does not know is about a trust', async () => {
  const text = [
    '[1] 1785920100.000001: Requesting tickets for krbtgt/FABRIKAM.COM@CONTOSO.COM, referrals on',
    '[1] 1785920100.000002: TGS request result: -1765328377/Server not found in Kerberos database',
  ].join('\n');
  const { findings, checks } = await decode(text);
  assert.equal(findings[0]?.id, 'case.kdc-knows-no-realm');
  assert.equal(checks.find(({ id }) => id === 'trusted-domains')?.state, 'failed');
});

test('the keytab, next to the key that the ticket needs', async () => {
  const keytab = [
    'Keytab name: FILE:/etc/krb5.keytab',
    'KVNO Principal',
    '---- --------------------------------------------------------------------------',
    '   4 HTTP/portal.contoso.com@CONTOSO.COM (aes256-cts-hmac-sha1-96)',
  ].join('\n');
  const { findings } = await decode(`${fixture('apache-gssapi')}\n$ klist -k -e\n${keytab}`);
  assert.equal(findings[0]?.id, 'case.keytab-version');
  assert.match(findings[0].title, /needs version 5 of the key, and the keytab has 4/);
});
