/** Asks the site's own search dialog in a real browser, as a person does. */
import type { Page } from '@playwright/test';

/** Site paths with fragments of the results for each query, best first. */
export async function askDialog(page: Page, queries: readonly string[]): Promise<string[][]> {
  await page.keyboard.press('/');
  const box = page.getByRole('searchbox', { name: 'Search the guide' });
  await box.waitFor();
  const results: string[][] = [];
  for (const query of queries) {
    // An empty box clears the list and the status, so that what is read next is the new answer.
    await box.fill('');
    await page.waitForFunction(
      () => document.querySelector('dialog [role=status]')?.textContent === '',
    );
    await box.fill(query);
    await page.waitForFunction(
      () => document.querySelector('dialog [role=status]')?.textContent !== '',
    );
    results.push(
      await page.locator('dialog li > a.hit').evaluateAll((links) =>
        links.map((link) => {
          const { pathname, hash } = link as HTMLAnchorElement;
          return pathname + hash;
        }),
      ),
    );
  }
  return results;
}
