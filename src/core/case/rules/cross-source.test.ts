import assert from 'node:assert/strict';
import { test } from 'node:test';
import { iisConfig } from '../../evidence/iis-config/reader.ts';
import { klist } from '../../evidence/klist/reader.ts';
import type { LoadedReader } from '../../evidence/reader.ts';
import { setspn } from '../../evidence/setspn/reader.ts';
import { FactBase } from '../../facts/fact-base.ts';
import type { Fact } from '../../facts/fact.ts';
import { judged } from '../testing/facts.ts';
import { CROSS_SOURCE_RULES } from './cross-source.ts';

/** The three pieces of evidence of one case, read by the readers themselves. */
async function caseOf(klistText: string, setspnText: string, config: string): Promise<FactBase> {
  const sources: { id: string; text: string; reader: LoadedReader }[] = [
    { id: '1', text: klistText, reader: klist },
    { id: '2', text: setspnText, reader: setspn },
    { id: '3', text: config, reader: iisConfig },
  ];
  const facts: Fact[] = [];
  for (const { id, text, reader } of sources) {
    const reading = await reader.read(text, { claimed: [], inner: [], options: {} });
    facts.push(
      ...(reading?.facts ?? []).map((fact) => ({ ...fact, at: { ...fact.at, source: id } })),
    );
  }
  return new FactBase(sources, { kinds: [], tokens: [], messages: [], facts });
}

const TICKET = `Current LogonId is 0:0x977a31

Cached Tickets: (1)

#0>     Client: anna @ CONTOSO.COM
        Server: HTTP/portal.contoso.com @ CONTOSO.COM
        KerbTicket Encryption Type: AES-256-CTS-HMAC-SHA1-96
        Ticket Flags 0x40a10000 -> forwardable renewable pre_authent name_canonicalize
        Start Time: 5/11/2026 18:48:46 (local)
        End Time:   5/12/2026 4:48:46 (local)
        Renew Time: 5/18/2026 18:48:46 (local)
        Session Key Type: AES-256-CTS-HMAC-SHA1-96
        Cache Flags: 0
        Kdc Called: dc01.contoso.com
`;
const heldBy = (name: string) => `C:\\> setspn -F -Q HTTP/portal.contoso.com
Checking forest DC=contoso,DC=com
CN=${name},OU=Service,DC=contoso,DC=com
        HTTP/portal.contoso.com
        HTTP/portal

Existing SPN found!
`;
const config = (settings: string) => `<configuration>
  <system.applicationHost>
    <applicationPools>
      <add name="DefaultAppPool" />
      <add name="Portal">
        <processModel identityType="SpecificUser" userName="CONTOSO\\svc-portal" password="[enc:x]" />
      </add>
    </applicationPools>
    <sites>
      <site name="Default Web Site" id="1">
        <application path="/" applicationPool="DefaultAppPool" />
        <bindings><binding protocol="http" bindingInformation="*:80:" /></bindings>
      </site>
      <site name="Portal" id="2">
        <application path="/" applicationPool="Portal" />
        <bindings><binding protocol="https" bindingInformation="*:443:portal.contoso.com" /></bindings>
      </site>
    </sites>
  </system.applicationHost>
  <location path="Portal">
    <system.webServer>
      <security><authentication>
        <windowsAuthentication enabled="true" ${settings} />
      </authentication></security>
    </system.webServer>
  </location>
</configuration>
`;

/** [what, owner, settings of the site, what is judged] */
const ROWS: readonly (readonly [string, string, string, RegExp])[] = [
  [
    'the pool decrypts, and another account holds the SPN',
    'svc-old',
    'useAppPoolCredentials="true"',
    /^case\.other-account-decrypts: The ticket is for HTTP\/portal\.contoso\.com, svc-old holds that SPN, and the pool Portal runs as CONTOSO\\svc-portal: it cannot decrypt the ticket\./,
  ],
  [
    'kernel mode is the default',
    'svc-portal',
    '',
    /^case\.other-account-decrypts: .* kernel mode leaves decryption to the computer account/,
  ],
  ['the pool holds the SPN', 'svc-portal', 'useKernelMode="false"', /^case\.owner-decrypts: /],
];

for (const [name, account, settings, expected] of ROWS) {
  test(name, async () => {
    const facts = await caseOf(TICKET, heldBy(account), config(settings));
    assert.match(judged(CROSS_SOURCE_RULES, facts), expected);
    for (const rule of CROSS_SOURCE_RULES) {
      const judgement = rule.needs.every((need) => facts.has(need)) ? rule.judge(facts) : [];
      if ('ruledOut' in judgement || 'undecided' in judgement) continue;
      for (const { evidence } of judgement) {
        assert.deepEqual([...new Set(evidence.map(({ source }) => source))], ['1', '2', '3']);
        for (const at of evidence) assert.notEqual(facts.written(at), '');
      }
    }
  });
}

test('every rule has an id, needs, and settles checks', () => {
  for (const { id, needs, settles, says } of CROSS_SOURCE_RULES) {
    assert.match(id, /^case\./);
    assert.ok(needs.length > 0 && settles && settles.length > 0 && says.endsWith('.'));
  }
});
