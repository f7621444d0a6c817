/** Expected and actual of a site: closed under the verdict, a real table, and commands to copy. */
import { expect, fitsItsWidth, pasteArea, result, test, verdict } from './guide.ts';

const SETSPN = [
  'C:\\>setspn -F -Q HTTP/portal.contoso.com',
  'Checking forest DC=contoso,DC=com',
  'CN=WEB07,OU=Servers,DC=contoso,DC=com',
  '\tHTTP/portal.contoso.com',
  '\tHOST/WEB07',
  '',
  'Existing SPN found!',
].join('\n');

const DNS = ['Name   Type TTL Section IPAddress', '----   ---- --- ------- ---------'];
const ANSWER = [...DNS, 'portal.contoso.com A 3600 Answer 10.0.0.21'].join('\n');

const CONFIG = `<configuration>
  <system.applicationHost>
    <applicationPools>
      <add name="Portal"><processModel identityType="SpecificUser" userName="CONTOSO\\svc-portal" /></add>
    </applicationPools>
    <sites>
      <site name="Portal" id="2">
        <application path="/" applicationPool="Portal" />
        <bindings><binding protocol="http" bindingInformation="*:80:portal.contoso.com" /></bindings>
      </site>
    </sites>
  </system.applicationHost>
  <location path="Portal">
    <system.webServer><security><authentication>
      <windowsAuthentication enabled="true" useAppPoolCredentials="true" />
    </authentication></security></system.webServer>
  </location>
</configuration>
`;

const FILES = { 'setspn.txt': SETSPN, 'dns.txt': ANSWER, 'applicationHost.config': CONFIG };

for (const width of [1280, 320]) {
  test(`the table of a site at ${width} pixels, with its proof and its repairs`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/');
    const files = Object.entries(FILES).map(([name, text]) => ({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    }));
    await page.setInputFiles('input[type=file]', files);
    await expect(verdict(page)).toContainText('cannot decrypt');
    const title = result(page).getByText('Expected and actual: Portal, 1 name does not fit');
    await expect(page.getByRole('table')).toHaveCount(0);
    await title.click();
    const table = page.getByRole('table', { name: 'Site Portal' });
    await expect(table.getByRole('columnheader', { name: 'portal.contoso.com' })).toBeVisible();
    const row = (name: string) => table.getByRole('row').filter({ hasText: name });
    await expect(row('Does it fit?')).toContainText('Does not fit');
    await expect(row('Who decrypts')).toContainText('CONTOSO\\svc-portal');
    await expect(row('Encryption type, ticket')).toContainText('klist get HTTP/portal.contoso.com');
    await row('Who owns the SPN').getByRole('button', { name: 'WEB07' }).click();
    await expect(pasteArea(page)).toHaveValue(SETSPN);

    await page.getByText('Ways to repair it').click();
    const move = page.getByRole('region', { name: /^Move HTTP\/portal/ });
    await expect(move.getByRole('listitem').first()).toContainText(
      'setspn -D HTTP/portal.contoso.com web07',
    );
    await expect(move.getByRole('listitem').last()).toContainText(
      'setspn -F -S HTTP/portal.contoso.com web07',
    );
    expect(await fitsItsWidth(page)).toBe(true);
  });
}
