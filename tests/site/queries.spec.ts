/** The queries under a log: loaded when asked for, filled in from the log, by keyboard, everywhere. */
import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, fitsItsWidth, NTLM_ROWS, paste, result, test } from './guide.ts';

const HOSTILE = NTLM_ROWS.replace('CONTOSO\\ada', "CONTOSO\\<b>o'neil</b>");

const query = (page: Page) => result(page).getByRole('region', { name: /^Query:/ });

async function open(page: Page, text = NTLM_ROWS): Promise<void> {
  await page.goto('/');
  await paste(page, text);
  await page.getByText('Ask the same of a whole farm').click();
  await expect(query(page)).toBeVisible();
}

test('what draws the queries is loaded when they are opened', async ({ page }) => {
  const loaded: string[] = [];
  page.on('response', (response) => loaded.push(response.url()));
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  const isPanel = (url: string) => url.includes('queries-panel');
  expect(loaded.filter(isPanel)).toEqual([]);
  await page.getByText('Ask the same of a whole farm').click();
  await expect(query(page)).toContainText('FROM C:\\inetpub');
  expect(loaded.filter(isPanel)).toHaveLength(1);
});

test('engine, question, name and time change the query', async ({ page }) => {
  await open(page);
  await page.getByRole('radio', { name: 'DuckDB' }).check();
  await page
    .getByRole('combobox', { name: 'Question' })
    .selectOption('401s by substatus and Win32 status');
  await expect(query(page)).toContainText("'cs(User-Agent)': 'VARCHAR'");
  await expect(query(page)).toContainText("TIMESTAMP '2026-11-20 03:12:44'");
  await page.getByLabel(/^Only from 2026-11-20 03:12:44/).uncheck();
  await expect(query(page)).not.toContainText('TIMESTAMP');
  await page.getByRole('combobox', { name: 'User' }).selectOption('CONTOSO\\ada');
  await expect(query(page)).toContainText(String.raw`lower('CONTOSO\ada')`);
  await expect(result(page)).toContainText('A 401 has a user name only with Basic');
  await page.getByRole('combobox', { name: 'User' }).selectOption('Any');
  await expect(query(page)).not.toContainText('ada');
});

test('the choice is kept for the next paste and forgotten with the page', async ({ page }) => {
  await open(page);
  await page.getByRole('radio', { name: 'Splunk' }).check();
  await page.getByRole('button', { name: 'Forget all' }).click();
  await paste(page, NTLM_ROWS);
  await page.getByText('Ask the same of a whole farm').click();
  await expect(page.getByRole('radio', { name: 'Splunk' })).toBeChecked();
  await open(page);
  await expect(page.getByRole('radio', { name: 'Log Parser 2.2' })).toBeChecked();
});

test('by keyboard', async ({ page }) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  await page.locator('.queries summary').focus();
  await page.keyboard.press('Enter');
  await expect(query(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Log Parser 2.2' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'PowerShell' })).toBeChecked();
  await expect(query(page)).toContainText('Get-ChildItem');
});

test('the query is copied whole', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await page.getByRole('button', { name: 'Copy the query' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await query(page).textContent());
});

test('a name out of the log stays text, in the page and in the query', async ({ page }) => {
  await open(page, HOSTILE);
  await page.getByRole('radio', { name: 'PowerShell' }).check();
  await page.getByRole('combobox', { name: 'User' }).selectOption("CONTOSO\\<b>o'neil</b>");
  await expect(query(page)).toContainText("-eq 'CONTOSO\\<b>o''neil</b>'");
  expect(await query(page).locator('b').count()).toBe(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 740 } });

    test('fits 320 px and has no violation', async ({ page }) => {
      await open(page);
      expect(await fitsItsWidth(page)).toBe(true);
      expect(await violationsOf(page)).toEqual([]);
    });
  });
}
