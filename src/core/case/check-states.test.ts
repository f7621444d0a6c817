/**
 * The checks of `content/checks.json`, each with evidence that shows it passed, failed, and where that makes
 * sense not applicable; the check names the finding or rule, and the sources that prove it.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHECKS, openCase, type Decoded } from '../index.ts';
import * as text from './testing/evidence-texts.ts';
import { sampleText } from './testing/sample-text.ts';

const PORTAL = 'HTTP/portal.contoso.com';
const DELEGATE = '0x40a50000 -> forwardable renewable pre_authent ok_as_delegate name_canonicalize';
const SVC = { user: 'CONTOSO\\svc-portal' };
const OWN = text.log('08:15:02 401 2 5 - 10.0.0.4', '08:15:02 401 1 2148074252 - 10.0.0.4');
const DC = `C:\\>nltest /dsgetdc:contoso.com /force /kdc
           DC: \\\\DC01.contoso.com
      Address: \\\\10.0.0.10
     Dom Guid: 5499c0e6-2d33-429d-aab3-f45f6a06922b
     Dom Name: contoso.com
  Forest Name: contoso.com
 Dc Site Name: Default-First-Site-Name
Our Site Name: Default-First-Site-Name
        Flags: PDC GC DS LDAP KDC TIMESERV WRITABLE DNS_DC DNS_DOMAIN DNS_FOREST CLOSE_SITE
The command completed successfully
`;
const NO_DC = `C:\\>nltest /dsgetdc:contoso.com /force /kdc
Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN
`;
const ALLOWED = text.edgePolicies({ AuthServerAllowlist: '*.contoso.com' });
const CURL = text.offer('portal.contoso.com', ['Negotiate'], ['User-Agent: curl/8.7.1']);
const LOCAL = text.ntlmEvent(
  2,
  'NTLM was used because the account is a local account.',
  'HTTP/portal.contoso.com',
);
const VIA = 'Via: 1.1 proxy01';
/** A request with a ticket, and its answer; with `header`, past a proxy. */
const exchange = (answer: string, header = ''): string => {
  const request = sampleText('negotiate-kerberos').trimEnd();
  const sent = header === '' ? request : request.replace(/\n/, `\n${header}\n`);
  return `${sent}\n\n${answer}\n`;
};
const OK = 'HTTP/1.1 200 OK\nWWW-Authenticate: Negotiate oRQwEqADCgEAoQsGCSqGSIb3EgECAg==';
const NO = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate\nWWW-Authenticate: NTLM';
const offered = text.offer('portal.contoso.com', ['Negotiate', 'NTLM']);
const BOTH_SPNS = `C:\\>setspn -L svc-portal
Registered ServicePrincipalNames for CN=svc-portal,OU=Service,DC=contoso,DC=com:
        HTTP/portal.contoso.com
        HTTP/portal.contoso.com:8080
`;

type State = 'passed' | 'failed' | 'not-applicable';

/** `check state`, and the sources of a case that gives it. */
const ROWS: readonly (readonly [check: string, state: State, ...sources: string[]])[] = [
  ['client-sent', 'passed', sampleText('negotiate-kerberos')],
  ['client-sent', 'passed', text.eventLogon({ package: 'Kerberos' }), text.klist(PORTAL)],
  ['client-sent', 'failed', sampleText('negotiate-spnego-ntlm')],
  ['client-sent', 'failed', text.eventLogon(), text.event4769(PORTAL, '0x7')],
  ['negotiate-offered', 'passed', text.offer('portal.contoso.com', ['Negotiate', 'NTLM'])],
  ['negotiate-offered', 'passed', text.config(SVC)],
  ['negotiate-offered', 'failed', text.offer('portal.contoso.com', ['NTLM'])],
  ['negotiate-offered', 'failed', text.config(SVC), text.offer('portal.contoso.com', ['NTLM'])],
  ['browser-answers', 'passed', ALLOWED, offered],
  ['browser-answers', 'failed', ALLOWED, text.offer('portal.fabrikam.com', ['Negotiate'])],
  ['browser-answers', 'not-applicable', CURL, text.klist(PORTAL)],
  ['two-machines', 'passed', text.IPCONFIG, text.REFUSED],
  ['two-machines', 'failed', text.IPCONFIG, OWN],
  ['trusted-domains', 'passed', text.scVerify('0 0x0 NERR_Success')],
  ['trusted-domains', 'failed', text.scVerify('1789 0x6fd ERROR_TRUSTED_RELATIONSHIP_FAILURE')],
  ['trusted-domains', 'not-applicable', LOCAL, text.ntlmLog],
  ['domain-controller', 'passed', DC],
  ['domain-controller', 'failed', NO_DC],
  ['clocks', 'passed', text.w32tm('+0.5')],
  ['clocks', 'failed', text.w32tm('-412.5'), text.event4769(PORTAL, '0x25')],
  ['requested-name', 'passed', text.klist(PORTAL), text.setspn(PORTAL, 'svc-portal')],
  ['requested-name', 'failed', text.klist('HTTP/portal'), text.setspn(PORTAL, 'svc-portal')],
  ['alias', 'passed', text.dnsAddress('portal.contoso.com', '10.0.0.4')],
  ['alias', 'failed', text.dnsAlias('portal.contoso.com', 'web01.contoso.com')],
  ['alias', 'not-applicable', text.offer('10.0.0.4', ['Negotiate', 'NTLM']), text.klist(PORTAL)],
  ['port', 'passed', BOTH_SPNS],
  ['port', 'passed', offered, text.klist(PORTAL)],
  ['port', 'failed', text.klistRefused(PORTAL), text.setspn(`${PORTAL}:8080`, 'svc-portal')],
  ['ticket-issued', 'passed', text.klist(PORTAL)],
  ['ticket-issued', 'passed', text.event4769('svc-portal'), text.REFUSED],
  ['ticket-issued', 'failed', text.klistRefused(PORTAL)],
  ['one-owner', 'passed', text.setspn(PORTAL, 'svc-portal')],
  ['one-owner', 'failed', text.event4769(PORTAL, '0x8')],
  ['decrypting-account', 'passed', text.setspn(PORTAL, 'svc-portal'), text.config(SVC)],
  ['decrypting-account', 'failed', text.setspn(PORTAL, 'svc-old'), text.config(SVC)],
  [
    'decrypting-account',
    'failed',
    text.decryptFailed('svc-portal', PORTAL),
    text.setspn(PORTAL, 'svc-old'),
  ],
  ['encryption-type', 'passed', text.klist(PORTAL)],
  ['encryption-type', 'failed', text.klist(PORTAL, 'RSADSI RC4-HMAC(NT)')],
  [
    'encryption-type',
    'failed',
    text.keyMissing('svc-portal', PORTAL, '18 17', '23 -133'),
    text.directoryUser('svc-portal', 24),
  ],
  ['header-size', 'passed', sampleText('krb-error-modified'), text.klist(PORTAL)],
  ['header-size', 'failed', sampleText('httperr-field-length')],
  ['nothing-between', 'passed', exchange(NO, VIA), exchange(NO)],
  ['nothing-between', 'failed', exchange(NO, VIA), exchange(OK)],
  [
    'nothing-between',
    'failed',
    text.eventLogon({ status: '0xC000035B' }),
    text.config({ ...SVC, tokenChecking: 'Require' }),
  ],
  [
    'second-hop',
    'passed',
    text.klist(PORTAL, undefined, DELEGATE),
    text.edgePolicies({ AuthNegotiateDelegateAllowlist: 'portal.contoso.com' }),
  ],
  [
    'second-hop',
    'failed',
    text.klist(PORTAL, undefined, DELEGATE),
    text.edgePolicies({ AuthNegotiateDelegateAllowlist: 'other.contoso.com' }),
  ],
  ['second-hop', 'not-applicable', text.event4769('svc-portal'), text.REFUSED],
];

const decided = (sources: readonly string[]): Promise<Decoded> =>
  openCase(sources.map((one) => ({ text: one })));

for (const [id, state, ...sources] of ROWS) {
  test(`${id} is ${state} by ${String(sources.length)} of ${(sources[0] ?? '').trim().slice(0, 24)}`, async () => {
    const { checks, findings, ruledOut } = await decided(sources);
    const check = checks.find((one) => one.id === id);
    assert.equal(check?.state, state, findings.map((one) => `${one.id}: ${one.title}`).join('\n'));
    assert.match(check.says ?? '', /^[A-Z].*\.$/);
    const by = check.by ?? '';
    assert.ok(
      findings.some((one) => one.id === by) || ruledOut.some(({ rule }) => rule === by),
      `${by} is told`,
    );
    assert.ok((check.sources ?? []).length > 0, 'names its evidence');
  });
}

test('every check can be passed and failed', () => {
  for (const { id } of CHECKS) {
    const states = ROWS.filter(([check]) => check === id).map(([, state]) => state);
    assert.ok(states.includes('passed') && states.includes('failed'), id);
  }
});

/** Evidence that shows nothing of a check leaves it open. */
const OPEN: readonly (readonly [check: string, ...sources: string[]])[] = [
  ['browser-answers', offered, text.klist(PORTAL)],
  ['two-machines', text.klist(PORTAL), text.REFUSED],
  ['alias', offered, text.klist(PORTAL)],
  ['header-size', offered, text.klist(PORTAL)],
  ['nothing-between', exchange(NO, VIA), text.klist(PORTAL)],
  ['nothing-between', exchange(NO, VIA), offered],
  ['nothing-between', exchange(NO, VIA), exchange(OK).replace('portal.', 'other.')],
  ['second-hop', text.klist(PORTAL), text.log('08:15:02 200 0 0 CONTOSO\\alex')],
  ['clocks', text.klist(PORTAL), text.REFUSED],
  ['trusted-domains', text.event4769('svc-portal'), text.REFUSED],
];

for (const [id, ...sources] of OPEN) {
  test(`${id} stays open for ${(sources[0] ?? '').trim().slice(0, 24)}`, async () => {
    const { checks } = await decided(sources);
    assert.equal(checks.find((one) => one.id === id)?.state, 'unknown');
  });
}
