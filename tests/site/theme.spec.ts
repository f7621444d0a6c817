/** Light, dark, or what the system says; the choice is remembered and never flashes. */
import type { Page } from '@playwright/test';
import { expect, test } from './guide.ts';

test('without a choice the page follows the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const light = await lightness(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(light).toBeGreaterThan(0.8);
  expect(await lightness(page)).toBeLessThan(0.2);
});

test('the switch goes round: auto, light, dark, auto', async ({ page }) => {
  await page.goto('/');
  const button = page.locator('theme-switch').getByRole('button');
  for (const theme of ['auto', 'light', 'dark', 'auto']) {
    await expect(button).toHaveText(`Theme: ${theme}`);
    await button.click();
  }
});

for (const [chosen, system] of [
  ['dark', 'light'],
  ['light', 'dark'],
] as const) {
  test(`${chosen} is kept on other pages, against a ${system} system`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: system });
    await page.goto('/');
    const button = page.locator('theme-switch').getByRole('button');
    while (!(await button.innerText()).includes(chosen)) await button.click();
    await page.goto('/kerberos/kerberos-checklist/');
    await expect(button).toHaveText(`Theme: ${chosen}`);
    if (chosen === 'dark') expect(await lightness(page)).toBeLessThan(0.2);
    else expect(await lightness(page)).toBeGreaterThan(0.8);
  });

  test(`${chosen} is set before anything is painted`, async ({ page }) => {
    await page.addInitScript((theme) => {
      localStorage.setItem('theme', theme);
      // The body is the first thing that can be painted.
      new MutationObserver((_, observer) => {
        if (document.getElementsByTagName('body').length === 0) return;
        observer.disconnect();
        Object.assign(globalThis, { themeAtBody: document.documentElement.dataset.theme });
      }).observe(document, { childList: true, subtree: true });
    }, chosen);
    await page.goto('/articles/');
    expect(await page.evaluate('themeAtBody')).toBe(chosen);
  });
}

/** How light the page's ground is, from 0 to 1. */
async function lightness(page: Page): Promise<number> {
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const channels = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  return channels.reduce((sum, channel) => sum + channel, 0) / (3 * 255);
}
