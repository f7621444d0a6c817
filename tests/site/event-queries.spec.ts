/** The queries to events under a case: loaded when asked for, filled in, by keyboard, everywhere. */
import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import { expect, fitsItsWidth, NTLM_ROWS, paste, result, test } from './guide.ts';

const WORDS = 'Ask the events of the whole domain';

const event = (user: string): string =>
  JSON.stringify({
    '@timestamp': '2026-11-20T03:12:44Z',
    event: { code: '4769', provider: 'Microsoft-Windows-Security-Auditing' },
    winlog: {
      event_id: 4769,
      event_data: { ServiceName: 'HTTP/a.contoso.com', Status: '0x7', TargetUserName: user },
    },
  });

const query = (page: Page) => result(page).getByRole('region', { name: /^Query:/ });

async function open(page: Page, user = 'alex@CONTOSO.COM'): Promise<void> {
  await page.goto('/');
  await paste(page, event(user));
  await page.getByText(WORDS).click();
  await expect(query(page)).toBeVisible();
}

test('a case with events offers them, loaded when they are opened; a log does not', async ({
  page,
}) => {
  const loaded: string[] = [];
  page.on('response', (response) => loaded.push(response.url()));
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  await expect(page.getByText(WORDS)).toHaveCount(0);
  await page.getByRole('button', { name: 'Forget all' }).click();
  await paste(page, event('alex'));
  const isPanel = (url: string) => url.includes('events-panel');
  expect(loaded.filter(isPanel)).toEqual([]);
  await page.getByText(WORDS).click();
  await expect(query(page)).toContainText('Get-ADDomainController');
  expect(loaded.filter(isPanel)).toHaveLength(1);
});

test('engine, question, name and time change the query', async ({ page }) => {
  await open(page);
  await page.getByRole('radio', { name: 'KQL, SecurityEvent' }).check();
  await expect(query(page)).toContainText('datetime(2026-11-19T13:12:44Z)');
  await page.getByLabel(/^Only from 2026-11-19 13:12:44/).uncheck();
  await expect(query(page)).toContainText('ago(24h)');
  await page.getByRole('combobox', { name: 'Name' }).selectOption('HTTP/a.contoso.com');
  await expect(query(page)).toContainText("=~ @'http/a.contoso.com'");
  await page
    .getByRole('combobox', { name: 'Question' })
    .selectOption('Who uses NTLM, and to which server');
  await expect(result(page)).toContainText('SecurityEvent holds the Security log alone');
  await page.getByRole('radio', { name: 'Splunk' }).check();
  await expect(query(page)).toContainText('EventCode IN (8004');
  await expect(result(page)).toContainText('These events have no service name to compare');
  await expect(result(page)).toContainText('An empty answer proves nothing');
});

test('a name out of an event stays text, in the page and in the query', async ({ page }) => {
  await open(page, "<b>o'neil</b>");
  await page.getByRole('combobox', { name: 'Account' }).selectOption("<b>o'neil</b>");
  await expect(query(page)).toContainText("-eq '<b>o''neil</b>'");
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
