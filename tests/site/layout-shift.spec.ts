/** Nothing moves by itself: the sum of layout shifts on every kind of page, while fonts are slow. */
import type { Page } from '@playwright/test';
import { expect, KIND_ROWS, NTLM_ROWS, paste, test } from './guide.ts';

/** Cumulative layout shift; 0.1 is called good. */
const MOST = 0.02;
/** Milliseconds until a font comes: a slow line, or none yet. */
const FONT_DELAYS = [0, 1_500];
const WIDTHS = { wide: 1280, narrow: 360 } as const;

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

for (const [name, width] of Object.entries(WIDTHS)) {
  for (const delay of FONT_DELAYS) {
    test.describe(`on a ${name} screen with fonts ${delay} ms late`, () => {
      test.use({ viewport: { width, height: 800 } });

      test.beforeEach(async ({ page }) => {
        await page.addInitScript(watchShifts);
        await page.route(/\.woff2$/, async (route) => {
          await new Promise((resolve) => setTimeout(resolve, delay));
          await route.continue();
        });
      });

      test('no kind of page moves', async ({ page }) => {
        const moved: Record<string, number> = {};
        for (const [kind, path] of KIND_ROWS) {
          await page.goto(path, { waitUntil: 'networkidle' });
          const sum = await shiftsOf(page);
          if (sum > MOST) moved[kind] = sum;
        }
        expect(moved).toEqual({});
      });
    });
  }
}

test('a result does not move once it is there', async ({ page }) => {
  await page.addInitScript(watchShifts);
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  const drawn = await shiftsOf(page);
  await page.waitForLoadState('networkidle');
  expect((await shiftsOf(page)) - drawn).toBeLessThanOrEqual(MOST);
});

test('the watch notices what moves', async ({ page }) => {
  await page.addInitScript(watchShifts);
  await page.goto('/articles/', { waitUntil: 'networkidle' });
  await page.evaluate(() => {
    document.querySelector('main')?.prepend(
      Object.assign(document.createElement('pre'), {
        textContent: '\n'.repeat(12),
      }),
    );
  });
  await expect.poll(() => shiftsOf(page)).toBeGreaterThan(MOST);
});

function watchShifts(): void {
  const shifts = { sum: 0 };
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      if (!entry.hadRecentInput) shifts.sum += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

function shiftsOf(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
}
