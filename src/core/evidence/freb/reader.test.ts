import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assertLinear } from '../../../../tests/unit/linear.ts';
import { assertDamaged } from '../../../../tests/unit/reader-table.ts';
import type { Fact } from '../../facts/fact.ts';
import { spelled } from '../../facts/names.ts';
import type { Reading } from '../reader.ts';
import { freb } from './reader.ts';
import { seenFreb } from './seen.ts';

const NOTHING = { claimed: [], inner: [], options: {} };

function read(text: string): Reading | undefined {
  const reading = freb.read(text, NOTHING);
  assert.ok(!(reading instanceof Promise));
  if (reading) assert.ok(seenFreb(text), text.slice(0, 80));
  return reading;
}

const present = (...parts: unknown[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ');

/** A fact in one line. */
function brief(fact: Fact): string {
  switch (fact.kind) {
    case 'tracedRequest':
      return present(
        'request',
        fact.status === undefined ? '?' : `${fact.status}.${fact.substatus}`,
        fact.verb,
        fact.url,
        fact.pool,
        fact.authenticationType,
        fact.user?.written,
        fact.milliseconds,
      );
    case 'tracedError':
      return present(
        fact.module,
        `${fact.status}.${fact.substatus ?? '?'}`,
        fact.notification,
        fact.code === undefined ? '' : `0x${fact.code.toString(16)}`,
        fact.configuration,
      );
    case 'tracedLogon':
      return present('logon', fact.method, fact.isNtlm ? 'NTLM' : 'other', fact.user?.written);
    case 'tracedKerberosFailure':
      return present(
        'kerberos',
        fact.spn && spelled(fact.spn),
        fact.account?.written,
        fact.isSpnOnAccount,
      );
    case 'tracedDenial':
      return present('denied', fact.event, fact.about);
    case 'tracedRequestHeaders':
      return present('headers', fact.scheme);
    case 'tracedEvents':
      return present('events', fact.count, fact.event, fact.module, fact.notification);
    default:
      return fact.kind;
  }
}

const inBrief = (text: string): string[] => (read(text)?.facts ?? []).map(brief);
const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

const REQUEST = 'GET http://portal.contoso.com:80/ Portal';
/** [fixture, facts in brief] */
const FIXTURES: readonly (readonly [string, readonly string[]])[] = [
  [
    'no-credentials-401-2.txt',
    [
      `request 401.2 ${REQUEST} 16`,
      'headers',
      'IIS Web Core 401.2 AUTHENTICATE_REQUEST 0x80070005',
    ],
  ],
  [
    'refused-401-1.txt',
    [
      `request 401.1 ${REQUEST} 16`,
      'headers Negotiate',
      'WindowsAuthenticationModule 401.1 AUTHENTICATE_REQUEST 0x8009030c',
    ],
  ],
  [
    'application-401-0.txt',
    [
      `request 401.0 ${REQUEST} Negotiate CONTOSO\\alex 16`,
      'logon Windows other CONTOSO\\alex',
      'ManagedPipelineHandler 401.0 EXECUTE_REQUEST_HANDLER 0x0',
      'CustomErrorModule 500.0 SEND_RESPONSE 0x80070005',
    ],
  ],
  ['anonymous.txt', ['logon Anonymous other']],
  [
    'view.txt',
    [
      'request 401.3 http://portal.contoso.com:80/ Portal 16',
      'IIS Web Core 401.3 AUTHENTICATE_REQUEST 0x80070005',
    ],
  ],
  ['compact-view.txt', ['UrlAuthorizationModule 401.2 AUTHORIZE_REQUEST 0x80070005']],
];

for (const [name, expected] of FIXTURES) {
  const text = fixture(name);
  test(name, () => {
    assert.deepEqual(inBrief(text), expected);
  });

  test(`${name} with the line ends of Windows`, () => {
    assert.deepEqual(inBrief(text.replaceAll('\n', '\r\n')), expected);
  });
}

const XML = fixture('refused-401-1.txt');
const EXPECTED = inBrief(XML);
const WITHOUT_HEADERS = EXPECTED.map((line) => line.replace('headers Negotiate', 'headers'));

/** What sites and mail programs make of a file. */
const CHANGED: readonly (readonly [string, string, readonly string[]])[] = [
  ['bullets of a pastebin', XML.replace(/^[ \t]*/gm, '- '), WITHOUT_HEADERS],
  ['numbers of a pastebin', XML.replace(/^/gm, '  12. '), WITHOUT_HEADERS],
  ['bars of a gist', XML.replace(/$/gm, ' | |'), EXPECTED],
  ['a quoted mail', XML.replace(/^/gm, '> '), EXPECTED],
  [
    'escaped for HTML',
    XML.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    EXPECTED,
  ],
  ['blank lines doubled', XML.replaceAll('\n', '\n\n'), EXPECTED],
  ['a fence', `\`\`\`xml\n${XML}\`\`\``, EXPECTED],
  ['torn at the end', XML.slice(0, XML.indexOf('<Data Name="ConfigExceptionInfo">')), EXPECTED],
];

for (const [what, text, expected] of CHANGED) {
  test(what, () => {
    const plain = inBrief(text).map((line) => line.replace(/^headers.*/, 'headers'));
    assert.deepEqual(
      plain,
      expected.map((line) => line.replace(/^headers.*/, 'headers')),
    );
  });
}

const EVENT = (data: string, opcode: string) =>
  `<Event><System><Provider Name="WWW Server"/></System><EventData>${data}</EventData><RenderingInfo><Opcode>${opcode}</Opcode></RenderingInfo></Event>`;

/** [what, text, facts in brief] */
const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'without opcode and provider, as in a shortened paste',
    '<EventData><Data Name="ModuleName">IsapiFilterModule</Data><Data Name="HttpStatus">401</Data><Data Name="HttpSubStatus">4</Data><Data Name="ErrorCode">0</Data></EventData>',
    ['IsapiFilterModule 401.4 0x0'],
  ],
  [
    'a signed code',
    EVENT(
      '<Data Name="ModuleName">M</Data><Data Name="HttpStatus">401</Data><Data Name="HttpSubStatus">1</Data><Data Name="ErrorCode">-2146893044</Data>',
      'MODULE_SET_RESPONSE_ERROR_STATUS',
    ),
    ['M 401.1 0x8009030c'],
  ],
  [
    'an error of configuration',
    EVENT(
      '<Data Name="ModuleName">IIS Web Core</Data><Data Name="Notification">1</Data><Data Name="HttpStatus">500</Data><Data Name="HttpSubStatus">19</Data><Data Name="ErrorCode">2147942433</Data><Data Name="ConfigExceptionInfo">\\\\?\\C:\\web.config ( 9) :This section\n cannot be used</Data>',
      'MODULE_SET_RESPONSE_ERROR_STATUS',
    ),
    [
      'IIS Web Core 500.19 BEGIN_REQUEST 0x80070021 \\\\?\\C:\\web.config ( 9) :This section cannot be used',
    ],
  ],
  [
    'Kerberos failed',
    EVENT(
      '<Data Name="KMUsed">false</Data><Data Name="APUserName">CONTOSO\\svc-portal</Data><Data Name="SPNName">HTTP/portal.contoso.com</Data><Data Name="ADConfigIsOK">false</Data>',
      'AUTH_KERBEROS_FAILED',
    ),
    ['kerberos HTTP/portal.contoso.com CONTOSO\\svc-portal false'],
  ],
  [
    'a check of IIS',
    EVENT('<Data Name="RemoteAddress">10.0.0.9</Data>', 'SECURITY_REJECTED_IP'),
    ['denied SECURITY_REJECTED_IP 10.0.0.9'],
  ],
  [
    'an event that says nothing else',
    EVENT(
      '<Data Name="ModuleName">A</Data><Data Name="Notification">128</Data>',
      'NOTIFY_MODULE_END',
    ),
    ['events 1 NOTIFY_MODULE_END A EXECUTE_REQUEST_HANDLER'],
  ],
  [
    'what PowerShell lists of the attributes',
    'url                : http://portal:80/\nverb               : GET\nstatusCode         : 401.1\nauthenticationType : NOT_AVAILABLE\nuserName           : \nappPoolId          : Portal',
    ['request 401.1 GET http://portal:80/ Portal'],
  ],
  [
    'what PowerShell lists of an event',
    'Name          #text\n----          -----\nModuleName    IpRestrictionModule\nNotification  1\nHttpStatus    401\nHttpSubStatus 503\nErrorCode     2147942405',
    ['IpRestrictionModule 401.503 BEGIN_REQUEST 0x80070005'],
  ],
  [
    'one line',
    'ModuleName IIS Web Core Notification 2 HttpStatus 401 HttpReason Unauthorized HttpSubStatus 2 ErrorCode 2147942405 ConfigExceptionInfo',
    ['IIS Web Core 401.2 AUTHENTICATE_REQUEST 0x80070005'],
  ],
  [
    'a logon in the compact view',
    'AUTH_SUCCEEDED AuthType="NT", NTLMUsed="true", RemoteUserName="CONTOSO\\alex", AuthUserName="CONTOSO\\alex", TokenImpersonationLevel="ImpersonationImpersonate"',
    ['logon NTLM CONTOSO\\alex'],
  ],
  [
    'a start tag that is torn off',
    'appPoolId="Portal" processId="1" verb="GET" userName="CONTOSO\\alex" authenticationType="NTLM" failureReason="STATUS_CODE" statusCode="401"',
    ['request 401.0 GET Portal NTLM CONTOSO\\alex'],
  ],
  // What is no trace.
  [
    'an event of Windows',
    '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="Microsoft-Windows-Security-Auditing"/><EventID>4625</EventID></System><EventData><Data Name="Status">0xc000006d</Data></EventData></Event>',
    [],
  ],
  ['an answer of 200', 'ModuleName="A", HttpStatus="200", HttpSubStatus="0"', []],
  ['the name of an event', 'look for MODULE_SET_RESPONSE_ERROR_STATUS in the file', []],
  ['prose with the names', 'ModuleName and HttpStatus tell who set the status 401.', []],
  ['a rule of tracing', '<add path="*"><failureDefinitions statusCodes="401.1" /></add>', []],
];

for (const [what, text, expected] of ROWS) {
  test(what, () => {
    assert.deepEqual(inBrief(text), expected);
  });
}

test('headers are left to the reader of HTTP, and tokens are in no fact', () => {
  const reading = read(XML);
  const claimed = (part: string) => {
    const at = XML.indexOf(part);
    return (reading?.claimed ?? []).some(({ start, end }) => start <= at && at < end);
  };
  assert.ok(claimed('2148074252'));
  assert.ok(!claimed('TlRMTVNTUAAB'));
  assert.ok(!claimed('WWW-Authenticate'));
  assert.doesNotMatch(JSON.stringify(reading?.facts), /TlRMTVNT/);
});

test('what another reader has explained is left alone', () => {
  assert.equal(freb.read(XML, { ...NOTHING, claimed: [{ start: 0, end: XML.length }] }), undefined);
});

const ALL = [...FIXTURES.map(([name]) => fixture(name)), ...ROWS.map(([, text]) => text)];

function assertSound(text: string): void {
  const reading = read(text);
  const spans = [
    ...(reading?.claimed ?? []),
    ...(reading?.facts ?? []).flatMap((fact) => [
      fact.at,
      ...(fact.kind === 'tracedError' && fact.codeAt ? [fact.codeAt] : []),
    ]),
  ];
  for (const { start, end } of spans) assert.ok(start >= 0 && start <= end && end <= text.length);
}

test('no prefix and no suffix throws', () => {
  for (const text of ALL) {
    for (let at = 0; at < text.length; at += 211) {
      assertSound(text.slice(0, at));
      assertSound(text.slice(at));
    }
  }
});

test('damaged traces are read without an exception, with places inside the text', () => {
  assertDamaged(ALL, assertSound, { longest: 10_000 });
});

test('reading is linear', async () => {
  for (const piece of [
    'ModuleName ',
    'ModuleName="a" HttpStatus="401" ',
    'statusCode="401" appPoolId="a" ',
    'MODULE_SET_RESPONSE_ERROR_STATUS ',
    '<Event>',
    '<Data Name="ModuleName">',
    'Final Status Url ',
    fixture('anonymous.txt'),
  ]) {
    await assertLinear(piece, read);
  }
});
