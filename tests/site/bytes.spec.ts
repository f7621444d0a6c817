/** A token's bytes stand beside its fields, and each finds the other. */
import { expect, founding, paste, result, test } from './guide.ts';

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await paste(page, founding('cut-header.txt'));
});

test('pointing at a field marks its bytes', async ({ page }) => {
  const realm = page.getByRole('treeitem').filter({ hasText: /^realm/ });
  await realm.locator('.field').hover();
  const marked = result(page).locator('.text .piece.strong');
  expect((await marked.allTextContents()).join('')).toBe('ODESSY.LOCAL');
});

test('pointing at a byte marks its field, and the paste', async ({ page }) => {
  const view = result(page).locator('.byte-view');
  await view.locator('.text .piece').filter({ hasText: 'LOCAL' }).hover();
  await expect(result(page).locator('.at-byte > .field')).toContainText('realm');
  await expect(page.locator('.mirror mark.strong')).toHaveCount(1);
});

test('the keyboard walks through the bytes, is told their field, and goes there', async ({
  page,
}) => {
  await result(page).locator('.byte-view').focus();
  await page.keyboard.press('End');
  const told = result(page).getByRole('status');
  await expect(told).toContainText('component HTTP');
  await page.keyboard.press('ArrowLeft');
  await expect(told).not.toContainText('component HTTP');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.locator('[role=treeitem]:focus')).toContainText('HTTP');
});

test('the bytes are all there, once', async ({ page }) => {
  const hex = await result(page).locator('.byte-view .hex .piece').allTextContents();
  expect(hex.join(' ').split(' ')).toHaveLength(174);
});

test('a token can be copied as text, without its secrets', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('realm ODESSY.LOCAL');
});

test('copying on a field takes its value', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page
    .getByRole('treeitem')
    .filter({ hasText: /^realm/ })
    .locator('.name')
    .click();
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('ODESSY.LOCAL');
});
