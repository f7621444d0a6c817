/** Narrow screens and large text: nothing makes the page scroll sideways. */
import { builtPages } from './built.ts';
import {
  expect,
  fitsItsWidth,
  founding,
  KIND_ROWS,
  NTLM_ROWS,
  paste,
  search,
  test,
} from './guide.ts';
import { ROOT } from './places.ts';

for (const width of [360, 320]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 740 } });

    for (const [kind, path] of KIND_ROWS) {
      test(`${kind} fits`, async ({ page }) => {
        await page.goto(path);
        expect(await fitsItsWidth(page)).toBe(true);
      });
    }

    for (const [what, text] of [
      ['a log', NTLM_ROWS],
      ['a token', founding('cut-header.txt')],
      ['a code', '2148074254'],
    ] as const) {
      test(`${what}, decoded, fits`, async ({ page }) => {
        await page.goto('/');
        await paste(page, text);
        expect(await fitsItsWidth(page)).toBe(true);
      });
    }

    test('the search fits and can be closed', async ({ page }) => {
      await page.goto('/');
      await search(page, '80090322');
      expect(await fitsItsWidth(page)).toBe(true);
      await expect(page.getByRole('button', { name: 'Close' })).toBeInViewport();
    });
  });
}

test.describe('320 px wide', () => {
  test.use({ viewport: { width: 320, height: 740 } });

  test('every page fits', async ({ page }) => {
    const tooWide: string[] = [];
    for (const { path } of builtPages(ROOT)) {
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      if (!(await fitsItsWidth(page))) tooWide.push(path);
    }
    expect(tooWide).toEqual([]);
  });
});

test.describe('text twice as large', () => {
  test.use({ viewport: { width: 768, height: 900 } });

  for (const [kind, path] of KIND_ROWS) {
    test(`${kind} fits`, async ({ page }) => {
      await page.goto(path);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await fitsItsWidth(page)).toBe(true);
    });
  }
});
