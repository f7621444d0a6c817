/** Several pieces of evidence are one case: read together, shown by name, each with its own proof. */
import type { Page } from '@playwright/test';
import {
  articleLink,
  expect,
  fitsItsWidth,
  paste,
  pasteArea,
  result,
  test,
  verdict,
} from './guide.ts';

const KLIST = [
  'Cached Tickets: (1)',
  '',
  '#0>\tClient: anna @ CONTOSO.COM',
  '\tServer: HTTP/portal.contoso.com @ CONTOSO.COM',
  '\tKerbTicket Encryption Type: AES-256-CTS-HMAC-SHA1-96',
  '\tTicket Flags 0x40a10000 -> forwardable renewable pre_authent name_canonicalize',
  '\tStart Time: 11/26/2026 8:02:12 (local)',
  '\tEnd Time:   11/26/2026 18:01:12 (local)',
  '\tRenew Time: 12/3/2026 8:01:12 (local)',
  '\tSession Key Type: AES-256-CTS-HMAC-SHA1-96',
  '\tCache Flags: 0',
  '\tKdc Called: DC01.contoso.com',
].join('\n');

const SETSPN = [
  'C:\\>setspn -Q HTTP/portal.contoso.com',
  'Checking domain DC=contoso,DC=com',
  'CN=svc-old,OU=Service Accounts,DC=contoso,DC=com',
  '\tHTTP/portal.contoso.com',
  '',
  'Existing SPN found!',
].join('\n');

const CONFIG = `<configuration>
  <system.applicationHost>
    <applicationPools>
      <add name="Portal">
        <processModel identityType="SpecificUser" userName="CONTOSO\\svc-portal" password="Secret123" />
      </add>
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
      <windowsAuthentication enabled="true" useAppPoolCredentials="true">
        <providers><add value="Negotiate" /><add value="NTLM" /></providers>
      </windowsAuthentication>
    </authentication></security></system.webServer>
  </location>
</configuration>
`;

const pieces = (page: Page) => page.getByRole('list', { name: 'Evidence in this case' });
const add = (page: Page) => page.getByRole('button', { name: 'Add the next piece' });
const view = (page: Page, piece: string) =>
  pieces(page).getByRole('button', { name: `View ${piece}`, exact: true });
/** The first proof that is in the piece with this letter. */
const proof = (page: Page, letter: string) =>
  page
    .locator('.verdict .quotes')
    .getByRole('button', { name: new RegExp(`^${letter}:`) })
    .first();

const selected = (page: Page) =>
  pasteArea(page).evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );

async function openThree(page: Page): Promise<void> {
  await page.goto('/');
  await page.setInputFiles('input[type=file]', [
    {
      name: 'klist.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(KLIST.replaceAll('\n', '\r\n')),
    },
    { name: 'setspn.txt', mimeType: 'text/plain', buffer: Buffer.from(SETSPN) },
    { name: 'applicationHost.config', mimeType: 'text/xml', buffer: Buffer.from(CONFIG) },
  ]);
  await expect(verdict(page)).toContainText('svc-old');
}

test('what client, directory and server say is joined in one sentence', async ({ page }) => {
  await openThree(page);
  const sentence = await verdict(page).innerText();
  for (const name of ['HTTP/portal.contoso.com', 'svc-old', 'svc-portal']) {
    expect(sentence).toContain(name);
  }
  await expect(articleLink(page)).toHaveAttribute('href', '/kerberos/spn-identity-match/');
  for (const name of ['A: klist.txt', 'B: setspn.txt', 'C: applicationHost.config']) {
    await expect(view(page, name)).toBeVisible();
    await expect(proof(page, name.slice(0, 1))).toBeVisible();
    await expect(verdict(page)).toContainText(name.slice(0, 2));
  }
  await expect(result(page)).not.toContainText('Secret123');
});

test('a proof is marked in the piece that it is in', async ({ page }) => {
  await openThree(page);
  await proof(page, 'B').click();
  await expect(pasteArea(page)).toHaveValue(SETSPN);
  expect(await selected(page)).toBe('HTTP/portal.contoso.com');
  await expect(page.locator('.mirror mark').first()).toHaveText('HTTP/portal.contoso.com');
  await proof(page, 'A').click();
  await expect(pasteArea(page)).toHaveValue(KLIST);
  expect(await selected(page)).toContain('HTTP/portal.contoso.com @ CONTOSO.COM');
  await expect(page.locator('.mirror mark').first()).toContainText('HTTP/portal.contoso.com @');
});

test('pieces are pasted one after the other, and each alone asks for the others', async ({
  page,
}) => {
  await page.goto('/');
  await paste(page, KLIST);
  await expect(page.getByRole('region', { name: 'What would tell more' })).toContainText('setspn');
  await add(page).click();
  await expect(pasteArea(page)).toHaveValue('');
  await expect(pasteArea(page)).toBeFocused();
  await pasteArea(page).fill(SETSPN);
  await expect(view(page, 'B: setspn output')).toBeVisible();
  await add(page).click();
  await pasteArea(page).fill(CONFIG);
  await expect(verdict(page)).toContainText('cannot decrypt');
});

test('a piece can be removed by keyboard, and the case is judged anew', async ({ page }) => {
  await openThree(page);
  await pieces(page).getByRole('button', { name: 'Remove B: setspn.txt' }).focus();
  await page.keyboard.press('Enter');
  await expect(verdict(page)).not.toContainText('svc-old');
  await expect(pieces(page).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Forget all' }).click();
  await expect(pieces(page)).toBeHidden();
  await expect(result(page)).toBeHidden();
});

test('several pieces fit into a narrow window', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openThree(page);
  expect(await fitsItsWidth(page)).toBe(true);
});

test('the drawing leads to two accounts where the verdict does, and is open before', async ({
  page,
}) => {
  await page.goto('/');
  await paste(page, SETSPN);
  const drawing = result(page).getByRole('figure', { name: /Who owns the name/ });
  await expect(drawing).toContainText('locked for svc-old');
  await expect(drawing).toContainText('not known');
  await expect(drawing.locator('.ends')).toContainText('Not decided yet');
  await page.getByRole('button', { name: 'Add the next piece' }).click();
  await pasteArea(page).fill(CONFIG);
  await expect(drawing.locator('.ends')).toContainText('Two accounts');
  await expect(drawing).toContainText('CONTOSO\\svc-portal');
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await fitsItsWidth(page)).toBe(true);
});

test('each fact is listed with the place that states it, and leads there', async ({ page }) => {
  await page.goto('/');
  await paste(page, SETSPN);
  const row = result(page).getByRole('row', { name: /Owner of an SPN/ });
  await expect(row).toContainText('HTTP/portal.contoso.com; account: CN=svc-old');
  await row.getByRole('button', { name: /^A:\d/ }).click();
  await expect(pasteArea(page)).toBeFocused();
  expect(
    await pasteArea(page).evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    ),
  ).not.toBe('');
});
