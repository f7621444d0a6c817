/** A token's bytes stand beside its fields, and each finds the other. */
import { expect, founding, openViews, paste, result, test, verdict } from './guide.ts';
import type { Locator, Page } from '@playwright/test';

/** The field with this name. */
function fieldNamed(page: Page, name: string): Locator {
  return page
    .getByRole('treeitem')
    .filter({ has: page.locator(`:scope > .field > .name:text-is("${name}")`) });
}

/** Is the beginning of an element seen in the box that it scrolls in? */
async function seenIn(inside: Locator, box: Locator): Promise<boolean> {
  const [own, view] = [await inside.boundingBox(), await box.boundingBox()];
  if (!own || !view) return false;
  return own.y >= view.y - 1 && own.y < view.y + view.height;
}

/** NTLM inside SPNEGO, as a browser sends it first. */
const NTLM_HEADER =
  'Authorization: Negotiate YGoGBisGAQUFAqBgMF6gMDAuBgorBgEEAYI3AgIKBgkqhkiC9xIBAgIGCSqGSIb3EgECAgYKKwYBBAGCNwICHqIqBChOVExNU1NQAAEAAACXggjiAAAAAAAAAAAAAAAAAAAAAAoAZ1gAAAAP';

test.describe('a header that is cut off', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/');
    await paste(page, founding('cut-header.txt'));
  });

  test('pointing at a field marks its bytes', async ({ page }) => {
    const realm = page.getByRole('treeitem').filter({ hasText: /^realm/ });
    await realm.locator('.field').hover();
    const marked = result(page).locator('.text .octets.strong');
    expect((await marked.allTextContents()).join('')).toBe('ODESSY.LOCAL');
  });

  test('pointing at a byte marks its field, and the paste', async ({ page }) => {
    const view = result(page).locator('.byte-view');
    await view.locator('.text .octets').filter({ hasText: 'LOCAL' }).hover();
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
    const hex = await result(page).locator('.byte-view .hex .octets').allTextContents();
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
});

test.describe('a whole token', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/?sample=negotiate-kerberos');
    await expect(verdict(page)).toBeVisible();
    await openViews(page);
  });

  test('what a number means comes before the number, and each field says where it is', async ({
    page,
  }) => {
    const etype = fieldNamed(page, 'etype').first();
    await expect(etype.locator('.what')).toHaveText(/^AES-256\s*18$/);
    await expect(etype.locator('.at')).toHaveText('00cd +1');
    const mechanism = fieldNamed(page, 'mechType').first();
    await expect(mechanism.locator('.what')).toHaveText(/^MS-KRB5\s*1\.2\.840\.48018/);
  });

  test('the bytes of a selected field come into view, and stay marked', async ({ page }) => {
    const view = result(page).locator('.byte-view');
    await fieldNamed(page, 'authenticator').locator('.field').first().click();
    const marked = view.locator('.octets.strong').first();
    await expect.poll(() => seenIn(marked, view)).toBe(true);
    await expect(result(page).locator('.field-note')).toContainText(
      'authenticator in AP-REQ, 357 bytes',
    );
    await verdict(page).hover();
    await expect(marked).toBeVisible();
  });

  test('a byte that is pressed opens, selects and shows its field', async ({ page }) => {
    await page.getByRole('button', { name: 'Collapse all' }).click();
    const component = fieldNamed(page, 'component').last();
    await expect(component).toBeHidden();
    const piece = result(page).locator('.hex .octets[data-from="175"]').first();
    await piece.click();
    await expect(component).toHaveAttribute('aria-selected', 'true');
    await expect(component).toContainText('portal.contoso.com');
    await expect.poll(() => seenIn(component, result(page).getByRole('tree'))).toBe(true);
  });

  test('everything can be opened, and what frames the values shown', async ({ page }) => {
    await expect(fieldNamed(page, 'component').first()).toBeHidden();
    await page.getByRole('button', { name: 'Expand all' }).click();
    await expect(fieldNamed(page, 'component').first()).toBeVisible();
    const frames = fieldNamed(page, 'tag and length');
    await expect(frames.first()).toBeHidden();
    await page.getByLabel('show every tag and length').check();
    await expect(frames.first()).toBeVisible();
  });

  test('the value and the bytes of a field can be copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await fieldNamed(page, 'realm').locator('.field').first().click();
    await page.getByRole('button', { name: 'Copy value' }).click();
    await expect.poll(copied).toBe('CONTOSO.COM');
    await page.getByRole('button', { name: 'Copy bytes as hex' }).click();
    await expect.poll(copied).toBe('434f4e544f534f2e434f4d');
  });
});

test('two tokens stand side by side, and what differs is said in words', async ({ page }) => {
  await page.goto('/');
  await paste(page, `${founding('cut-header.txt').trim()}\n\n${NTLM_HEADER}`);
  const compare = result(page).locator('.compare');
  await compare.locator('summary').click();
  await expect(compare.getByRole('columnheader')).toHaveText([
    'Field',
    /^Token 1, A:\d+/,
    /^Token 2, A:\d+/,
    'Comparison',
  ]);
  await expect(compare.getByRole('status')).toHaveText(/only in the first, \d+ only in the second/);
  await expect(compare.getByRole('row', { name: /realm/ })).toContainText('only in the first');
  await compare.getByLabel('Second token').selectOption({ index: 0 });
  await expect(compare.getByRole('status')).toHaveText('All fields are the same.');
});
