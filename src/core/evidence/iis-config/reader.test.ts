import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertLinear } from '../../../../tests/unit/linear.ts';
import type { Fact, FactKind, FactOf } from '../../facts/fact.ts';
import type { Reading } from '../reader.ts';
import { iisConfig } from './reader.ts';
import { seenIisConfig } from './seen.ts';

const context = { claimed: [], inner: [], options: {} };
const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');
const read = (text: string) => iisConfig.read(text, context) as Reading | undefined;
const facts = (text: string): readonly Fact[] => read(text)?.facts ?? [];

function only<Kind extends FactKind>(text: string, kind: Kind): FactOf<Kind>[] {
  return facts(text).filter((fact): fact is FactOf<Kind> => fact.kind === kind);
}

const authentication = (inside: string) =>
  `<system.webServer><security><authentication>${inside}</authentication></security></system.webServer>`;

const fixtures: [name: string, count: number, expected: object][] = [
  ['disabled', 1, { enabled: false, stated: ['enabled'], isProviderListWhole: false }],
  ['disabled-providers', 1, { providers: ['Negotiate', 'NTLM'], stated: ['enabled', 'providers'] }],
  ['location', 2, { location: 'Contoso', method: 'anonymous', enabled: false }],
  [
    'extended-protection',
    1,
    {
      location: 'Default Web Site',
      tokenChecking: 'Allow',
      flags: [],
      spns: ['HTTP/www.contoso.com', 'HTTP/contoso.com'],
    },
  ],
  [
    'pool-credentials',
    1,
    {
      kernelMode: false,
      useAppPoolCredentials: true,
      tokenChecking: 'None',
      isProviderListWhole: true,
    },
  ],
  [
    'configuration-editor',
    1,
    {
      kernelMode: true,
      useAppPoolCredentials: true,
      tokenChecking: 'Allow',
      flags: [],
      authPersistNonNTLM: true,
      authPersistSingleRequest: false,
    },
  ],
  ['set-windows', 2, { location: 'Contoso', section: 'anonymousAuthentication' }],
  [
    'application-host',
    16,
    { kind: 'sectionLock', section: 'anonymousAuthentication', isLocked: true },
  ],
];

for (const [name, count, expected] of fixtures) {
  test(`Fixture ${name}: its facts, no problems, one in full`, () => {
    const reading = read(fixture(name));
    assert.deepEqual(reading?.kinds, ['config']);
    assert.deepEqual(reading.problems, []);
    assert.equal(reading.facts?.length, count);
    assert.partialDeepStrictEqual(reading.facts[0], expected);
    assert.ok(seenIisConfig(fixture(name)));
  });
}

test('A fragment in full: defaults filled in, and what is written', () => {
  const text = fixture('pool-credentials');
  assert.deepEqual(facts(text), [
    {
      kind: 'windowsAuthentication',
      at: { start: 0, end: text.lastIndexOf('>') + 1 },
      enabled: true,
      kernelMode: false,
      useAppPoolCredentials: true,
      providers: ['Negotiate', 'NTLM'],
      tokenChecking: 'None',
      stated: ['enabled', 'useKernelMode', 'useAppPoolCredentials', 'providers', 'tokenChecking'],
      isProviderListWhole: true,
    },
  ]);
});

test('The whole file of a server: pools, sites, bindings, its own level', () => {
  const text = fixture('application-host');
  const [pool] = only(text, 'poolIdentity');
  assert.equal(pool?.pool, 'DefaultAppPool');
  assert.ok(pool.isStated);
  assert.partialDeepStrictEqual(only(text, 'application'), [
    { site: 'Default Web Site', path: '/', pool: 'DefaultAppPool' },
  ]);
  assert.partialDeepStrictEqual(only(text, 'binding'), [
    { protocol: 'http', address: '*', port: '80', host: '' },
    { protocol: 'https', port: '443' },
  ]);
  const [windows] = only(text, 'windowsAuthentication');
  assert.partialDeepStrictEqual(windows, {
    location: '',
    file: 'applicationHost.config',
    enabled: false,
    stated: [],
  });
});

test('A location takes what it does not set from the levels above it', () => {
  const at = (path: string, inside: string) =>
    `<location path="${path}">${authentication(inside)}</location>`;
  const text = `<configuration><system.applicationHost/>${authentication(
    '<windowsAuthentication enabled="false" useAppPoolCredentials="true"><providers><add value="Negotiate"/><add value="NTLM"/></providers></windowsAuthentication>',
  )}${at('Site', '<windowsAuthentication enabled="true" useKernelMode="true"/>')}${at(
    'site/app',
    '<windowsAuthentication><providers><remove value="Negotiate"/></providers></windowsAuthentication>',
  )}${at('Other', '<anonymousAuthentication enabled="false"/>')}</configuration>`;
  // What a location leaves out is that of the server, where the server is in the evidence.
  assert.partialDeepStrictEqual(only(text, 'windowsAuthentication'), [
    { location: '', enabled: false, useAppPoolCredentials: true },
    { location: 'Other', enabled: false },
    {
      location: 'Site',
      enabled: true,
      useAppPoolCredentials: true,
      providers: ['Negotiate', 'NTLM'],
    },
    { location: 'site/app', enabled: true, kernelMode: true, providers: ['NTLM'] },
  ]);
});

const providerRows: [name: string, inside: string, providers: string[], isWhole: boolean][] = [
  ['none written', '', ['Negotiate', 'NTLM'], false],
  ['cleared', '<clear/>', [], true],
  ['cleared and added', '<clear/><add value="NTLM"/>', ['NTLM'], true],
  [
    'added to an inherited list',
    '<add value="Negotiate:Kerberos"/>',
    ['Negotiate', 'NTLM', 'Negotiate:Kerberos'],
    false,
  ],
  [
    'the list of a server',
    '<add value="NTLM"/><add value="Negotiate"/>',
    ['NTLM', 'Negotiate'],
    false,
  ],
  ['removed', '<remove value="Negotiate"/>', ['NTLM'], false],
];

for (const [name, inside, providers, isWhole] of providerRows) {
  test(`Providers: ${name}`, () => {
    const text = `<windowsAuthentication enabled="true"><providers>${inside}</providers></windowsAuthentication>`;
    const [fact] = only(text, 'windowsAuthentication');
    assert.deepEqual(fact?.providers, providers);
    assert.equal(fact.isProviderListWhole, isWhole);
  });
}

const POWERSHELL = `PS C:\\> Get-WebConfiguration system.webServer/security/authentication/windowsAuthentication -PSPath "IIS:\\Sites\\Portal"

SectionPath              : /system.webServer/security/authentication/windowsAuthentication
PSPath                   : MACHINE/WEBROOT/APPHOST/Portal
enabled                  : True
useKernelMode            : True
useAppPoolCredentials    : False
providers                : Microsoft.IIs.PowerShell.Framework.ConfigurationElement

PS C:\\> Get-ItemProperty IIS:\\AppPools\\Portal -Name processModel

identityType : SpecificUser
userName     : CONTOSO\\svc-portal
password     : Secret1
`;

const APPCMD = `C:\\>appcmd list apppool "Portal" /text:*
APPPOOL
  APPPOOL.NAME:"Portal"
  [add]
    name:"Portal"
    [processModel]
      identityType:"SpecificUser"
      userName:"CONTOSO\\svc-portal"
      password:"Secret1"
C:\\>appcmd list site
SITE "Portal" (id:1,bindings:http/*:80:,https/*:443:portal.contoso.com,state:Started)
APP "Portal/app" (applicationPool:Portal)
VDIR "Portal/" (physicalPath:C:\\inetpub\\wwwroot)
APPPOOL "Portal" (MgdVersion:v4.0,MgdMode:Classic,state:Started)
`;

const account = {
  written: 'CONTOSO\\svc-portal',
  name: 'svc-portal',
  form: 'sam',
  domain: 'contoso',
};

const stated: [name: string, text: string, expected: object[]][] = [
  [
    'PowerShell lists; an object in the place of providers is no list of them',
    POWERSHELL,
    [
      {
        location: 'Portal',
        enabled: true,
        stated: ['enabled', 'useKernelMode', 'useAppPoolCredentials'],
      },
      { kind: 'poolIdentity', pool: 'Portal', type: 'SpecificUser', account },
    ],
  ],
  [
    'appcmd lists',
    APPCMD,
    [
      { kind: 'poolIdentity', pool: 'Portal', type: 'SpecificUser', account },
      { kind: 'binding', site: 'Portal', protocol: 'http', port: '80', host: '' },
      { kind: 'binding', protocol: 'https', port: '443', host: 'portal.contoso.com' },
      { kind: 'application', site: 'Portal', path: '/app', pool: 'Portal' },
      { kind: 'applicationPool', pool: 'Portal', pipelineMode: 'Classic', state: 'Started' },
    ],
  ],
  [
    'one property of PowerShell',
    'Name : useKernelMode\nType : System.Boolean\nTypeName : System.Boolean\nValue : False',
    [{ kind: 'windowsAuthentication', kernelMode: false, stated: ['useKernelMode'] }],
  ],
  [
    'the location in the command above the XML',
    `C:\\>appcmd list config "Portal/app" -section:windowsAuthentication\n${authentication('<windowsAuthentication enabled="true"/>')}`,
    [{ location: 'Portal/app', enabled: true }],
  ],
  [
    'a web.config quoted in mail, with rules of both kinds',
    '> <configuration>\n> <system.web><authorization><deny users="?"/></authorization><identity impersonate="true"/></system.web>\n> <system.webServer><security><authorization><add accessType="Deny" roles="A, B"/></authorization></security></system.webServer>\n> </configuration>',
    [
      { kind: 'authorizationRule', of: 'asp.net', access: 'deny', users: ['?'] },
      { kind: 'impersonation', enabled: true, isValidated: true },
      { kind: 'authorizationRule', of: 'iis', access: 'deny', roles: ['A', 'B'] },
    ],
  ],
  [
    'validation that is off',
    '<configuration><system.web><identity impersonate="true"/></system.web><system.webServer><validation validateIntegratedModeConfiguration="false"/></system.webServer></configuration>',
    [{ kind: 'impersonation', isValidated: false }],
  ],
  [
    'other sections',
    '<system.webServer><aspNetCore processPath="dotnet" forwardWindowsAuthToken="false"/><security><ipSecurity allowUnlisted="false" denyAction="Unauthorized"><add ipAddress="10.0.0.1"/></ipSecurity><requestFiltering><requestLimits><headerLimits><add header="Authorization" sizeLimit="4096"/></headerLimits></requestLimits></requestFiltering></security></system.webServer>',
    [
      { kind: 'aspNetCore', forwardWindowsAuthToken: false },
      {
        kind: 'ipRestriction',
        isUnlistedAllowed: false,
        denyAction: 'Unauthorized',
        denied: ['10.0.0.1'],
      },
      { kind: 'headerLimit', header: 'Authorization', bytes: 4096 },
    ],
  ],
  [
    'a location that unlocks a section',
    `<location path="Portal" overrideMode="Allow">${authentication('<windowsAuthentication enabled="true"/>')}</location>`,
    [
      {
        kind: 'sectionLock',
        section: 'windowsAuthentication',
        location: 'Portal',
        isLocked: false,
      },
      { kind: 'windowsAuthentication', location: 'Portal' },
    ],
  ],
  [
    'two fragments that state the same section are of two files',
    '<windowsAuthentication enabled="true"/>\n<windowsAuthentication useKernelMode="false"/>',
    [
      { enabled: true, kernelMode: true },
      { enabled: false, kernelMode: false, stated: ['useKernelMode'] },
    ],
  ],
];

for (const [name, text, expected] of stated) {
  test(`States: ${name}`, () => {
    const found = facts(text);
    assert.equal(found.length, expected.length, JSON.stringify(found));
    assert.partialDeepStrictEqual(found, expected);
    assert.ok(seenIisConfig(text));
  });
}

test('Passwords reach no fact and no problem', () => {
  const texts = [
    POWERSHELL,
    APPCMD,
    fixture('set-anonymous').replace('P@ssw0rd', 'Secret1'),
    '<add name="x"><processModel identityType="SpecificUser" userName="a" password="Secret1" Secret1/></add>',
    '<anonymousAuthentication enabled="true" userName="x" password="Secret1"/>',
    'Set-WebConfigurationProperty -filter /a/b -name processModel -value @{userName="x";password="Secret1"}',
  ];
  for (const text of texts) {
    assert.ok(text.includes('Secret1'));
    assert.doesNotMatch(JSON.stringify({ ...read(text), claimed: [] }), /Secret1/);
  }
});

const lookalikes: [name: string, text: string][] = [
  [
    'Apache',
    '<Location "/portal">\nAuthType GSSAPI\nGssapiCredStore keytab:/etc/http.keytab\nRequire valid-user\n</Location>',
  ],
  [
    'plain XML',
    '<config><identity name="x"/><authentication method="basic"/><sites><site name="a"/></sites></config>',
  ],
  [
    'HTML',
    '<html><body><section><p>windowsAuthentication is a section.</p></section></body></html>',
  ],
  [
    'a project file',
    '<Project><PropertyGroup><IISExpressWindowsAuthentication>enabled</IISExpressWindowsAuthentication></PropertyGroup></Project>',
  ],
  [
    'launchSettings.json',
    '{ "iisSettings": { "windowsAuthentication": true, "anonymousAuthentication": false } }',
  ],
  [
    'machine.config',
    '<system.web><processModel autoConfig="true" userName="machine" password="AutoGenerate"/></system.web>',
  ],
  [
    'a list of headers',
    'HTTP/1.1 401 Unauthorized\nServer: Microsoft-IIS/10.0\nWWW-Authenticate: Negotiate',
  ],
  [
    'PowerShell error',
    'Invoke-RestMethod : The remote server returned an error: (401) Unauthorized.',
  ],
];

for (const [name, text] of lookalikes) {
  test(`Look-alike: ${name}`, () => {
    assert.deepEqual(facts(text), []);
  });
}

test('What is explained already is left alone', () => {
  const text = fixture('disabled');
  const taken = { ...context, claimed: [{ start: 0, end: text.length }] };
  assert.equal(iisConfig.read(text, taken), undefined);
});

test('No prefix throws, and every place lies in the text', () => {
  const texts = [...fixtures.map(([name]) => fixture(name).slice(0, 3_000)), POWERSHELL, APPCMD];
  for (const text of texts) {
    for (let end = 0; end <= text.length; end += 3) {
      for (const { at } of facts(text.slice(0, end))) {
        assert.ok(at.start >= 0 && at.start <= at.end && at.end <= end);
      }
    }
  }
});

test('No mixture throws', () => {
  const lines = [...fixtures.map(([name]) => fixture(name)), POWERSHELL, APPCMD].flatMap((text) =>
    text.split('\n').slice(0, 40),
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 30 }), (some) => {
      const text = some.join('\n');
      for (const { at } of facts(text)) assert.ok(at.start <= at.end && at.end <= text.length);
    }),
    { numRuns: 500 },
  );
});

test('Large texts cost no more than their length', async () => {
  const pieces = [
    '<location path="a/b"><windowsAuthentication enabled="true"/><anonymousAuthentication enabled="true"/></location>',
    'useKernelMode : True\n',
    'useKernelMode a',
    'useKernelMode  ',
    'APP "x" (',
    'appcmd set config -section:a /b:c ',
  ];
  for (const piece of pieces) await assertLinear(piece, read);
  for (const filler of ['a', ' ']) {
    await assertLinear(filler, (text) => read(`useKernelMode ${text}`));
  }
});
