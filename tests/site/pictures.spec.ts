/** Pictures drawn from data: every leaf a link, readable without drawing, narrow, in print. */
import { violationsOf } from './axe.ts';
import { expect, fitsItsWidth, test } from './guide.ts';

const PICTURES: readonly (readonly [path: string, reads: RegExp])[] = [
  ['/start/start-triage/', /401 1 → Which Win32 status\?/],
  ['/concepts/kernel-mode-authentication/', /true \(the default\) → useAppPoolCredentials/],
  ['/delegation/double-hop-checklist/', /web01 to sql01: no ticket of alex/],
  [
    '/kerberos/spn-identity-match/',
    /The KDC locks for svc-portal ≠ IIS opens with web01\$ Error 41/,
  ],
  ['/start/normal-401-sequence/', /IIS to Client: ?401 1 2148074254/],
];

for (const [path, reads] of PICTURES) {
  test(`the picture of ${path} says in words what it shows`, async ({ page }) => {
    await page.goto(path);
    const picture = page.locator('.picture').first();
    const text = ((await picture.textContent()) ?? '').replace(/\s+/g, ' ');
    expect(text).toMatch(reads);
    await expect(picture.locator('figcaption')).not.toBeEmpty();
    await expect(picture.locator('[style]')).toHaveCount(0);
  });

  test(`the picture of ${path} fits 320 px and a sheet of paper`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 740 });
    await page.goto(path);
    expect(await fitsItsWidth(page)).toBe(true);
    await page.setViewportSize({ width: 680, height: 960 });
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.picture').first()).toBeVisible();
    expect(await fitsItsWidth(page)).toBe(true);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the picture of ${path} has no violation in the ${colorScheme} theme`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      expect(await violationsOf(page, '.picture')).toEqual([]);
    });
  }
}

test('every answer of the tree for a 401 ends at an article', async ({ page }) => {
  await page.goto('/start/start-triage/');
  const leaves = page.locator('.tree li:not(:has(ul))');
  expect(await leaves.count()).toBeGreaterThan(15);
  for (const leaf of await leaves.all()) await expect(leaf.getByRole('link')).toHaveCount(1);
});
