/** The same from real texts: read, joined, and with proof that lies in its source. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openCase, type Decoded, type SiteCell } from '../../index.ts';

const KLIST = `Cached Tickets: (1)

#0>\tClient: anna @ CONTOSO.COM
\tServer: HTTP/portal.contoso.com @ CONTOSO.COM
\tKerbTicket Encryption Type: AES-256-CTS-HMAC-SHA1-96
\tTicket Flags 0x40a10000 -> forwardable renewable pre_authent name_canonicalize
\tStart Time: 11/26/2026 8:02:12 (local)
\tEnd Time:   11/26/2026 18:01:12 (local)
\tRenew Time: 12/3/2026 8:01:12 (local)
\tSession Key Type: AES-256-CTS-HMAC-SHA1-96
\tCache Flags: 0
\tKdc Called: DC01.contoso.com
`;
const SETSPN = `C:\\>setspn -F -Q HTTP/portal.contoso.com
Checking forest DC=contoso,DC=com
CN=WEB07,OU=Servers,DC=contoso,DC=com
\tHTTP/portal.contoso.com
\tHOST/WEB07
\tHOST/web07.contoso.com

Existing SPN found!
`;
const CONFIG = `<configuration>
  <system.applicationHost>
    <applicationPools>
      <add name="Portal">
        <processModel identityType="SpecificUser" userName="CONTOSO\\svc-portal" password="Secret123" />
      </add>
    </applicationPools>
    <sites>
      <site name="Default Web Site" id="1">
        <application path="/" applicationPool="Portal" />
        <bindings><binding protocol="http" bindingInformation="*:80:portal.contoso.com" /></bindings>
      </site>
    </sites>
  </system.applicationHost>
  <location path="Default Web Site">
    <system.webServer><security><authentication>
      <windowsAuthentication enabled="true" useAppPoolCredentials="true" />
    </authentication></security></system.webServer>
  </location>
</configuration>
`;
const PIECES = [KLIST, SETSPN, CONFIG];

/** Every cell, with the repairs' proof as one more. */
function cellsOf({ site = [] }: Decoded): SiteCell[] {
  return site.flatMap(({ rows, repairs }) => [
    ...rows.flatMap(({ name, spn, owner, decrypts, etypes, protection }) => [
      ...[name, spn, owner, decrypts],
      ...[...Object.values(etypes), ...Object.values(protection)],
    ]),
    ...repairs.map(({ evidence }) => ({ value: 'a repair', at: evidence })),
  ]);
}

function assertProven(decoded: Decoded, texts: readonly string[]): void {
  for (const { value, at, fill } of cellsOf(decoded)) {
    assert.ok(
      value === undefined ? fill : at.length > 0,
      `${value ?? 'an empty cell'} has no proof`,
    );
    for (const { start, end, source } of at) {
      const index = decoded.sources.findIndex(({ id }) => id === source);
      const { length } = texts[Math.max(0, index)] ?? '';
      assert.ok(0 <= start && start <= end && end <= length, `${start} to ${end} of ${length}`);
    }
  }
}

test('klist, setspn and a configuration: the owner is not the account that decrypts', async () => {
  const decoded = await openCase(PIECES.map((text) => ({ text })));
  const [table] = decoded.site ?? [];
  const [row] = table?.rows ?? [];
  assert.equal(table?.site, 'Default Web Site');
  assert.equal(row?.status, 'does-not-fit');
  assert.equal(row.owner.value, 'WEB07');
  assertProven(decoded, PIECES);
  const commands = table.repairs.map(({ commands }) =>
    commands.map(({ run }) => ('run' in run ? run.run : '')),
  );
  assert.deepEqual(commands[0], [
    'setspn -D HTTP/portal.contoso.com web07',
    'setspn -F -S HTTP/portal.contoso.com CONTOSO\\svc-portal',
  ]);
  assert.match(
    commands[1]?.[0] ?? '',
    /set config "Default Web Site" .*useAppPoolCredentials:false/,
  );
  assert.ok(!JSON.stringify(decoded.site).includes('Secret123'));
});

test('log rows and codes alone make no table', async () => {
  const log = '#Fields: sc-status sc-substatus sc-win32-status\n401 2 5\n401 1 2148074254\n';
  for (const text of ['401.2', '0x80090322', log, 'the quick brown fox', '']) {
    assert.equal((await openCase([{ text }])).site, undefined, text);
  }
});

test('whatever is cut off: no cell without proof or a way to fill it, and no row that fits', async () => {
  const cuts = fc.tuple(...PIECES.map((text) => fc.nat({ max: text.length })));
  await fc.assert(
    fc.asyncProperty(cuts, async (lengths) => {
      const texts = PIECES.map((text, index) => text.slice(0, lengths[index]));
      const decoded = await openCase(texts.map((text) => ({ text })));
      assertProven(decoded, texts);
      const rows = decoded.site?.flatMap((one) => one.rows) ?? [];
      assert.ok(rows.every(({ status }) => status !== 'fits'));
    }),
    { numRuns: 60 },
  );
});
