/** axe finds no violation of WCAG 2.2 AA on any kind of page, light and dark. */
import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import {
  expect,
  founding,
  KIND_ROWS,
  NTLM_ROWS,
  openViews,
  paste,
  search,
  test,
  verdict,
} from './guide.ts';

const STATES: readonly (readonly [name: string, reach: (page: Page) => Promise<unknown>])[] = [
  ...KIND_ROWS.map(([kind, path]) => [kind, (page: Page) => page.goto(path)] as const),
  ['an article with several tables', (page) => page.goto('/delegation/kcd-rbcd/')],
  ['a decoded log', (page) => decoded(page, NTLM_ROWS)],
  ['the story of a log', (page) => openStory(page)],
  ['the story of a log, filtered', filterStory],
  ['a decoded token', (page) => decoded(page, founding('cut-header.txt'))],
  ['a decoded code', (page) => decoded(page, '2148074254')],
  ['a row of a log, opened', openRow],
  ['the columns of a log, opened', openColumns],
  ['the search with results', openSearch],
  ['a definition of a term', openDefinition],
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const [name, reach] of STATES) {
      test(`${name} has no violation`, async ({ page }) => {
        await reach(page);
        expect(await violationsOf(page)).toEqual([]);
      });
    }
  });
}

async function decoded(page: Page, text: string): Promise<void> {
  await page.goto('/');
  await paste(page, text);
}

async function openRow(page: Page): Promise<void> {
  await decoded(page, NTLM_ROWS);
  await page
    .getByRole('button', { name: /^Explain line/ })
    .first()
    .click();
  await expect(page.getByRole('tree', { name: /^Columns of line/ })).toBeVisible();
}

async function openDefinition(page: Page): Promise<void> {
  await page.goto('/causes/ntlm-fallback-reasons/');
  await page.locator('.term a').first().focus();
  await expect(page.locator('.term [role=tooltip]').first()).toBeVisible();
}

async function filterStory(page: Page): Promise<void> {
  await openStory(page);
  await page.getByText('The same as a table').click();
  await page.getByRole('button', { name: '/app/', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Filters' })).toBeVisible();
  await expect(page.locator('.ladder')).toBeVisible();
}

async function openStory(page: Page): Promise<void> {
  await page.goto('/?sample=busy-log');
  await expect(verdict(page)).toBeVisible();
  await openViews(page);
  await expect(page.locator('.ladder')).toBeVisible();
}

async function openColumns(page: Page): Promise<void> {
  await decoded(page, NTLM_ROWS);
  await page.getByText('Correct the columns').click();
  await expect(page.getByRole('button', { name: 'Apply' })).toBeVisible();
}

async function openSearch(page: Page): Promise<void> {
  await page.goto('/');
  await search(page, 'kerberos');
}
