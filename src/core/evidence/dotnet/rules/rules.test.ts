/** What the rules make of it, and which messages they stand in for. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { articleAt, decode } from '../../../index.ts';

const WCF = 'The HTTP request is unauthorized with client authentication scheme';
const HEADER = 'The authentication header received from the server was';

interface Row {
  readonly name: string;
  readonly text: string;
  readonly id: string;
  readonly article: string;
  readonly title: RegExp;
  readonly checks?: Record<string, string>;
}

const ROWS: Row[] = [
  {
    name: 'WCF without credentials',
    text: `${WCF} 'Anonymous'. ${HEADER} 'NTLM'.`,
    id: 'dotnet.no-credentials',
    article: 'dotnet-httpclient-401',
    title: /sends no credentials, and the server offers NTLM\.$/,
    checks: { 'client-sent': 'failed', 'negotiate-offered': 'failed' },
  },
  {
    name: 'WCF with Negotiate, refused',
    text: `${WCF} 'Negotiate'. ${HEADER} 'Negotiate,NTLM'.`,
    id: 'dotnet.refused',
    article: 'dotnet-httpclient-401',
    title: /used Negotiate, which the server offers \(Negotiate, NTLM\), and was refused/,
    checks: { 'client-sent': 'known', 'negotiate-offered': 'passed' },
  },
  {
    name: 'WCF with NTLM where Negotiate is wanted',
    text: `${WCF} 'Ntlm'. ${HEADER} 'Negotiate'.`,
    id: 'dotnet.refused',
    article: 'dotnet-httpclient-401',
    title: /used NTLM, and the server offers Negotiate\.$/,
    checks: { 'client-sent': 'failed' },
  },
  {
    name: 'WCF, refused within the handshake',
    text: `${WCF} 'Negotiate'. ${HEADER} 'Negotiate oX\u2026Q='.`,
    id: 'dotnet.refused',
    article: 'dotnet-httpclient-401',
    title: /within the handshake/,
  },
  {
    name: 'WinRM with the SPN elsewhere',
    text: 'Connecting to remote server web01 failed with the following error message : WinRM cannot process the request. The following error with errorcode 0x80090322 occurred while using Kerberos authentication: An unknown security error occurred.',
    id: 'dotnet.winrm-failed',
    article: 'spn-identity-match',
    title: /log on to web01 with Kerberos \(SEC_E_WRONG_PRINCIPAL, 0x80090322\)/,
    checks: { 'decrypting-account': 'known' },
  },
  {
    name: 'Ansible with Kerberos',
    text: 'fatal: [box62]: UNREACHABLE! => {"msg": "kerberos: the specified credentials were rejected by the server"}',
    id: 'dotnet.kerberos-rejected',
    article: 'spn-identity-match',
    title: /^box62 rejected the Kerberos ticket/,
  },
  {
    name: 'Ansible with Basic',
    text: 'box62 | UNREACHABLE! => {\n    "msg": "basic: the specified credentials were rejected by the server"\n}',
    id: 'dotnet.password-rejected',
    article: 'linux-macos-clients',
    title: /^box62 rejected Ansible's logon with Basic: Basic is not enabled there/,
  },
  {
    name: 'a token that ASP.NET Core cannot use',
    text: 'System.ComponentModel.Win32Exception (0x80090308): The token supplied to the function is invalid\n   at Microsoft.AspNetCore.Authentication.Negotiate.NegotiateHandler.HandleRequestAsync()',
    id: 'dotnet.token-refused',
    article: 'aspnet-core-401',
    title: /SEC_E_INVALID_TOKEN/,
  },
  {
    name: 'PowerShell without credentials',
    text: 'Invoke-WebRequest : The remote server returned an error: (401) Unauthorized.\nAt line:1 char:1\n+ Invoke-WebRequest -Uri http://portal.contoso.com/',
    id: 'dotnet.no-credentials',
    article: 'client-no-credentials',
    title: /neither -UseDefaultCredentials nor -Credential/,
    checks: { 'client-sent': 'known' },
  },
  {
    name: 'a handshake with Kerberos',
    text: 'dbug: Microsoft.AspNetCore.Authentication.Negotiate.NegotiateHandler[3]\n      Enabling credential persistence for a complete Kerberos handshake.',
    id: 'dotnet.handshake',
    article: 'aspnet-core-401',
    title: /with Kerberos/,
    checks: { 'client-sent': 'passed' },
  },
];

for (const { name, text, id, article, title, checks = {} } of ROWS) {
  test(name, async () => {
    const decoded = await decode(text);
    const [first] = decoded.findings;
    assert.equal(first?.id, id, first?.title);
    assert.equal(articleAt(first.article), article);
    assert.match(first.title, title);
    for (const [check, state] of Object.entries(checks)) {
      const found = decoded.checks.find((one) => one.id === check);
      assert.equal(found?.known === undefined ? found?.state : 'known', state, check);
    }
  });
}

test('the words for which a rule stands in are not repeated', async () => {
  for (const { text } of ROWS) {
    const { findings } = await decode(text);
    const repeated = findings.filter(({ title }) =>
      /^"(?:The HTTP request is unauthorized|Kerberos authentication: An unknown|the specified cred|The token supplied)/.test(
        title,
      ),
    );
    assert.deepEqual(
      repeated.map(({ title }) => title),
      [],
    );
  }
});

test('a password in a command is in no finding', async () => {
  const text =
    '(401)\n+ Invoke-WebRequest -Uri http://portal.contoso.com/ -Body "password=hunter2"';
  assert.doesNotMatch(JSON.stringify((await decode(text)).findings), /hunter2/);
});
