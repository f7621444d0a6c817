/** The checklist: marked by hand and by pastes, kept in this browser, copied, and plain without script. */
import type { Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import {
  expect,
  fitsItsWidth,
  NTLM_ROWS,
  paste,
  pasteArea,
  result,
  test,
  verdict,
} from './guide.ts';

const CHECKLIST = '/kerberos/kerberos-checklist/';
const group = (page: Page, number: number) =>
  page.getByRole('group', { name: new RegExp(`^Check ${number}:`) });
const bar = (page: Page) => page.getByRole('region', { name: 'Progress' });
const item = (page: Page, id: string) => page.locator(`#check-${id}`);
const inResult = (page: Page) => page.getByRole('region', { name: 'In the checklist' });

/** Marks on the checklist what the case settles. */
async function markThem(page: Page): Promise<void> {
  await inResult(page).getByRole('button', { name: 'Mark these on the checklist' }).click();
  await expect(inResult(page)).toContainText('Marked on the checklist: ');
}

async function open(page: Page): Promise<void> {
  await page.goto(CHECKLIST);
  await expect(group(page, 17)).toBeVisible();
}

async function sample(page: Page, id: string): Promise<string> {
  return (await page.request.get(`/samples/${id}.txt`)).text();
}

test('a check is marked by keyboard, said aloud, and still marked after a reload', async ({
  page,
}) => {
  await open(page);
  await group(page, 1).getByRole('radio', { name: 'Open' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(group(page, 1).getByRole('radio', { name: 'Failed' })).toBeChecked();
  const said = bar(page).getByRole('status');
  await expect(said).toHaveText('Check 1: failed. Next: check 2: Does IIS offer Negotiate?');
  await page.reload();
  await expect(group(page, 1).getByRole('radio', { name: 'Failed' })).toBeChecked();
  await expect(bar(page)).toContainText('1 of 17 checks marked: 1 failed.');
  await expect(item(page, 'negotiate-offered')).toHaveAttribute('aria-current', 'step');
});

test('the page says which check is next, and links it', async ({ page }) => {
  await open(page);
  await expect(bar(page)).toContainText('Next: check 1');
  await group(page, 1).getByRole('radio', { name: 'Passed' }).check();
  await expect(bar(page)).toContainText('Next: check 13');
  await group(page, 7).getByRole('radio', { name: 'Failed' }).check();
  await expect(bar(page)).toContainText('To repair first: check 7');
  await bar(page)
    .getByRole('link', { name: /^check 7/ })
    .click();
  await expect(page.getByRole('heading', { name: /^7\. / })).toBeInViewport();
  await group(page, 7).getByRole('radio', { name: 'Does not apply' }).check();
  await expect(bar(page)).toContainText('Next: check 13');
});

test('a case marks on request what it proves and refutes, with the proof', async ({ page }) => {
  await page.goto('/');
  await paste(page, await sample(page, 'krb-error-modified'));
  await expect(inResult(page)).toContainText('This case settles check 1 passed');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await markThem(page);
  await expect(inResult(page)).toContainText('Marked on the checklist: check 1 passed');
  await inResult(page).getByRole('link', { name: 'check 13' }).click();
  await expect(group(page, 13).getByRole('radio', { name: 'Failed' })).toBeChecked();
  await expect(item(page, 'decrypting-account')).toContainText('could not decrypt the ticket.');
  await expect(item(page, 'client-sent')).toContainText('The client sent a Kerberos ticket.');
  await expect(bar(page)).toContainText('To repair first: check 13');
});

test('a mark holds nothing of the paste, unless its sentence is kept on request', async ({
  page,
}) => {
  await page.goto('/');
  await paste(page, await sample(page, 'krb-error-modified'));
  await markThem(page);
  const kept = () => page.evaluate(() => JSON.stringify(localStorage));
  expect(await kept()).toContain('token.krb-error');
  expect(await kept()).not.toMatch(/contoso|svc-/i);
  await inResult(page).getByRole('button', { name: 'Keep the sentences too' }).click();
  expect(await kept()).toMatch(/contoso/i);
  await inResult(page).getByRole('button', { name: 'Undo' }).click();
  expect(await kept()).toBe('{}');
});

test('one check has the same number in the result, on the first page and in the list', async ({
  page,
}) => {
  await page.goto('/?sample=krb-error-modified');
  await expect(inResult(page)).toContainText('check 13 failed');
  const rail = page.getByRole('region', { name: 'Checks', exact: true }).getByRole('listitem');
  await expect(rail.nth(12)).toContainText('Owner decrypts');
  const ways = page.getByRole('region', { name: 'By Kerberos check' }).getByRole('listitem');
  await expect(ways).toHaveCount(17);
  await expect(ways.nth(12)).toContainText('Owner decrypts');
  await inResult(page).getByRole('link', { name: 'check 13' }).click();
  await expect(item(page, 'decrypting-account').getByRole('heading')).toHaveText(/^\s*13\. /);
});

test('undoing takes back what a case marked, and keeps what was marked by hand', async ({
  page,
}) => {
  await open(page);
  await group(page, 2).getByRole('radio', { name: 'Passed' }).check();
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  await markThem(page);
  await pasteArea(page).fill(`${NTLM_ROWS}\n`.replaceAll('10.0.0.81', '10.0.0.82'));
  await expect(verdict(page)).toContainText('10.0.0.82');
  await expect(inResult(page)).toContainText('Marked on the checklist: check 1 failed');
  await inResult(page).getByRole('button', { name: 'Undo' }).click();
  await expect(inResult(page)).toContainText('Not marked: check 1 failed');
  await expect(inResult(page).getByRole('button')).toBeFocused();
  await open(page);
  await expect(bar(page)).toContainText('1 of 17 checks marked: 1 passed.');
});

test('a paste that settles no check says nothing of the list', async ({ page }) => {
  await page.goto('/');
  await paste(page, '2148074254');
  await expect(inResult(page)).toHaveCount(0);
});

test('it is copied as Markdown, with marks and proofs', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  await markThem(page);
  await open(page);
  await group(page, 2).getByRole('radio', { name: 'Passed' }).check();
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('2 of 17 checks marked: 1 passed, 1 failed. Next: check 3.');
  expect(copied).toMatch(/1\. \*\*failed\*\*.*\n {3}- Proof: The log shows .*log\.normal-ntlm/);
  expect(copied).toContain('2. **passed**: Does IIS offer Negotiate?');
});

test('without a clipboard the Markdown can be selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    Object.defineProperty(document, 'execCommand', { value: () => false });
  });
  await open(page);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByRole('textbox', { name: 'Markdown' })).toHaveValue(
    /## Kerberos checklist/,
  );
});

test('a reset opens all checks, and can be taken back', async ({ page }) => {
  await open(page);
  await group(page, 4).getByRole('radio', { name: 'Passed' }).check();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(bar(page)).toContainText('0 of 17 checks marked.');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.getByRole('button', { name: 'Bring the marks back' }).click();
  await expect(group(page, 4).getByRole('radio', { name: 'Passed' })).toBeChecked();
});

test('another tab’s marks appear', async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  await group(other, 4).getByRole('radio', { name: 'Passed' }).check();
  await expect(group(page, 4).getByRole('radio', { name: 'Passed' })).toBeChecked();
});

test('with storage blocked it works for the visit and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await open(page);
  await expect(bar(page)).toContainText('This browser keeps nothing for this page');
  await group(page, 2).getByRole('radio', { name: 'Failed' }).check();
  await expect(bar(page)).toContainText('To repair first: check 2');
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  await markThem(page);
  await expect(inResult(page)).toContainText('This browser keeps nothing for this page');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`marked, it has no violation in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    await paste(page, NTLM_ROWS);
    await markThem(page);
    const first = await violationsOf(page);
    await open(page);
    await group(page, 2).getByRole('radio', { name: 'Passed' }).check();
    await group(page, 3).getByRole('radio', { name: 'Does not apply' }).check();
    expect([...first, ...(await violationsOf(page))]).toEqual([]);
  });
}

test('marked, it fits 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  await markThem(page);
  expect(await fitsItsWidth(page)).toBe(true);
  await open(page);
  await group(page, 2).getByRole('radio', { name: 'Passed' }).check();
  expect(await fitsItsWidth(page)).toBe(true);
});

test('a new paste in the same visit adds to the marks', async ({ page }) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  await expect(inResult(page)).toContainText('check 1 failed');
  await markThem(page);
  await pasteArea(page).fill(await sample(page, 'httperr-field-length'));
  await expect(verdict(page)).toContainText('too large');
  await expect(result(page)).toContainText('check 15 failed');
  await markThem(page);
  await open(page);
  await expect(bar(page)).toContainText('2 of 17 checks marked: 2 failed.');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it is an ordered list with commands and links, and no control', async ({ page }) => {
    await page.goto(CHECKLIST);
    await expect(page.locator('ol.checks > li')).toHaveCount(17);
    await expect(page.locator('ol.checks > li h3').nth(6)).toHaveText(/^\s*7\. Are the clocks/);
    await expect(page.locator('ol.checks pre')).toHaveCount(8);
    await expect(page.getByRole('radio')).toHaveCount(0);
  });
});
