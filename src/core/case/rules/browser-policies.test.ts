import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decided } from '../../../../tests/unit/decided.ts';

const EDGE = (policies: Record<string, unknown>) =>
  JSON.stringify({
    chromeMetadata: { application: 'Microsoft Edge' },
    policyValues: {
      chrome: {
        policies: Object.fromEntries(
          Object.entries(policies).map(([name, value]) => [
            name,
            { level: 'mandatory', scope: 'machine', source: 'platform', value },
          ]),
        ),
      },
    },
  });
const REQUEST = 'GET / HTTP/1.1\r\nHost: portal.contoso.com\r\nAccept: */*\r\n\r\n';

/** [what, text, severity, id and article of the first about browsers, checks, words] */
const ROWS: readonly (readonly [string, string, string, string, RegExp])[] = [
  [
    'a list',
    EDGE({ AuthServerAllowlist: '*.contoso.com' }),
    'info case.browser-list zones-and-allowlists',
    'browser-answers known',
    /Edge answers these hosts by itself: \*\.contoso\.com\.$/,
  ],
  [
    'a list with the host of the request',
    `${REQUEST}${EDGE({ AuthServerAllowlist: '*.contoso.com' })}`,
    'ok case.host-listed zones-and-allowlists',
    'browser-answers passed',
    /portal\.contoso\.com is on the list of Edge/,
  ],
  [
    'a list without it',
    `${REQUEST}${EDGE({ AuthServerAllowlist: 'contoso.com' })}`,
    'error case.host-not-listed zones-and-allowlists',
    'browser-answers failed',
    /portal\.contoso\.com is not on the list of Edge/,
  ],
  [
    'one of two hosts',
    `${REQUEST}${REQUEST.replace('portal', 'www')}${EDGE({ AuthServerAllowlist: 'www.contoso.com' })}`,
    'warning case.browser-list zones-and-allowlists',
    'browser-answers known',
    /portal\.contoso\.com is not on the list of Edge/,
  ],
  [
    'an entry that matches nothing',
    EDGE({ AuthServerAllowlist: 'https://portal.contoso.com/' }),
    'warning case.browser-list zones-and-allowlists',
    'browser-answers known',
    /the entry https:\/\/portal\.contoso\.com\/ matches none/,
  ],
  [
    'a wildcard in Firefox',
    'network.negotiate-auth.trusted-uris\t*.contoso.com\n',
    'warning case.browser-list firefox-policies',
    'browser-answers known',
    /the entry \*\.contoso\.com matches none/,
  ],
  [
    'Firefox, by the registry',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Mozilla\\Firefox\\Authentication\\SPNEGO\n    1    REG_SZ    contoso.com\n    2    REG_SZ    fabrikam.com\n',
    'info case.browser-list firefox-policies',
    'browser-answers known',
    /contoso\.com, fabrikam\.com/,
  ],
  [
    'no Negotiate',
    EDGE({ AuthSchemes: 'ntlm,basic' }),
    'warning case.browser-policy edge-chrome-policies',
    'browser-answers known',
    /no Kerberos/,
  ],
  [
    'the alias is kept',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\n    DisableAuthNegotiateCnameLookup    REG_DWORD    0x1\n',
    'info case.browser-policy cname-alias-spn',
    'alias known',
    /Chrome asks for the SPN of the name as it is typed/,
  ],
  [
    'the port',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\n    EnableAuthNegotiatePort    REG_DWORD    0x1\n',
    'info case.browser-policy non-default-port-spn',
    'port known',
    /puts a port/,
  ],
  [
    'delegation',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\n    AuthNegotiateDelegateAllowlist    REG_SZ    portal.contoso.com\n',
    'info case.browser-policy edge-chrome-delegation',
    'second-hop known',
    /forward the user's ticket to portal\.contoso\.com/,
  ],
  [
    'all policies, and no list',
    EDGE({ HomepageLocation: 'x', ShowHomeButton: true }),
    'info case.browser-zone zones-and-allowlists',
    'browser-answers known',
    /has 2 policies and no AuthServerAllowlist/,
  ],
  [
    'a part of the policies',
    EDGE({ HomepageLocation: 'x' }).slice(0, -20),
    'info case.browser-zone edge-chrome-policies',
    'browser-answers known',
    /is cut: it shows 1 policy/,
  ],
];

for (const [name, text, verdict, checks, words] of ROWS) {
  test(name, async () => {
    const { findings, titles, checks: settled } = await decided(text);
    const at = findings.findIndex((one) => / case\.(?:browser|host)-/.test(one));
    assert.equal(findings[at], verdict, findings.join('\n'));
    assert.ok(settled.includes(checks), settled);
    assert.match(titles[at] ?? '', words);
  });
}
