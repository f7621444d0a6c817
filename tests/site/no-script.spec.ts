/** Reading needs no JavaScript. */
import { expect, KIND_ROWS, test } from './guide.ts';

test.use({ javaScriptEnabled: false });

for (const [kind, path] of KIND_ROWS) {
  test(`without JavaScript, ${kind} can be read and left`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(150);
    await page
      .getByRole('navigation', { name: 'Site' })
      .getByRole('link', { name: 'Codes' })
      .click();
    await expect(page).toHaveURL('/reference/codes/');
  });

  test(`without JavaScript, ${kind} offers nothing that would need it`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
  });
}

test('without JavaScript, the first page says so and leads on', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('.no-script')).toContainText('The decoder itself needs JavaScript.');
  await expect(page.locator('.no-script')).toBeVisible();
  await page
    .getByRole('region', { name: 'By substatus' })
    .getByRole('link', { name: '401.2' })
    .click();
  await expect(page.getByRole('article')).toBeVisible();
});

test('without JavaScript, an article shows its sample with the verdict', async ({ page }) => {
  await page.goto('/start/normal-401-sequence/');
  await expect(page.locator('.sample-verdict').first()).toBeVisible();
  await expect(page.locator('.sample mark').first()).toBeVisible();
});

test('without JavaScript, an entry of the code reference can be linked to', async ({ page }) => {
  await page.goto('/reference/codes/');
  const entry = page.getByRole('link', { name: 'SEC_E_NO_CREDENTIALS', exact: true }).first();
  await entry.click();
  await expect(page).toHaveURL('/reference/codes/sspi/#sspi-8009030e');
  await expect(page.locator(':target')).toContainText('2148074254');
});

test('without JavaScript, an old address of a code leads to its line and from there on', async ({
  page,
}) => {
  await page.goto('/reference/codes/#kerberos-41');
  const line = page.locator(':target');
  await expect(line).toContainText('KRB_AP_ERR_MODIFIED');
  await line.getByRole('link').click();
  await expect(page).toHaveURL('/reference/codes/kerberos/#kerberos-41');
});
