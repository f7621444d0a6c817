import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Diagnosis, Judgement } from '../../../case/rule.ts';
import { FactBase } from '../../../facts/fact-base.ts';
import { iisConfig } from '../reader.ts';
import type { Reading } from '../../reader.ts';
import { ticketWanted } from './wanted.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}.txt`, import.meta.url), 'utf8');

function baseOf(text: string): FactBase {
  const reading = iisConfig.read(text, { claimed: [], inner: [], options: {} }) as
    Reading | undefined;
  return new FactBase([{ id: '1', text }], {
    kinds: ['config'],
    tokens: [],
    facts: [...(reading?.facts ?? [])],
  });
}

const RULES = await iisConfig.loadRules();

/** What every rule says, in the order of the rules. */
function judged(text: string): Map<string, Judgement> {
  const base = baseOf(text);
  const rules = RULES.filter(({ needs }) => needs.every((need) => base.has(need)));
  return new Map(rules.map((rule) => [rule.id, rule.judge(base)]));
}

function findings(text: string): (Diagnosis & { id: string })[] {
  return [...judged(text)].flatMap(([id, judgement]) =>
    'ruledOut' in judgement || 'undecided' in judgement
      ? []
      : judgement.map((one) => ({ ...one, id: one.id ?? id })),
  );
}

const windows = (attributes: string, inside = '') =>
  `<windowsAuthentication ${attributes}>${inside}</windowsAuthentication>`;
const list = (...values: string[]) =>
  `<providers><clear/>${values.map((value) => `<add value="${value}"/>`).join('')}</providers>`;
const LOCKED =
  '<configSections><section name="windowsAuthentication" overrideModeDefault="Deny"/></configSections>';
const webConfig = (inside: string) =>
  `<configuration><system.webServer>${inside}</system.webServer></configuration>`;

const rows: [name: string, text: string, expected: [id: string, article: string][]][] = [
  ['off', fixture('disabled'), [['config.windows-disabled', 'negotiate-header-missing']]],
  [
    'every method off',
    `${windows('enabled="false"')}<anonymousAuthentication enabled="false"/><basicAuthentication enabled="false"/><digestAuthentication enabled="false"/>`,
    [['config.windows-disabled', '401-2-server-configuration']],
  ],
  [
    'a fragment without kernel mode',
    fixture('location'),
    [['config.windows-authentication', 'kernel-mode-authentication']],
  ],
  [
    'kernel mode off',
    fixture('pool-credentials'),
    [['config.pool-decrypts', 'kernel-mode-authentication']],
  ],
  [
    'both written',
    windows('enabled="true" useKernelMode="true" useAppPoolCredentials="false"'),
    [['config.computer-decrypts', 'kernel-mode-authentication']],
  ],
  [
    'Extended Protection allowed',
    fixture('configuration-editor'),
    [
      ['config.extended-protection', 'extended-protection-401'],
      ['config.pool-decrypts', 'kernel-mode-authentication'],
    ],
  ],
  [
    'NTLM alone',
    windows('enabled="true" useKernelMode="false"', list('NTLM')),
    [
      ['config.negotiate-not-offered', 'negotiate-header-missing'],
      ['config.pool-decrypts', 'kernel-mode-authentication'],
    ],
  ],
  [
    'NTLM added to a list that is not shown',
    windows('enabled="true" useKernelMode="false"', '<providers><add value="NTLM"/></providers>'),
    [
      ['config.negotiate-not-listed', 'negotiate-header-missing'],
      ['config.pool-decrypts', 'kernel-mode-authentication'],
    ],
  ],
  [
    'NTLM first',
    windows('enabled="true" useKernelMode="false"', list('NTLM', 'Negotiate')),
    [
      ['config.negotiate-after-ntlm', 'negotiate-header-missing'],
      ['config.pool-decrypts', 'kernel-mode-authentication'],
    ],
  ],
  [
    'Anonymous, too, with a logon for each request',
    `<anonymousAuthentication enabled="true"/>${windows('enabled="true" useKernelMode="false" authPersistSingleRequest="true"')}`,
    [
      ['config.anonymous-enabled', 'who-am-i-on-the-server'],
      ['config.pool-decrypts', 'kernel-mode-authentication'],
      ['config.auth-persist', 'auth-persistence'],
    ],
  ],
  [
    'a pool of a service account',
    '<add name="Portal"><processModel identityType="SpecificUser" userName="CONTOSO\\svc"/></add>',
    [['config.pool-identity', 'app-pool-identity']],
  ],
  [
    'a locked section in a web.config',
    `${LOCKED}${webConfig(windows('enabled="true" useKernelMode="false"'))}`,
    [
      ['config.locked-section', '500-19-locked-auth-section'],
      ['config.pool-decrypts', 'kernel-mode-authentication'],
    ],
  ],
  [
    'impersonation',
    '<identity impersonate="true"/>',
    [['config.impersonate', '500-24-impersonation-integrated']],
  ],
  [
    'a rule that refuses everybody',
    '<authorization><deny users="*"/></authorization>',
    [['config.authorization-deny', '401-7-url-authorization']],
  ],
  [
    'ASP.NET Core without the user',
    '<aspNetCore processPath="x" forwardWindowsAuthToken="false"/>',
    [['config.aspnetcore-token', 'aspnet-core-401']],
  ],
  [
    'addresses answered with a 401',
    '<ipSecurity allowUnlisted="false" denyAction="Unauthorized"/>',
    [['config.ip-restriction', '401-501-504-ip-restriction']],
  ],
  [
    'a limit on the header',
    '<headerLimits><add header="Authorization" sizeLimit="4096"/></headerLimits>',
    [['config.header-limit', 'http-400-header-too-long']],
  ],
  ['commands', fixture('set-windows'), [['config.set-commands', '401-2-server-configuration']]],
  // Look-alikes.
  [
    'an empty section of a server',
    fixture('application-host'),
    [['config.pool-identity', 'app-pool-identity']],
  ],
  ['addresses answered with a 403', '<ipSecurity allowUnlisted="false"/>', []],
  [
    'ASP.NET Core with the user',
    '<aspNetCore processPath="x" forwardWindowsAuthToken="true"/>',
    [],
  ],
  [
    'a limit on another header',
    '<headerLimits><add header="Cookie" sizeLimit="9"/></headerLimits>',
    [],
  ],
  ['a rule that allows', '<authorization><allow users="*"/></authorization>', []],
  ['no impersonation', '<identity impersonate="false"/>', []],
];

for (const [name, text, expected] of rows) {
  test(`Rules: ${name}`, () => {
    assert.deepEqual(
      findings(text).map(({ id, article }) => [id, article]),
      expected,
    );
  });
}

test('A written list with Negotiate rules out that it is not offered; an unwritten one decides nothing', () => {
  const id = 'config.negotiate-not-offered';
  assert.ok('ruledOut' in (judged(fixture('pool-credentials')).get(id) ?? []));
  assert.ok('undecided' in (judged(fixture('location')).get(id) ?? []));
});

test('A written None rules out Extended Protection; an unlocked section the lock', () => {
  const judgement = judged(fixture('pool-credentials')).get('config.extended-protection');
  assert.ok('ruledOut' in (judgement ?? []));
  const unlocked = LOCKED.replace('Deny', 'Allow') + webConfig(windows('enabled="true"'));
  assert.deepEqual(judged(unlocked).get('config.locked-section'), []);
});

test('The other half is asked for where Windows authentication is on', () => {
  const site =
    '<site name="a"><bindings><binding protocol="https" bindingInformation="*:443:portal.contoso.com"/></bindings></site>';
  const on = baseOf(`${site}${windows('enabled="true"')}`);
  const ask = ticketWanted.asks?.ticket;
  assert.ok(ask);
  assert.equal(ask(on)?.wants, 'klist');
  assert.equal(ask(baseOf(windows('enabled="false"'))), undefined);
});
