/** An address that is not here gets the guide's own page, and ways on. */
import { PLACES } from './places.ts';
import { expect, test } from './guide.ts';

test.use({ expectedNoise: [/404/] });

for (const { base, origin } of PLACES) {
  test(`an unknown address below ${base} is answered with 404 and ways on`, async ({ page }) => {
    const answer = await page.goto(`${origin}${base}kerberos/no-such-article/`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/404/);
    await page.getByRole('main').getByRole('link', { name: 'Look through all articles' }).click();
    await expect(page).toHaveURL(`${origin}${base}articles/`);
  });
}
