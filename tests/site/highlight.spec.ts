/** From what is drawn to its place in the paste, and back. */
import type { Page } from '@playwright/test';
import { expect, founding, NTLM_ROWS, openTree, paste, pasteArea, result, test } from './guide.ts';

test('the proof of the verdict is marked in the paste', async ({ page }) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  const marked = await page.locator('.mirror mark').allTextContents();
  expect(marked.join('')).toContain('401 2 5');
});

test('the marks lie exactly on their text', async ({ page }) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  const [mirror, area] = await page.evaluate(() =>
    ['.mirror', 'textarea'].map((selector) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`no ${selector}`);
      const { font, letterSpacing, tabSize, paddingLeft, paddingTop } = getComputedStyle(element);
      const { left, top } = element.getBoundingClientRect();
      return {
        font,
        letterSpacing,
        tabSize,
        paddingLeft,
        paddingTop,
        left,
        top,
        width: element.clientWidth,
      };
    }),
  );
  expect(mirror).toEqual(area);
});

test('pointing at a proof marks it strongly, and leaving takes the mark away', async ({ page }) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  const proof = result(page).locator('.proof').getByRole('button').first();
  await proof.hover();
  expect(await stronglyMarked(page)).toBe(await textOf(page, proof));
  await page.mouse.move(0, 0);
  await expect(page.locator('.mirror mark.strong')).toHaveCount(0);
});

test('pressing a proof selects it in the paste', async ({ page }) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  const proof = result(page).locator('.proof').getByRole('button').first();
  const proven = await textOf(page, proof);
  await proof.click();
  await expect(pasteArea(page)).toBeFocused();
  const selected = await pasteArea(page).evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  expect(selected).toBe(proven);
});

test('pointing at a field of a token marks its characters', async ({ page }) => {
  await page.goto('/');
  await paste(page, founding('cut-header.txt'));
  await openTree(page);
  const realm = page.getByRole('treeitem').filter({ hasText: /^realm/ });
  await realm.locator('.field').hover();
  expect(await stronglyMarked(page)).toContain('PREVTU1kuTE9DQUy');
});

test('the cursor inside a row names its column', async ({ page }) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  await putCursor(page, NTLM_ROWS.indexOf('2148074254'));
  await expect(page.locator('.under-caret')).toContainText('SEC_E_NO_CREDENTIALS');
  await expect(result(page).locator('.at-caret')).toContainText('SEC_E_NO_CREDENTIALS');
});

test('the cursor inside a token names its field', async ({ page }) => {
  await page.goto('/');
  const text = founding('cut-header.txt');
  await paste(page, text);
  // Base64 of the realm, shifted as it stands in the token.
  await putCursor(page, text.indexOf('PREVTU1kuTE9DQUy') + 4);
  await expect(page.locator('.under-caret')).toContainText('ODESSY.LOCAL');
  const field = result(page).locator('.at-caret');
  await expect(field).toContainText('ODESSY.LOCAL');
  await expect(field).toBeVisible();
});

test('outside everything that was read, nothing is named', async ({ page }) => {
  await page.goto('/');
  await paste(page, `nothing here\n\n${NTLM_ROWS}`);
  await putCursor(page, 3);
  await expect(page.locator('.under-caret')).toHaveText('');
});

async function putCursor(page: Page, place: number): Promise<void> {
  await pasteArea(page).focus();
  await pasteArea(page).evaluate((area: HTMLTextAreaElement, at) => {
    area.setSelectionRange(at, at);
  }, place);
}

async function stronglyMarked(page: Page): Promise<string> {
  return (await page.locator('.mirror mark.strong').allTextContents()).join('');
}

/** The part of the paste that a drawn element stands for. */
async function textOf(page: Page, drawn: ReturnType<Page['locator']>): Promise<string> {
  const start = Number(await drawn.getAttribute('data-start'));
  const end = Number(await drawn.getAttribute('data-end'));
  return (await pasteArea(page).inputValue()).slice(start, end);
}
