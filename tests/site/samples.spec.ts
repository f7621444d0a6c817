/** Samples: the chips under the paste area, and links that open one. */
import { expect, pasteArea, sentence, test, verdict, articleLink, write } from './guide.ts';

test('every chip fills the paste area and is decoded', async ({ page }) => {
  await page.goto('/');
  const chips = page.getByRole('list', { name: 'Samples' }).getByRole('link');
  expect(await chips.count()).toBeGreaterThan(3);
  for (const chip of await chips.all()) {
    await chip.click();
    await expect(pasteArea(page)).not.toHaveValue('');
    await expect(verdict(page)).toBeVisible();
    await expect(articleLink(page)).toBeVisible();
    await page.getByRole('button', { name: 'Forget all' }).click();
  }
});

test("an article's sample opens in the decoder, already decoded", async ({ page }) => {
  await page.goto('/start/normal-401-sequence/');
  const sample = page.getByRole('figure').first();
  const said = await sample.locator('.sample-verdict').innerText();
  await sample.getByRole('link', { name: 'Open in the decoder' }).click();
  await expect(verdict(page)).toBeVisible();
  expect(said).toContain(await sentence(page));
});

test.describe('a sample that does not exist', () => {
  test.use({ expectedNoise: [/404/] });

  test('is named, and the paste area stays empty', async ({ page }) => {
    await page.goto('/?sample=no-such-sample');
    await expect(page.getByText('There is no sample named no-such-sample.')).toBeAttached();
    await expect(pasteArea(page)).toHaveValue('');
  });
});

test('the address never holds what is pasted', async ({ page }) => {
  await page.goto('/?sample=normal-ntlm');
  await expect(verdict(page)).toBeVisible();
  await write(page, '2148074254');
  await expect(verdict(page)).toContainText('2148074254');
  expect(new URL(page.url()).href).not.toContain('2148074254');
});
