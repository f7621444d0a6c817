/** The site in a virtual directory: it decodes, searches and leads on without leaving it. */
import {
  expect,
  hits,
  KIND_ROWS,
  NTLM_ROWS,
  articleLink,
  paste,
  search,
  test,
  verdict,
} from './guide.ts';
import { SUBPATH } from './places.ts';

const at = (path: string) => SUBPATH.origin + SUBPATH.base + path.slice(1);

for (const [kind, path] of KIND_ROWS) {
  test(`in a folder, ${kind} loads whole and stays in it`, async ({ page }) => {
    const failed: string[] = [];
    page.on('response', (response) => {
      const inside = new URL(response.url()).pathname.startsWith(SUBPATH.base);
      if (!response.ok() || !inside) failed.push(response.url());
    });
    await page.goto(at(path), { waitUntil: 'networkidle' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(failed).toEqual([]);
  });
}

test('in a folder, a paste is decoded and its article opens', async ({ page }) => {
  await page.goto(at('/'));
  await paste(page, NTLM_ROWS);
  await articleLink(page).click();
  await expect(page).toHaveURL(at('/start/normal-401-sequence/'));
  await expect(page.getByRole('article')).toBeVisible();
});

test('in a folder, a sample opens from its article', async ({ page }) => {
  await page.goto(at('/start/normal-401-sequence/'));
  await page.getByRole('link', { name: 'Open in the decoder' }).first().click();
  await expect(page).toHaveURL(new RegExp(`^${at('/')}\\?sample=`));
  await expect(verdict(page)).toBeVisible();
});

test('in a folder, a code is found and opens at its entry', async ({ page }) => {
  await page.goto(at('/kerberos/spn-duplicate/'));
  await search(page, '80090322');
  await hits(page).first().click();
  await expect(page).toHaveURL(new RegExp(`^${at('/reference/codes/sspi/')}#`));
  await expect(page.locator(':target')).toContainText('SEC_E_WRONG_PRINCIPAL');
});

test('in a folder, an article is found by its symptom and opens', async ({ page }) => {
  await page.goto(at('/'));
  await search(page, 'keeps asking for password');
  await hits(page).first().click();
  await expect(page).toHaveURL(new RegExp(`^${at('/')}`));
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('404');
});

test('in a folder, the navigation marks the page that is open', async ({ page }) => {
  await page.goto(at('/reference/codes/'));
  const site = page.getByRole('navigation', { name: 'Site' });
  await expect(site.locator('[aria-current=page]')).toHaveText('Codes');
});
