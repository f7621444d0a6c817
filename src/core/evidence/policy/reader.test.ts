import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type ReaderRow, testDisguises, testRows } from '../../../../tests/unit/reader-table.ts';
import { assertLinearReader, assertSound, readingOf } from '../../../../tests/unit/sound-reader.ts';
import type { Fact } from '../../facts/fact.ts';
import { policy } from './reader.ts';
import { seenPolicy } from './seen.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');

/** `edge AuthServerAllowlist *.contoso.com`, `edge 6 policies, all`. */
function brief(fact: Fact): string {
  if (fact.kind === 'browserPolicies') {
    return `${fact.browser} ${fact.count} policies, ${fact.isComplete ? 'all' : 'cut'}`;
  }
  if (fact.kind !== 'browserPolicy') return fact.kind;
  const { browser, name, value = 'not set', level, error } = fact;
  return `${browser} ${name} ${value}${level === 'recommended' ? ' recommended' : ''}${error === undefined ? '' : ' error'}`;
}

const EDGE = fixture('edge-export');
const IN_EDGE = [
  'edge AllHttpAuthSchemesAllowedForOrigins portal.contoso.com, intranet.contoso.com',
  'edge AuthNegotiateDelegateAllowlist portal.contoso.com',
  'edge AuthSchemes ntlm,negotiate',
  'edge AuthServerAllowlist *.contoso.com error',
  'edge EnableAuthNegotiatePort true recommended',
  'edge 6 policies, all',
];

/** [what, text, facts in brief] */
const ROWS: readonly ReaderRow[] = [
  ['an export of Edge', EDGE, IN_EDGE],
  ['an export on one line', EDGE.replaceAll(/\n\s*/g, ''), IN_EDGE],
  ['an export that was cut', fixture('chrome-cut'), ['chrome 1 policies, cut']],
  [
    'an export that was cut inside a policy',
    EDGE.slice(0, EDGE.indexOf('"EnableAuth')),
    [...IN_EDGE.slice(0, 4), 'edge 4 policies, cut'],
  ],
  [
    'an export with prose around it',
    `This is it:\n\n${EDGE}\nAny idea?`,
    [...IN_EDGE.slice(0, 5), 'edge 6 policies, cut'],
  ],
  [
    'managed policies of Linux',
    '{\n  "AuthServerAllowlist": "*.contoso.com",\n  "DisableAuthNegotiateCnameLookup": true\n}\n',
    ['chromium AuthServerAllowlist *.contoso.com', 'chromium DisableAuthNegotiateCnameLookup true'],
  ],
  [
    'policies.json of Firefox',
    fixture('firefox-policies'),
    [
      'firefox Authentication.SPNEGO contoso.com, https://fabrikam.com',
      'firefox Authentication.NTLM contoso.com',
      'firefox Authentication.AllowNonFQDN.SPNEGO true',
      'firefox Authentication.AllowNonFQDN.NTLM false',
      'firefox Authentication.Locked true',
    ],
  ],
  [
    'the page, a cell a line',
    'Microsoft Edge Policies\nPolicy name\nPolicy value\nSource\nApplies to\nLevel\nStatus\nAuthServerAllowlist\n*.contoso.com\nPlatform\nMachine\nMandatory\nOK\nShow more\nEnableAuthNegotiatePort\ntrue\nPlatform\nCurrent user\nRecommended\nOK\n',
    ['edge AuthServerAllowlist *.contoso.com', 'edge EnableAuthNegotiatePort true recommended'],
  ],
  [
    'the page, a policy a line, German',
    'chrome://policy\nAuthSchemes\tntlm\tPlattform\tComputer\tObligatorisch\tOK\nAuthServerAllowlist\tNicht festgelegt.\n',
    ['chrome AuthSchemes ntlm', 'chrome AuthServerAllowlist not set'],
  ],
  [
    'about:config',
    'network.negotiate-auth.trusted-uris\tcontoso.com,https://fabrikam.com\nnetwork.negotiate-auth.allow-non-fqdn;true\nnetwork.negotiate-auth.delegation-uris = \n',
    [
      'firefox network.negotiate-auth.trusted-uris contoso.com, https://fabrikam.com',
      'firefox network.negotiate-auth.allow-non-fqdn true',
      'firefox network.negotiate-auth.delegation-uris not set',
    ],
  ],
  [
    'prefs.js',
    'user_pref("network.negotiate-auth.trusted-uris", ".contoso.com");\nlockPref("network.auth.use-sspi", false);\n',
    [
      'firefox network.negotiate-auth.trusted-uris .contoso.com',
      'firefox network.auth.use-sspi false',
    ],
  ],
  [
    'a property list',
    '<key>AuthServerAllowlist</key>\n<string>*.contoso.com</string>\n<key>EnableAuthNegotiatePort</key><true/>\n',
    ['chromium AuthServerAllowlist *.contoso.com', 'chromium EnableAuthNegotiatePort true'],
  ],
  // Look-alikes
  [
    'advice',
    'Add contoso.com to network.negotiate-auth.trusted-uris and restart.\nSet AuthServerAllowlist to your domain.\n',
    [],
  ],
  [
    'advice in a list',
    '- AuthServerAllowlist\n- AuthSchemes\nnetwork.negotiate-auth.trusted-uris: the hosts that Firefox answers\n',
    [],
  ],
  ['JSON of something else', '{"policies": {"name": "x", "value": "5"}, "level": "mandatory"}', []],
  ['schemes of something else', '{"AuthSchemes": ["0d53335c-f9ea-4d0d-b2ec-4ae3786ec308"]}', []],
  ['a package', '{"name": "a", "scripts": {"SPNEGO": "node ."}, "policies": []}', []],
  ['source', 'const AuthSchemes = ["ntlm"]; // AuthServerAllowlist\n', []],
];

const TABLE = { reader: policy, seen: seenPolicy, brief, rows: ROWS };

testRows(TABLE);

testDisguises(TABLE, (name, how) => how !== 'in a fence' && !name.includes('export'));

test('an export is claimed whole, so that no number in it is a code', async () => {
  const [claimed] = (await readingOf(policy, EDGE))?.claimed ?? [];
  assert.equal(EDGE.slice(claimed?.start, claimed?.end), EDGE.trim());
});

test('what another reader has claimed is not read again, and places stay', async () => {
  const text = `klist was here ${EDGE}`;
  const reading = await policy.read(text, {
    claimed: [{ start: 0, end: 14 }],
    inner: [],
    options: {},
  });
  const fact = (reading?.facts ?? []).find(
    (one) => one.kind === 'browserPolicy' && one.name === 'AuthSchemes',
  );
  assert.equal(text.slice(fact?.at.start, fact?.at.end), 'ntlm,negotiate');
});

const SOUND = {
  reader: policy,
  seen: seenPolicy,
  texts: ROWS.filter(([, , facts]) => facts.length > 0).map(([, text]) => text),
  pieces: [
    '{"policyValues":',
    '{"AuthSchemes":[',
    '"AuthSchemes": ["a", ',
    'AuthSchemes\n',
    'network.negotiate-auth.trusted-uris,',
    '<key>AuthSchemes</key>',
    'AuthSchemes  ',
  ],
};

test('any text', () => assertSound(SOUND));
test('time grows with the length', () => assertLinearReader(SOUND));
