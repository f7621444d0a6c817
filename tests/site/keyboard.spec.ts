/** Everything a mouse can do, with the keyboard alone. */
import type { Page } from '@playwright/test';
import { articleLink, expect, founding, pasteArea, result, test, verdict } from './guide.ts';

/** Tab stops that are tried before a target counts as out of reach. */
const TAB_STOPS = 60;

test('from the page to a verdict, through the tree, to the article', async ({ page }) => {
  await page.goto('/');
  await tabTo(page, 'textarea');
  await page.keyboard.insertText(founding('cut-header.txt'));
  await expect(verdict(page)).toBeVisible();

  await tabTo(page, '[role=treeitem]');
  const focused = page.locator('[role=treeitem]:focus');
  await expect(focused).toHaveAttribute('aria-level', '1');
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('aria-level', '2');
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAttribute('aria-level', '1');
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('End');
  await expect(focused).not.toHaveAttribute('aria-level', '1');

  await tabTo(page, '.read-on a', 'Shift+Tab');
  const article = await articleLink(page).getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(article ?? 'an article');
});

test('the tree is one tab stop, and only its cursor is', async ({ page }) => {
  await page.goto('/');
  await pasteArea(page).fill(founding('cut-header.txt'));
  await expect(result(page).getByRole('tree')).toBeVisible();
  await expect(result(page).locator('[role=treeitem][tabindex="0"]')).toHaveCount(1);
  await tabTo(page, '[role=treeitem]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(result(page).locator('[role=treeitem][tabindex="0"]')).toHaveCount(1);
});

test('a row of the log opens and closes its columns', async ({ page }) => {
  await page.goto('/');
  await pasteArea(page).fill(founding('ntlm-handshake.log'));
  await expect(verdict(page)).toBeVisible();
  await tabTo(page, '.detail > summary');
  await page.keyboard.press('Enter');
  await tabTo(page, '.row-open');
  const columns = page.getByRole('tree', { name: /^Columns of line/ });
  await page.keyboard.press('Enter');
  await expect(columns).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(columns).toBeHidden();
});

test('the first tab stop skips to the content', async ({ page }) => {
  await page.goto('/kerberos/kerberos-checklist/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('Tab leaves the paste area', async ({ page }) => {
  await page.goto('/');
  await pasteArea(page).focus();
  await page.keyboard.press('Tab');
  await expect(pasteArea(page)).not.toBeFocused();
});

async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let stop = 0; stop < TAB_STOPS; stop++) {
    await page.keyboard.press(key);
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  throw new Error(`${selector} cannot be reached with ${key}.`);
}
