import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { factBaseOf, findingsOf, lines } from '../../../case/testing/judge.ts';
import { errorPage } from '../reader.ts';
import { ERROR_PAGE_RULES } from './rules.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

function findings(text: string) {
  const reading = errorPage.read(text, { claimed: [], inner: [], options: {} });
  assert.ok(!(reading instanceof Promise));
  return findingsOf(ERROR_PAGE_RULES, factBaseOf(text, { facts: [...(reading?.facts ?? [])] }));
}

const details = (module: string, code: string, url = 'http://portal.contoso.com/', more = '') =>
  `Module\t${module}\nNotification\tAuthenticateRequest\nHandler\tStaticFile\nError Code\t${code}\nRequested URL\t${url}\nPhysical Path\tC:\\inetpub\\wwwroot${more}`;
const page = (substatus: number, ...rest: Parameters<typeof details>) =>
  `HTTP Error 401.${substatus} - Unauthorized\n${details(...rest)}`;
const WINDOWS = 'WindowsAuthenticationModule';

const LOOPBACK = ['error-page.loopback', 'loopback-check'];
const refused = (article: string) => ['error-page.refused', article];

/** [what, text, findings as id and article, the first one first] */
const ROWS: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  [
    'a refused logon on the server',
    fixture('iis-express-401-1.txt'),
    [['error-page.on-the-server', 'loopback-check'], refused('401-1-bad-credentials')],
  ],
  [
    'the code of a refused logon, with details, under another name',
    page(1, WINDOWS, '0xc000006d'),
    [LOOPBACK, refused('401-1-bad-credentials')],
  ],
  ['the same without details', 'HTTP Error 401.1 - Unauthorized', []],
  ['no credentials', fixture('detailed-401-1.txt'), [refused('401-1-2148074254')]],
  ['a split handshake', page(1, WINDOWS, '0x80090308'), [refused('ntlm-split-by-load-balancer')]],
  ['clocks', page(1, WINDOWS, '0x80090324'), [refused('clock-skew')]],
  ['a missing package', details(WINDOWS, '0x80090305'), [refused('401-1-secpkg-not-found')]],
  ['channel bindings', page(1, WINDOWS, '0x80090346'), [refused('extended-protection-401')]],
  [
    'the anonymous account',
    page(1, 'AnonymousAuthenticationModule', '0x80070533'),
    [refused('anonymous-401-1')],
  ],
  [
    'a typed password',
    page(1, 'BasicAuthenticationModule', '0x8007052e'),
    [LOOPBACK, refused('401-1-bad-credentials')],
  ],
  ['a logon without a code', page(1, WINDOWS, '0x0'), [refused('401-1-logon-failed')]],
  ['no method', page(2, 'IIS Web Core', '0x80070005'), [refused('401-2-server-configuration')]],
  [
    'a module of the application',
    fixture('owin-401-2.txt'),
    [refused('401-2-server-configuration'), ['error-page.on-the-server', 'loopback-check']],
  ],
  [
    'rules of IIS',
    page(2, 'UrlAuthorizationModule', '0x80070005'),
    [refused('401-7-url-authorization')],
  ],
  ['rules of ASP.NET', page(0, 'UrlAuthorization', '0x0'), [refused('401-7-url-authorization')]],
  ['the application', page(0, 'ManagedPipelineHandler', '0x0'), [refused('401-0-no-substatus')]],
  ['a file', page(3, 'IIS Web Core', '0x80070005'), [refused('401-3-acl')]],
  [
    'an address',
    page(503, 'IpRestrictionModule', '0x80070005'),
    [refused('401-501-504-ip-restriction')],
  ],
  ['IIS 6', fixture('iis6-401-2.txt'), [refused('401-2-server-configuration')]],
  [
    'a locked section',
    'HTTP Error 500.19 - Internal Server Error\nModule\tIIS Web Core\nNotification\tBeginRequest\nHandler\tNot yet determined\nError Code\t0x80070021',
    [refused('500-19-locked-auth-section')],
  ],
  [
    'a locked section without the heading',
    'Module\tIIS Web Core\nNotification\tBeginRequest\nHandler\tNot yet determined\nError Code\t0x80070021',
    [refused('500-19-locked-auth-section')],
  ],
  [
    'an application without the heading: no status is known',
    `HTTP\n${details('ManagedPipelineHandler', '0x0').replace('AuthenticateRequest', 'EndRequest')}`,
    [],
  ],
  [
    'rules of IIS without the heading',
    details('UrlAuthorizationModule', '0x80070005'),
    [refused('401-7-url-authorization')],
  ],
  ['remote users', fixture('short-401.txt'), [['error-page.short', 'start-triage']]],
  [
    'ASP.NET’s own page',
    fixture('asp-net-401-2.txt'),
    [['error-page.asp-net-rules', '401-2-server-configuration']],
  ],
  [
    'ASP.NET and the file',
    'Error message 401.3: You do not have permission to view this directory or page',
    [['error-page.asp-net-file', '401-3-acl']],
  ],
];

for (const [what, text, expected] of ROWS) {
  test(what, () => {
    const found = findings(text).map(({ id, article }) => [id, article]);
    assert.deepEqual(
      found,
      what === 'the same without details' ? [refused('401-1-logon-failed')] : expected,
    );
  });
}

test('the sentence names status, module, notification and code', () => {
  const [, first] = findings(page(1, WINDOWS, '0xc000006d'));
  assert.match(
    first?.title ?? '',
    /^IIS answered 401\.1: set by WindowsAuthenticationModule in AuthenticateRequest with 0xC000006D \(STATUS_LOGON_FAILURE\)\. /,
  );
});

test('what comes from the page gets into no command unless it is harmless', () => {
  const hostile = `HTTP Error 401.3 - Unauthorized\n${details('IIS Web Core', '0x80070005', 'http://a&calc/').replace('C:\\inetpub\\wwwroot', 'C:\\a & calc')}`;
  for (const text of [hostile, hostile.replace('401.3', '401.2')]) {
    const steps = findings(text).flatMap(({ next }) => lines(next));
    assert.ok(steps.length > 0);
    for (const step of steps) assert.doesNotMatch(step, /calc/);
  }
});
