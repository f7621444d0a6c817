import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decided } from '../../../../../tests/unit/decided.ts';

const CHANNEL = (code: string, trust = '') =>
  `C:\\>nltest /sc_verify:contoso.com\nFlags: 0\nTrusted DC Name \\\\dc01.contoso.com\nTrusted DC Connection Status Status = ${code}\n${trust === '' ? '' : `Trust Verification Status = ${trust}\n`}The command completed successfully\n`;
const OK = '0 0x0 NERR_Success';
const REFUSED = (call: string, status: string) =>
  `C:\\>nltest ${call}\nI_NetLogonControl failed: Status = ${status}\n`;
const TRUST = (rest: string) =>
  `    0: CONTOSO contoso.com (NT 5) (Forest Tree Root) (Primary Domain) (Native)\n    1: FABRIKAM fabrikam.com (NT 5) ${rest}\n`;
const BROKEN = 'error case.secure-channel-broken secure-channel-broken';
const WORKS = 'ok case.secure-channel-works secure-channel-broken';
const FAILED = 'trusted-domains failed';

/** [what, text, verdict, checks, words of the verdict] */
const ROWS: readonly (readonly [string, string, string, string, RegExp?])[] = [
  [
    'both 0',
    CHANNEL(OK, OK),
    WORKS,
    'trusted-domains passed',
    /contoso\.com works through dc01.*password/,
  ],
  [
    'the first only',
    CHANNEL(OK),
    WORKS,
    'trusted-domains passed',
    /works through dc01\.contoso\.com\.$/,
  ],
  [
    'access denied',
    CHANNEL('5 0x5 ERROR_ACCESS_DENIED'),
    BROKEN,
    FAILED,
    /password.*\(5, ERROR_ACCESS_DENIED\)/,
  ],
  ['1786', CHANNEL('1786 0x6fa ERROR_NO_TRUST_LSA_SECRET'), BROKEN, FAILED, /own copy/],
  ['1787', CHANNEL('1787 0x6fb ERROR_NO_TRUST_SAM_ACCOUNT'), BROKEN, FAILED, /no account/],
  [
    '1789 of the verification',
    CHANNEL(OK, '1789 0x6fd ERROR_TRUSTED_RELATIONSHIP_FAILURE'),
    BROKEN,
    FAILED,
    /1789/,
  ],
  [
    'no domain controller',
    CHANNEL('1311 0x51f ERROR_NO_LOGON_SERVERS'),
    'error case.no-secure-channel dc-reachability',
    'trusted-domains failed, domain-controller failed',
    /not up/,
  ],
  [
    'repaired further down',
    `${CHANNEL('5 0x5 ERROR_ACCESS_DENIED')}${CHANNEL(OK, OK)}`,
    WORKS,
    'trusted-domains passed',
  ],
  [
    'a broken channel goes before a refused password',
    `${CHANNEL('1789 0x6fd ERROR_TRUSTED_RELATIONSHIP_FAILURE')}\nStatus: 0xC000006A\nsc-win32-status 1326\n`,
    BROKEN,
    FAILED,
  ],
  ['False', 'PS C:\\> Test-ComputerSecureChannel\nFalse\n', BROKEN, FAILED, /\(False\)/],
  ['True', 'PS C:\\> Test-ComputerSecureChannel\nTrue\n', WORKS, 'trusted-domains passed'],
  [
    'not elevated: the status is not that of the channel, and not 401.2',
    REFUSED('/sc_verify:contoso.com', '5 0x5 ERROR_ACCESS_DENIED'),
    'info nltest.refused secure-channel-broken',
    '',
    /administrator/,
  ],
  [
    'Netlogon is not running',
    REFUSED('/sc_query:contoso.com', '1722 0x6ba RPC_S_SERVER_UNAVAILABLE'),
    'error nltest.netlogon-stopped secure-channel-broken',
    FAILED,
  ],
  [
    'another computer is not reached',
    REFUSED('/server:web02 /sc_query:contoso.com', '1722 0x6ba RPC_S_SERVER_UNAVAILABLE'),
    'warning nltest.refused secure-channel-broken',
    '',
  ],
  [
    'nobody knows which computer',
    'I_NetLogonControl failed: Status = 1722 0x6ba RPC_S_SERVER_UNAVAILABLE',
    'warning nltest.refused secure-channel-broken',
    '',
  ],
  [
    'a domain that the computer does not know',
    REFUSED('/sc_query:contso.com', '1355 0x54b ERROR_NO_SUCH_DOMAIN'),
    'warning nltest.refused dc-reachability',
    '',
  ],
  [
    'the locator',
    'nltest /dsgetdc:contoso.com\nGetting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN\n',
    'error nltest.no-domain-controller dc-reachability',
    'domain-controller failed',
  ],
  [
    'the locator, found at the second try',
    'Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN\nDC: \\\\DC01\nAddress: \\\\10.0.0.1\nFlags: DS LDAP KDC CLOSE_SITE\n',
    'ok nltest.domain-controller-found dc-reachability',
    'domain-controller passed',
  ],
  [
    'a domain controller that is no KDC',
    'DC: \\\\DC01\nAddress: \\\\10.0.0.1\nFlags: DS LDAP TIMESERV WRITABLE\n',
    'info case.nothing-decided start-triage',
    '',
  ],
  [
    'a domain controller far away',
    'DC: \\\\DC01\nAddress: \\\\10.0.0.1\nFlags: DS LDAP KDC\n',
    'ok nltest.domain-controller-found dc-reachability',
    'domain-controller passed',
    /not of the closest site/,
  ],
  [
    'a list of domain controllers, and who gave it',
    "Get list of DCs in domain 'contoso.com' from '\\\\DC01.contoso.com'.\n    DC01.contoso.com [PDC]  [DS] Site: HQ\n",
    'ok nltest.domain-controller-found dc-reachability',
    'domain-controller passed',
  ],
  [
    'outbound only',
    TRUST('(Direct Outbound) ( Attr: foresttrans )'),
    'info nltest.trusts cross-forest',
    'trusted-domains known',
    /trusts fabrikam\.com, and is not trusted by it/,
  ],
  [
    'inbound only',
    TRUST('(Direct Inbound) ( Attr: foresttrans )'),
    'warning nltest.trusts cross-forest',
    'trusted-domains known',
    /does not trust fabrikam\.com/,
  ],
  [
    'one domain',
    '    0: CONTOSO contoso.com (NT 5) (Forest Tree Root) (Primary Domain) (Native)\n',
    'info nltest.trusts secure-channel-broken',
    'trusted-domains known',
    /contoso\.com is the only domain/,
  ],
  [
    'a status that is not known here',
    'Getting DC Site failed: Status = 1919 0x77f ERROR_NO_SITENAME\n',
    'info nltest.refused dc-reachability',
    '',
    /1919, ERROR_NO_SITENAME/,
  ],
  [
    'one forest',
    TRUST('(Forest: 0) (Direct Outbound) (Direct Inbound) ( Attr: withinforest )'),
    'info nltest.trusts secure-channel-broken',
    'trusted-domains known',
    /one forest/,
  ],
];

for (const [name, text, verdict, checks, words] of ROWS) {
  test(name, async () => {
    const { findings, first, checks: settled } = await decided(text);
    assert.equal(findings[0], verdict, findings.join('\n'));
    assert.equal(settled, checks);
    if (words) assert.match(first?.title ?? '', words);
  });
}

test('hostile names stay out of the commands', async () => {
  const { first } = await decided(
    'nltest /sc_verify:a.b&calc\nTrusted DC Connection Status Status = 1311 0x51f ERROR_NO_LOGON_SERVERS\nFlags: 0\n',
  );
  for (const step of first?.next ?? []) if ('run' in step) assert.doesNotMatch(step.run, /calc/);
});
