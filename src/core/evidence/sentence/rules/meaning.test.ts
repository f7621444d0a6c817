import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnosis } from '../../../case/rule.ts';
import { FactBase } from '../../../facts/fact-base.ts';
import { sentence } from '../reader.ts';
import { sentenceMeaning } from './meaning.ts';

async function judged(text: string): Promise<readonly Diagnosis[]> {
  const reading = await sentence.read(text, { claimed: [], inner: [], options: {} });
  const facts = [...(reading?.facts ?? [])];
  const base = new FactBase([{ id: 'paste', text }], { kinds: [], tokens: [], facts });
  return sentenceMeaning.judge(base) as readonly Diagnosis[];
}

const TITLES: [name: string, text: string, title: RegExp, article: string][] = [
  [
    'Java, by the exception (spring-security-kerberos#134)',
    'KrbException: Server not found in Kerberos database (7) - Server not found in Kerberos database',
    /^"Server not found in Kerberos database" \(Java\): no account in the realm owns the SPN/,
    'spn-missing',
  ],
  [
    'a trace that names the SPN',
    'TGS request result: -1765328377/Server not found in Kerberos database\nRequesting tickets for HTTP/web.contoso.com@CONTOSO.COM',
    /^"Server not found in Kerberos database" for HTTP\/web\.contoso\.com \(MIT krb5 or Heimdal\): /,
    'spn-missing',
  ],
  [
    'Go (hashicorp/terraform-provider-ad#72)',
    'KRB Error: (7) KDC_ERR_S_PRINCIPAL_UNKNOWN Server not found in Kerberos database',
    /\(gokrb5\)/,
    'spn-missing',
  ],
  [
    'the text of a code (microsoft/AL#7189)',
    'Win32Exception (0x80090322): The target principal name is incorrect.',
    /^"The target principal name is incorrect" \(Windows SSPI, SEC_E_WRONG_PRINCIPAL\): the ticket is not for the account/,
    'krb-ap-err-modified',
  ],
  [
    'a code without words of its own',
    'The requested security package does not exist',
    /SEC_E_SECPKG_NOT_FOUND\): the requested security package does not exist\.$/,
    '401-1-secpkg-not-found',
  ],
  [
    'the page of IIS in Chinese',
    'HTTP 错误 401.1-未经授权：由于凭据无效，访问被拒绝。',
    /^"由于凭据无效，访问被拒绝" \(IIS\): /,
    '401-1-logon-failed',
  ],
  [
    'nginx (spnego-http-auth-nginx-module)',
    '2024/10/01 [error] 22#0: *4 Detected unsupported mechanism: NTLM',
    /\(nginx\): the client sent NTLM/,
    'ntlm-fallback-reasons',
  ],
  [
    'a bracket that the wording opens',
    'DownloadString: "The remote server returned an error: (401) Unauthorized."',
    /^"The remote server returned an error: \(401\)" \(\.NET\)/,
    'dotnet-httpclient-401',
  ],
  [
    'a name in quotes',
    "Login failed for user 'NT AUTHORITY\\ANONYMOUS LOGON'.",
    /^"Login failed for user 'NT AUTHORITY\\ANONYMOUS LOGON'" /,
    'double-hop-checklist',
  ],
  [
    'Java, by the frames of its stack',
    'com.fabrikam.ServiceException: Server returned HTTP response code: 401 for URL : https://sts.fabrikam.com/\n\tat com.fabrikam.Client.send(Client.java:91)',
    /^"Server returned HTTP response code: 401" \(Java\)/,
    'start-triage',
  ],
  [
    'an address that WinRM does not trust',
    'Enter-PSSession : The WinRM client cannot process the request. Default authentication may be used with an IP address under the following conditions: the transport is HTTPS or the destination is in the TrustedHosts list.',
    /^"Default authentication may be used with an IP address" \(WinRM\): Kerberos is not possible/,
    'ntlm-fallback-reasons',
  ],
  [
    'a realm, which is no service',
    'Minor (2529638919): Server krbtgt/FABRIKAM.COM@CONTOSO.COM not found in Kerberos database',
    /^"Server krbtgt\/FABRIKAM\.COM@CONTOSO\.COM not found in Kerberos database" .*: no trust leads to that realm/,
    'cross-forest',
  ],
  [
    'a service of that name in a different place',
    'Server HTTP/krbtgt.contoso.com@CONTOSO.COM not found in Kerberos database',
    /no account in the realm owns the SPN/,
    'spn-missing',
  ],
  [
    'a quote mark that opens nothing in the wording',
    'He said: "Ticket expired" and left.',
    /^"Ticket expired" /,
    'ticket-expired',
  ],
  [
    'any client of HTTP/2, which is not a browser',
    'load test: stream error: stream ID 7; HTTP_1_1_REQUIRED',
    /^"HTTP_1_1_REQUIRED" \(HTTP\/2\): .* client certificates\.$/,
    'http2-windows-auth',
  ],
  [
    'the page of IIS 6 for 401.2, which begins as that for 401.1 does',
    'You do not have permission to view this directory or page using the credentials that you supplied because your Web browser is sending a WWW-Authenticate header field that the Web server is not configured to accept.',
    /401\.2/,
    '401-2-server-configuration',
  ],
  [
    'a keytab that does not log the program itself on',
    'javax.security.auth.login.LoginException: Checksum failed\n\tat com.sun.security.auth.module.Krb5LoginModule',
    /^"LoginException: Checksum failed" \(Java\): the key in the keytab or the password/,
    'krb-ap-err-modified',
  ],
  [
    'SQL Server without a Windows user, for whichever reason',
    "Login failed for user ''. The user is not associated with a trusted SQL Server connection.",
    /no delegation, a refused logon, or a SQL login/,
    'double-hop-checklist',
  ],
];

for (const [name, text, title, article] of TITLES) {
  void test(`the title for ${name}`, async () => {
    const [first] = await judged(text);
    assert.match(first?.title ?? '', title);
    assert.equal(first?.article, article);
    assert.equal(
      first.parts?.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
      first.title,
    );
  });
}

void test('the most telling message comes first; one that only says "failed", or introduces it, is left out', async () => {
  const findings = await judged(
    'gss_init_sec_context() failed: Unspecified GSS failure.  Minor code may provide more information (Server not found in Kerberos database)',
  );
  assert.deepEqual(
    findings.map(({ article, severity }) => [severity, article]),
    [['error', 'spn-missing']],
  );
});

void test('a message that only says "failed" is shown when it is all there is', async () => {
  const [only, ...others] = await judged(
    'The remote server returned an error: (401) Unauthorized.',
  );
  assert.equal(only?.severity, 'info');
  assert.deepEqual(others, []);
});

void test('one finding for a message, with all its places', async () => {
  const [only, ...others] = await judged('Ticket expired\nTicket expired\n');
  assert.deepEqual(only?.evidence, [
    { start: 0, end: 14 },
    { start: 15, end: 29 },
  ]);
  assert.deepEqual(others, []);
});

void test('a handful of findings, however many messages', async () => {
  const text =
    'Ticket expired\nTicket not yet valid\nClock skew too great\nCannot locate KDC\nRequest is a replay\nWrong principal in request\nChecksum failed';
  assert.equal((await judged(text)).length, 5);
});

void test('a long message is quoted in part', async () => {
  const [first] = await judged(
    `failed to get server creds: ${'x'.repeat(120)} (Permission denied)`,
  );
  assert.ok((first?.title.indexOf('…"') ?? 0) < 120);
});

void test('what a row proves is settled by the finding of that row', async () => {
  const [first] = await judged('Clock skew too great');
  const settles = sentenceMeaning.settles?.find(({ finding }) => finding === first?.id);
  assert.deepEqual(
    { check: settles?.check, state: settles?.state },
    { check: 'clocks', state: 'failed' },
  );
});

void test('a row that proves nothing has the id of the rule', async () => {
  const [first] = await judged('Ticket expired');
  assert.equal(first?.id, undefined);
});
