/** The founding documents' own rows and header, pasted as they are printed. */
import type { Page } from '@playwright/test';
import { CUT_HEADER_MECHANISMS, FOUNDING, SUBSTATUSES } from './founding.ts';
import { articleLink, expect, founding, openTree, paste, result, test, verdict } from './guide.ts';

for (const { scenario, file, article } of FOUNDING) {
  test(`pasting ${scenario} leads to ${article}`, async ({ page }) => {
    await page.goto('/');
    await paste(page, founding(file));
    await articleLink(page).click();
    await expect(page).toHaveURL(article);
    await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('a normal NTLM handshake is called healthy, not an error', async ({ page }) => {
  await page.goto('/');
  await paste(page, founding('ntlm-handshake.log'));
  await expect(result(page).locator('.verdict .severity')).toHaveText('Healthy');
  await expect(result(page)).toContainText('accepted after two 401s (NTLM)');
});

for (const file of ['cut-header.txt', 'netmon-request.txt']) {
  test(`the cut header of ${file} still gives mechanisms, realm and SPN`, async ({ page }) => {
    await page.goto('/');
    await paste(page, founding(file));
    const token = page.getByRole('region', { name: 'Token 1' });
    for (const oid of CUT_HEADER_MECHANISMS) await expect(token).toContainText(oid);
    await expect(verdict(page)).toContainText('ODESSY.LOCAL');
    await openTree(page);
    await expect(field(page, 'realm')).toContainText('ODESSY.LOCAL');
    await expect(field(page, 'sname').getByText('cut off here').first()).toBeVisible();
    await expect(field(page, 'sname')).toContainText('HTTP');
  });

  test(`the cut header of ${file} is said to be cut`, async ({ page }) => {
    await page.goto('/');
    await paste(page, founding(file));
    const token = page.getByRole('region', { name: 'Token 1' });
    await expect(token).toContainText('174 bytes of 2,932: the end is missing');
    await expect(token.getByText('cut off here').first()).toBeVisible();
  });
}

for (const [code, article] of SUBSTATUSES) {
  test(`${code} on its own is explained and leads to its article`, async ({ page }) => {
    await page.goto('/');
    await paste(page, code);
    await expect(page.getByRole('region', { name: 'Codes' })).toContainText(code);
    await articleLink(page).click();
    await expect(page).toHaveURL(article);
  });
}

test('three substatuses in one paste are all explained', async ({ page }) => {
  await page.goto('/');
  await paste(page, founding('substatuses.txt'));
  const codes = page.getByRole('region', { name: 'Codes' });
  for (const [code] of SUBSTATUSES) await expect(codes.getByRole('term')).toContainText([code]);
});

function field(page: Page, name: string) {
  return page.getByRole('treeitem').filter({ hasText: new RegExp(`^${name}`) });
}
