import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decode } from '../../../index.ts';
import { factBaseOf, findingsOf, lines } from '../../../case/testing/judge.ts';
import { freb } from '../reader.ts';
import { FREB_RULES } from './rules.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

function findings(text: string) {
  const reading = freb.read(text, { claimed: [], inner: [], options: {} });
  assert.ok(!(reading instanceof Promise));
  return findingsOf(FREB_RULES, factBaseOf(text, { facts: [...(reading?.facts ?? [])] }));
}

const set = (module: string, status: number, substatus: number, code: string | number = 0) =>
  `ModuleName="${module}", Notification="AUTHENTICATE_REQUEST", HttpStatus="${status}", HttpReason="x", HttpSubStatus="${substatus}", ErrorCode="${code}", ConfigExceptionInfo=""\n`;
const logon = (isNtlm: boolean, user: string) =>
  `AUTH_SUCCEEDED AuthType="NT", NTLMUsed="${isNtlm}", RemoteUserName="${user}", AuthUserName="${user}"\n`;
const DENIED = 'Access is denied. (0x80070005)';

const refused = (article: string) => ['freb.refused', article];

/** [what, text, findings as id and article, the first one first] */
const ROWS: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  ['nobody yet', fixture('no-credentials-401-2.txt'), [refused('401-2-server-configuration')]],
  ['a refused logon', fixture('refused-401-1.txt'), [refused('401-1-bad-credentials')]],
  [
    'the application, after a logon with Kerberos',
    fixture('application-401-0.txt'),
    [refused('401-0-no-substatus'), ['freb.signed-in-kerberos', 'failed-request-tracing']],
  ],
  [
    'an anonymous request',
    fixture('anonymous.txt'),
    [['freb.anonymous', 'failed-request-tracing']],
  ],
  ['a file', fixture('view.txt'), [refused('401-3-acl')]],
  ['rules of IIS', fixture('compact-view.txt'), [refused('401-7-url-authorization')]],
  [
    'an address',
    set('IpRestrictionModule', 401, 503, DENIED),
    [refused('401-501-504-ip-restriction')],
  ],
  ['rules of ASP.NET', set('UrlAuthorization', 401, 0), [refused('401-7-url-authorization')]],
  ['a filter', set('IsapiFilterModule', 401, 4), [refused('401-4-isapi-filter')]],
  ['a program', set('IsapiModule', 401, 5), [refused('401-5-isapi-cgi')]],
  [
    'the middle of NTLM',
    set('WindowsAuthenticationModule', 401, 1, 2148074254),
    [refused('401-1-2148074254')],
  ],
  ['a product', set('SiteMinderModule', 401, 0), [refused('401-0-no-substatus')]],
  ['no 401', set('StaticFileModule', 404, 0, 2147942402), [refused('failed-request-tracing')]],
  [
    'the first of two is the cause',
    set('WindowsAuthenticationModule', 401, 1, 2148074248) + set('CustomErrorModule', 500, 0),
    [refused('ntlm-split-by-load-balancer')],
  ],
  [
    'the attributes alone',
    '<failedRequest url="http://a/" appPoolId="P" failureReason="STATUS_CODE" statusCode="401.3">',
    [['freb.refused-by-status', '401-3-acl']],
  ],
  [
    'the attributes alone, with a user and no substatus',
    '<failedRequest url="http://a/" userName="CONTOSO\\a" authenticationType="NTLM" failureReason="STATUS_CODE" statusCode="401">',
    [['freb.refused-by-status', '401-0-no-substatus']],
  ],
  ['NTLM', logon(true, 'CONTOSO\\alex'), [['freb.signed-in-ntlm', 'failed-request-tracing']]],
  ['no NTLM', logon(false, 'CONTOSO\\alex'), [['freb.signed-in', 'failed-request-tracing']]],
  [
    'credentials that came to nothing',
    fixture('refused-401-1.txt')
      .replaceAll('401.1', '401.2')
      .replace('"HttpSubStatus">1<', '"HttpSubStatus">2<')
      .replace('>2148074252<', '>2147942405<'),
    [refused('401-2-server-configuration'), ['freb.credentials-ignored', 'krb-ap-err-modified']],
  ],
  [
    'Kerberos failed',
    'AUTH_KERBEROS_FAILED KMUsed="false", APUserName="CONTOSO\\svc-portal", SPNName="HTTP/portal.contoso.com", ADConfigIsOK="false"',
    [['freb.kerberos-failed', 'spn-identity-match']],
  ],
  [
    'a check of IIS',
    '<Event><System><Provider Name="WWW Server"/></System><EventData/><RenderingInfo><Opcode>SECURITY_REJECTED_IP</Opcode></RenderingInfo></Event>',
    [['freb.denied', '401-501-504-ip-restriction']],
  ],
  [
    'other events',
    '<Event><System><Provider Name="WWW Server"/></System><EventData/><RenderingInfo><Opcode>NOTIFY_MODULE_START</Opcode></RenderingInfo></Event>',
    [['freb.other-events', 'failed-request-tracing']],
  ],
];

for (const [what, text, expected] of ROWS) {
  test(what, () => {
    assert.deepEqual(
      findings(text).map(({ id, article }) => [id, article]),
      expected,
    );
  });
}

test('the sentence names who, what, when and why', () => {
  const [first] = findings(fixture('application-401-0.txt'));
  assert.match(
    first?.title ?? '',
    /^ManagedPipelineHandler set 401\.0 in EXECUTE_REQUEST_HANDLER\. .* CustomErrorModule then made it 500\.0\. The request was that of CONTOSO\\alex \(Negotiate\)\.$/,
  );
  const [second] = findings(fixture('no-credentials-401-2.txt'));
  assert.match(second?.title ?? '', /The request had no Authorization header\.$/);
});

const SETTLED: readonly (readonly [string, string, string])[] = [
  ['a logon with NTLM', logon(true, 'CONTOSO\\alex'), 'failed'],
  ['a logon with Kerberos', fixture('application-401-0.txt'), 'passed'],
  ['no NTLM may be Basic', logon(false, 'CONTOSO\\alex'), 'unknown'],
  ['an anonymous request', fixture('anonymous.txt'), 'unknown'],
];

for (const [what, text, state] of SETTLED) {
  test(`client-sent: ${what} is ${state}`, async () => {
    const { checks } = await decode(text);
    assert.equal(checks.find(({ id }) => id === 'client-sent')?.state, state);
  });
}

test('the token and the offers in the headers of a trace reach their readers', async () => {
  const { tokens, messages } = await decode(fixture('refused-401-1.txt'));
  assert.equal(tokens[0]?.ntlm?.type, 1);
  assert.ok(messages?.some(({ schemes }) => schemes?.includes('NTLM')));
});

test('nothing of a trace gets into a command unless it is harmless', () => {
  const text =
    'AUTH_KERBEROS_FAILED KMUsed="false", APUserName="a&calc", SPNName="HTTP/a&calc", ADConfigIsOK="false"';
  for (const step of findings(text).flatMap(({ next }) => lines(next))) {
    assert.doesNotMatch(step, /calc/);
  }
});
