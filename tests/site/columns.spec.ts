/** How a log was read, and the correction of its columns. */
import { expect, fitsItsWidth, NTLM_ROWS, paste, pasteArea, result, test } from './guide.ts';

/** A header that names two columns in the wrong order; both hold any text. */
const LYING = NTLM_ROWS.replace(
  'cs-uri-query s-port cs-username',
  'cs-username s-port cs-uri-query',
);

test('the page says how the log was read', async ({ page }) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  await expect(result(page)).toContainText('Read by its #Fields line: 14 columns, 3 rows.');
});

test('columns are corrected with the keyboard, and given back', async ({ page }) => {
  await page.goto('/');
  await paste(page, LYING);
  await expect(result(page).getByRole('cell', { name: 'CONTOSO\\ada' })).toHaveCount(0);
  await page.getByText('Correct the columns').focus();
  await page.keyboard.press('Enter');
  const column = (number: number) => page.locator(`.column-list li:nth-child(${number}) select`);
  await column(6).selectOption('cs-uri-query');
  await column(8).selectOption('cs-username');
  await page.getByRole('button', { name: 'Apply' }).focus();
  await page.keyboard.press('Enter');
  await expect(result(page)).toContainText('Read by the columns you gave: 14 columns, 3 rows.');
  await expect(result(page).getByRole('cell', { name: 'CONTOSO\\ada' })).toHaveCount(1);
  await expect(page.locator('.announcement')).toContainText('Read by the columns you gave');
  await expect(page.getByText('Correct the columns')).toBeFocused();

  await page.getByRole('button', { name: 'Back to automatic' }).click();
  await expect(result(page)).toContainText('Read by its #Fields line');
});

test('the choice is forgotten with the paste', async ({ page }) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  await page.getByText('Correct the columns').click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(result(page)).toContainText('Read by the columns you gave');
  await pasteArea(page).fill(LYING);
  await expect(result(page)).toContainText('Read by its #Fields line');
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(kept).not.toContain('cs-');
  expect(kept).not.toContain('10.0.0.4');
});

test.describe('320 px wide', () => {
  test.use({ viewport: { width: 320, height: 740 } });

  test('the columns fit', async ({ page }) => {
    await page.goto('/');
    await paste(page, NTLM_ROWS);
    await page.getByText('Correct the columns').click();
    expect(await fitsItsWidth(page)).toBe(true);
    await expect(page.getByRole('button', { name: 'Apply' })).toBeVisible();
  });
});
